/**
 * Bills, from the billing replica. Read only. The items of a bill are one JSON
 * text, `[["VOICE",1200],…]`: code and 分.
 */
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Database } from '#kit/database';
import { malformed } from '#kit/errors';
import { toIds } from '#kit/ids';
import { jsonColumn } from '#kit/json-column';
import { CHARGE_ITEMS } from '../charge-items.ts';
import { parseBillId, toBillId } from '../ids.ts';
import type { Bill, BillItem } from '../model.ts';
import { type Checked, orError, readEach } from './read-each.ts';

interface BillRow {
  readonly account_id: number;
  readonly month: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly total_fen: number;
  readonly paid_fen: number;
  readonly items: string;
}

const readItems = jsonColumn('billing', 'a bill', z.array(z.tuple([z.string(), z.int()])));

/** An account without bills is absent; one with a bill that does not add up is SOURCE_MALFORMED. */
export interface BillsSource {
  /** Bills of `fromMonth` and later, newest first. */
  byAccounts(accountIds: readonly string[], fromMonth: string): Promise<Checked<readonly Bill[]>>;
  /** Bills not paid in full, of any month, oldest first. */
  unpaidByAccounts(accountIds: readonly string[]): Promise<Checked<readonly Bill[]>>;
  byIds(billIds: readonly string[]): Promise<Checked<Bill>>;
}

export function createBillsSource(db: Database): BillsSource {
  const since = db.prepare<{ ids: readonly number[]; from: string }, BillRow>((sql, { ids, from }) =>
    selectBills(sql)
      .where(db.oneOf('account_id', ids))
      .where('month', '>=', from)
      .orderBy([
        { column: 'account_id', order: 'desc' },
        { column: 'month', order: 'desc' },
      ]),
  );
  const unpaid = db.prepare<{ ids: readonly number[] }, BillRow>((sql, { ids }) =>
    selectBills(sql)
      .where(db.oneOf('account_id', ids))
      .where('paid_fen', '<', sql.ref('total_fen'))
      .orderBy(['account_id', 'month']),
  );
  const one = db.prepare<{ ids: readonly number[]; months: readonly string[] }, BillRow>(
    (sql, { ids, months }) =>
      selectBills(sql).where(db.oneOf('account_id', ids)).where(db.oneOf('month', months)),
  );

  return {
    byAccounts: async (accountIds, fromMonth) =>
      readBills(await since({ ids: toIds(accountIds), from: fromMonth })),
    unpaidByAccounts: async (accountIds) => readBills(await unpaid({ ids: toIds(accountIds) })),
    async byIds(billIds) {
      const keys = billIds.flatMap((billId) => parseBillId(billId) ?? []);
      // Accounts and months apart: a few rows too many, but one text for any number of bills.
      const rows = await one({
        ids: [...new Set(keys.map(({ accountId }) => accountId))],
        months: [...new Set(keys.map(({ month }) => month))],
      });
      return new Map(rows.map((row) => [toBillId(row.account_id, row.month), orError(() => toBill(row))]));
    },
  };
}

function selectBills(sql: Knex): Knex.QueryBuilder {
  return sql('bill').select('account_id', 'month', 'issued_on', 'due_on', 'total_fen', 'paid_fen', 'items');
}

function readBills(rows: readonly BillRow[]): Checked<readonly Bill[]> {
  return readEach(
    rows,
    (row) => row.account_id,
    (own) => own.map(toBill),
  );
}

function toBill(row: BillRow): Bill {
  const items = readItems(row.items).map(toItem);
  if (items.reduce((sum, { amountFen }) => sum + amountFen, 0) !== row.total_fen)
    throw malformed('billing', 'a bill');
  return {
    billId: toBillId(row.account_id, row.month),
    accountId: String(row.account_id),
    month: row.month,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    totalFen: row.total_fen,
    paidFen: row.paid_fen,
    items: items.toSorted((a, b) => b.amountFen - a.amountFen),
  };
}

function toItem([code, amountFen]: readonly [string, number]): BillItem {
  const item = CHARGE_ITEMS.get(code);
  if (item === undefined) throw malformed('billing', 'a bill');
  return { code, ...item, amountFen };
}
