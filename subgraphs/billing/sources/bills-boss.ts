/** Bills, from BOSS (KF1005, invented). Amounts are 分 here. */
import type { Content } from '#kit/boss/content';
import { day, fenOfFen, month, toWireMonth, words } from '#kit/boss/units';
import { addMonths, type Clock } from '#kit/clock';
import { malformed } from '#kit/errors';
import { toBillItems } from '../charge-items.ts';
import { parseBillId, toBillId } from '../ids.ts';
import type { Bill, BillItem } from '../model.ts';
import type { BillsSource } from './bills-sql.ts';
import { type Ask, askEach, type BossOf, lastMonth, requireMonths } from './boss-ask.ts';
import { type Checked, orError } from './read-each.ts';

interface BillsAsked {
  readonly accountId: string;
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly withItem?: true;
  /** Also those of earlier months that are not paid in full. */
  readonly withUnpaid?: true;
}

/** A bill, and where to read on. */
interface BillEntry extends Bill {
  readonly entry: Content;
}

/** Asked for at once, of single bills. */
const MAX_MONTHS = 24;

export function createBillsSource(of: BossOf, clock: Clock): BillsSource {
  /** Single bills, those of an account in one question; a bill that BOSS does not know is absent. */
  async function readBills<V>(
    billIds: readonly string[],
    withItem: boolean,
    read: (bill: BillEntry) => V,
  ): Promise<Checked<V>> {
    const keys = billIds.flatMap((billId) => parseBillId(billId) ?? []);
    const months = Map.groupBy(keys, ({ accountId }) => String(accountId));
    const ofAccounts = await askEach(of, [...months.keys()], async (accountId, ask) => {
      const found: BillEntry[] = [];
      for (const { from, to } of spansOf((months.get(accountId) ?? []).map((key) => key.month))) {
        found.push(...(await askBills(ask, { accountId, from, to, ...(withItem && { withItem }) })));
      }
      return new Map(found.map((bill) => [toBillId(accountId, bill.month), read(bill)]));
    });
    return new Map(
      billIds.flatMap((billId): [string, V | Error][] => {
        const ofAccount = ofAccounts.get(billId.split('-', 1)[0] ?? '');
        const value = ofAccount instanceof Error ? ofAccount : ofAccount?.get(billId);
        return value === undefined ? [] : [[billId, value]];
      }),
    );
  }

  return {
    byAccounts: (accountIds, fromMonth) =>
      askEach(of, accountIds, async (accountId, ask) => {
        const to = lastMonth(clock, fromMonth);
        const bills = await askBills(ask, { accountId, from: fromMonth, to, withUnpaid: true });
        return bills.length === 0 ? null : bills.map(toBill);
      }),
    byIds: (billIds) => readBills(billIds, false, toBill),
    async itemsByIds(billIds) {
      const items = await readBills(billIds, true, (bill) => orError(() => toItems(bill)));
      return new Map(billIds.map((billId) => [billId, items.get(billId) ?? malformed('boss', 'a bill')]));
    },
  };
}

/** Newest first. */
async function askBills(ask: Ask, asked: BillsAsked): Promise<BillEntry[]> {
  const { accountId, from, to, withItem, withUnpaid } = asked;
  const content = await ask('KF1005', {
    AcctID: accountId,
    BeginMonth: toWireMonth(from),
    EndMonth: toWireMonth(to),
    WithItem: withItem ? '1' : '0',
    WithUnpaid: withUnpaid ? '1' : '0',
  });
  const bills = content.list('BillNum', 'Bill').map(
    (entry): BillEntry => ({
      entry,
      accountId,
      month: entry.value('BillMonth', month),
      issuedOn: entry.value('IssueDate', day),
      dueOn: entry.value('DueDate', day),
      totalFen: entry.value('TotalFee', fenOfFen),
      paidFen: entry.value('PaidFee', fenOfFen),
    }),
  );
  const isUnpaid = ({ paidFen, totalFen }: Bill): boolean => withUnpaid === true && paidFen < totalFen;
  return requireMonths(content, bills, (bill) => bill.month <= to && (bill.month >= from || isUnpaid(bill)));
}

function toBill({ entry, ...bill }: BillEntry): Bill {
  void entry;
  return bill;
}

function toItems({ entry, totalFen }: BillEntry): BillItem[] {
  const amounts = entry
    .list('ItemNum', 'Item')
    .map((item) => [item.value('ItemCode', words), item.value('ItemFee', fenOfFen)] as const);
  const items = toBillItems(amounts, totalFen);
  if (items === null) throw malformed('boss', 'a bill');
  return items;
}

/** The months in spans that may be asked for at once. */
function spansOf(months: readonly string[]): { readonly from: string; readonly to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (const each of months.toSorted()) {
    const last = spans.at(-1);
    if (last && each < addMonths(last.from, MAX_MONTHS)) last.to = each;
    else spans.push({ from: each, to: each });
  }
  return spans;
}
