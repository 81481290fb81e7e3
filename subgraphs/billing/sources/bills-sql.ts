/**
 * Bills, from the billing replica. Read only. The items of a bill are one JSON
 * text, `[["VOICE",1200],…]`: code and 分. It is read apart: most who ask for bills
 * want their sums alone.
 */
import { z } from 'zod';
import type { Database } from '#kit/database';
import { malformed } from '#kit/errors';
import { toIds } from '#kit/ids';
import { jsonColumn } from '#kit/json-column';
import { toBillItems } from '../charge-items.ts';
import { parseBillId, toBillId } from '../ids.ts';
import type { Bill, BillItem } from '../model.ts';
import { type Checked, orError } from './read-each.ts';

interface BillRow {
  readonly account_id: number;
  readonly month: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly total_fen: number;
  readonly paid_fen: number;
}

interface ItemsRow {
  readonly account_id: number;
  readonly month: string;
  readonly total_fen: number;
  readonly items: string;
}

const BILL_COLUMNS = ['account_id', 'month', 'issued_on', 'due_on', 'total_fen', 'paid_fen'];

const readItems = jsonColumn('billing', 'a bill', z.array(z.tuple([z.string(), z.int()])));

export interface BillsSource {
  /**
   * Bills of `fromMonth` and later, and those not paid in full of any month, newest
   * first; an account without any is absent.
   */
  byAccounts(accountIds: readonly string[], fromMonth: string): Promise<Checked<readonly Bill[]>>;
  byIds(billIds: readonly string[]): Promise<Checked<Bill>>;
  /** Items of bills that there are, largest first; SOURCE_MALFORMED where they do not add up to their bill. */
  itemsByIds(billIds: readonly string[]): Promise<Checked<readonly BillItem[]>>;
}

export function createBillsSource(db: Database): BillsSource {
  // What is owed may be of any month, so that one read of an account's bills serves every figure.
  const since = db.prepare<{ ids: readonly number[]; from: string }, BillRow>((sql, { ids, from }) =>
    sql('bill')
      .select(BILL_COLUMNS)
      .where(db.oneOf('account_id', ids))
      .where((either) => {
        void either.where('month', '>=', from).orWhere('paid_fen', '<', sql.ref('total_fen'));
      })
      .orderBy([
        { column: 'account_id', order: 'desc' },
        { column: 'month', order: 'desc' },
      ]),
  );
  // Accounts and months apart: a few rows too many, but one text for any number of bills.
  const byKeys = <Row>(columns: readonly string[]) =>
    db.prepare<{ ids: readonly number[]; months: readonly string[] }, Row>((sql, { ids, months }) =>
      sql('bill').select(columns).where(db.oneOf('account_id', ids)).where(db.oneOf('month', months)),
    );
  const one = byKeys<BillRow>(BILL_COLUMNS);
  const items = byKeys<ItemsRow>(['account_id', 'month', 'total_fen', 'items']);

  return {
    async byAccounts(accountIds, fromMonth) {
      const rows = await since({ ids: toIds(accountIds), from: fromMonth });
      return Map.groupBy(rows.map(toBill), ({ accountId }) => accountId);
    },
    async byIds(billIds) {
      const rows = await one(toKeys(billIds));
      return new Map(rows.map((row) => [toBillId(row.account_id, row.month), toBill(row)]));
    },
    async itemsByIds(billIds) {
      const rows = await items(toKeys(billIds));
      const byBill = new Map(rows.map((row) => [toBillId(row.account_id, row.month), row]));
      return new Map(billIds.map((billId) => [billId, orError(() => toItems(byBill.get(billId)))]));
    },
  };
}

function toKeys(billIds: readonly string[]) {
  const keys = billIds.flatMap((billId) => parseBillId(billId) ?? []);
  return {
    ids: [...new Set(keys.map(({ accountId }) => accountId))],
    months: [...new Set(keys.map(({ month }) => month))],
  };
}

function toBill(row: BillRow): Bill {
  return {
    accountId: String(row.account_id),
    month: row.month,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    totalFen: row.total_fen,
    paidFen: row.paid_fen,
  };
}

function toItems(row: ItemsRow | undefined): BillItem[] {
  const items = row && toBillItems(readItems(row.items), row.total_fen);
  if (!items) throw malformed('billing', 'a bill');
  return items;
}
