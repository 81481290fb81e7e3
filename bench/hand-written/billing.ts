/** Accounts, their bills and arrears, and what lines used. */
import { AVERAGE_MONTHS, firstBilledMonth, HALF_YEAR_MONTHS } from '../../subgraphs/billing/consumption.ts';
import type { Account, UsageMonth } from '../../subgraphs/billing/model.ts';
import { addMonths, daysBetween } from '../../subgraphs/kit/clock.ts';
import type { Systems } from './systems.ts';

export interface AccountRow extends Pick<Account, 'payMode' | 'status' | 'currentChargeFen'> {
  readonly accountId: number;
  readonly balanceFen: number;
}

export interface PayerRow extends AccountRow {
  readonly customerId: number;
  readonly customerName: string | null;
}

export interface BillRow {
  readonly month: string;
  readonly dueOn: string;
  readonly totalFen: number;
  readonly paidFen: number;
}

type UsageRow = Pick<
  UsageMonth,
  'month' | 'voiceMinutes' | 'smsCount' | 'cmwapKilobytes' | 'cmnetKilobytes' | 'chargeFen'
>;

/** Accounts shown of one customer. */
export const MAX_ACCOUNTS = 20;

const ACCOUNT_COLUMNS = `account_id AS accountId, pay_mode AS payMode, a.status,
  cash_fen + gift_fen AS balanceFen, current_charge_fen AS currentChargeFen`;

export function prepareBilling(systems: Systems) {
  return {
    accounts: systems.prepare<[customer: number], AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM account a WHERE customer_id = ? ORDER BY account_id`,
    ),
    payer: systems.prepare<[account: number], PayerRow>(
      `SELECT ${ACCOUNT_COLUMNS}, a.customer_id AS customerId, customer.name AS customerName
       FROM account a LEFT JOIN customer ON customer.customer_id = a.customer_id WHERE account_id = ?`,
    ),
    // What is owed may be of any month, so that one read of an account's bills serves every figure.
    bills: systems.prepare<[account: number, from: string], BillRow>(
      `SELECT month, due_on AS dueOn, total_fen AS totalFen, paid_fen AS paidFen FROM bill
       WHERE account_id = ? AND (month >= ? OR paid_fen < total_fen) ORDER BY month DESC`,
    ),
    usage: systems.prepare<[subscriber: number, from: string], UsageRow>(
      `SELECT month, voice_minutes AS voiceMinutes, sms_count AS smsCount, cmwap_kilobytes AS cmwapKilobytes,
         cmnet_kilobytes AS cmnetKilobytes, charge_fen AS chargeFen
       FROM usage_month WHERE subscriber_id = ? AND month >= ? ORDER BY month DESC`,
    ),

    accountsOfMany: systems.prepare<
      [customers: string, payers: string],
      { readonly accountId: number; readonly customerId: number; readonly currentChargeFen: number }
    >(
      `SELECT account_id AS accountId, customer_id AS customerId, current_charge_fen AS currentChargeFen
       FROM account WHERE customer_id IN (SELECT value FROM json_each(?))
         OR account_id IN (SELECT value FROM json_each(?)) ORDER BY account_id`,
    ),
    billsOfMany: systems.prepare<[accounts: string, from: string], BillRow & { readonly accountId: number }>(
      `SELECT account_id AS accountId, month, due_on AS dueOn, total_fen AS totalFen, paid_fen AS paidFen
       FROM bill WHERE account_id IN (SELECT value FROM json_each(?))
         AND (month >= ? OR paid_fen < total_fen) ORDER BY month DESC`,
    ),
  };
}

type Billing = ReturnType<typeof prepareBilling>;

/** The money of one customer, and of who pays for the line that rang. */
export function readMoney(
  billing: Billing,
  caller: { readonly customerId: number; readonly name: string; readonly payerAccountId: number },
  today: string,
  runningMonth: string,
) {
  const halfYear = firstBilledMonth(runningMonth, HALF_YEAR_MONTHS);
  const own = billing.accounts.all(caller.customerId);
  const bills = own.map(({ accountId }) => billing.bills.all(accountId, halfYear));
  const arrears = bills.map((ofAccount) => arrearsOf(ofAccount, today));

  const at = own.findIndex(({ accountId }) => accountId === caller.payerAccountId);
  const other = at === -1 ? billing.payer.get(caller.payerAccountId) : undefined;
  const payer = own[at] ?? other;
  return {
    arrearsFen: arrears.reduce((sum, { amountFen }) => sum + amountFen, 0),
    balanceFen: own.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
    halfYearFen: bills.flat().reduce((sum, bill) => sum + (bill.month >= halfYear ? bill.totalFen : 0), 0),
    accounts: own.slice(0, MAX_ACCOUNTS).map((account, nth) => ({
      accountId: String(account.accountId),
      payMode: account.payMode,
      status: account.status,
      currentChargeFen: account.currentChargeFen,
      arrears: arrears[nth],
      bills: lastBills(bills[nth] ?? [], firstBilledMonth(runningMonth, 3), today),
    })),
    payerAccount: {
      accountId: String(caller.payerAccountId),
      payMode: payer?.payMode ?? null,
      status: payer?.status ?? null,
      balanceFen: payer?.balanceFen ?? null,
      arrears: payer
        ? arrearsOfPayer(arrears[at] ?? arrearsOf(billing.bills.all(payer.accountId, halfYear), today))
        : null,
      customer: payer
        ? {
            customerId: String(other?.customerId ?? caller.customerId),
            name: other ? other.customerName : caller.name,
          }
        : null,
    },
  };
}

function arrearsOfPayer({ amountFen, since }: ReturnType<typeof arrearsOf>) {
  return { amountFen, since };
}

/** What is owed 欠费: the unpaid part of bills past their due day. */
export function arrearsOf(bills: readonly BillRow[], today: string) {
  let amountFen = 0;
  let since: string | null = null;
  for (const bill of bills) {
    if (stateOf(bill, today) !== 'OVERDUE') continue;
    amountFen += bill.totalFen - bill.paidFen;
    if (since === null || bill.dueOn < since) since = bill.dueOn;
  }
  return { amountFen, since, overdueDays: since === null ? 0 : daysBetween(since, today) };
}

/** Those of a month and later, as they are shown. */
export function lastBills(bills: readonly BillRow[], from: string, today: string) {
  return bills
    .filter(({ month }) => month >= from)
    .map((bill) => ({
      month: bill.month,
      totalFen: bill.totalFen,
      unpaidFen: bill.totalFen - bill.paidFen,
      state: stateOf(bill, today),
    }));
}

function stateOf({ totalFen, paidFen, dueOn }: BillRow, today: string): 'PAID' | 'OPEN' | 'OVERDUE' {
  if (totalFen <= paidFen) return 'PAID';
  return dueOn < today ? 'OVERDUE' : 'OPEN';
}

/** The running month of a line, and the mean charge of the three billed ones before. */
export function readUsage(billing: Billing, subscriberId: number, runningMonth: string) {
  const months = billing.usage.all(subscriberId, addMonths(runningMonth, -AVERAGE_MONTHS));
  const billed = months.filter(({ month }) => month < runningMonth);
  const totalFen = billed.reduce((sum, { chargeFen }) => sum + chargeFen, 0);
  return {
    averageRevenueFen: billed.length === 0 ? null : Math.round(totalFen / billed.length),
    usageMonths: months.filter(({ month }) => month >= runningMonth),
  };
}
