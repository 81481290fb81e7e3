/** Accounts, their bills and arrears, and what lines used. */
import { firstBilledMonth, HALF_YEAR_MONTHS } from '../../subgraphs/billing/consumption.ts';
import type { Account, UsageMonth } from '../../subgraphs/billing/model.ts';
import { daysBetween } from '../../subgraphs/kit/clock.ts';

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

export interface AccountBillRow extends BillRow {
  readonly accountId: number;
}

export type OwnedAccountRow = Pick<PayerRow, 'accountId' | 'customerId' | 'currentChargeFen'>;

export type UsageRow = Pick<
  UsageMonth,
  'month' | 'voiceMinutes' | 'smsCount' | 'cmwapKilobytes' | 'cmnetKilobytes' | 'chargeFen'
>;

/** Accounts shown of one customer. */
export const MAX_ACCOUNTS = 20;

/** What billing knows of a customer and the line that rang. */
export interface MoneyRows {
  /** Of the customer, in the order of their ids. */
  readonly own: readonly AccountRow[];
  /** Of each of them, newest first: from the half year on, and older ones that are not paid. */
  readonly bills: readonly (readonly BillRow[])[];
  /** Who pays for the line that rang, where it is somebody else, with bills as above. */
  readonly other: PayerRow | undefined;
  readonly otherBills: readonly BillRow[];
}

export interface Payment {
  readonly customerId: number;
  readonly name: string;
  readonly payerAccountId: number;
}

/** The money of one customer, and of who pays for the line that rang. */
export function toMoney(rows: MoneyRows, caller: Payment, today: string, runningMonth: string) {
  const { own, bills, other, otherBills } = rows;
  const halfYear = firstBilledMonth(runningMonth, HALF_YEAR_MONTHS);
  const arrears = bills.map((ofAccount) => arrearsOf(ofAccount, today));
  const at = own.findIndex(({ accountId }) => accountId === caller.payerAccountId);
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
      arrears: payer ? arrearsOfPayer(arrears[at] ?? arrearsOf(otherBills, today)) : null,
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
export function toUsage(months: readonly UsageRow[], runningMonth: string) {
  const billed = months.filter(({ month }) => month < runningMonth);
  const totalFen = billed.reduce((sum, { chargeFen }) => sum + chargeFen, 0);
  return {
    averageRevenueFen: billed.length === 0 ? null : Math.round(totalFen / billed.length),
    usageMonths: months.filter(({ month }) => month >= runningMonth),
  };
}
