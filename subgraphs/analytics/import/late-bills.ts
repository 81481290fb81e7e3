/** Which bills of an account were not paid in time. */
import { startOfDay, toDateTime } from '#kit/clock';

export interface LedgerBill {
  readonly month: string;
  readonly dueOn: string;
  readonly totalFen: number;
  /** What it has taken by now. */
  readonly paidFen: number;
}

export interface Ledger {
  /** Oldest first. */
  readonly bills: readonly LedgerBill[];
  /** Oldest first; moments in epoch seconds. */
  readonly payments: readonly { readonly paidAt: number; readonly amountFen: number }[];
  /** Paid in and not used. */
  readonly cashFen: number;
}

export interface LateBill {
  readonly month: string;
  readonly dueOn: string;
  /** Day on which the last 分 of it came; null while something is unpaid. */
  readonly paidOn: string | null;
}

const DAY_SECONDS = 86_400;

/**
 * Payments are taken in order for bills in order, first in, first out; money in advance counts. A bill is late when its
 * due day ended and it was not covered.
 *
 * @param asOf What is paid on this day or later is not known, and a bill due then is not late.
 */
export function lateBillsOf({ bills, payments, cashFen }: Ledger, asOf: string): LateBill[] {
  const before = startOfDay(asOf);
  let paid = openingMoney({ bills, payments, cashFen });
  let paidAt = Number.NEGATIVE_INFINITY;
  let owed = 0;
  let next = 0;
  const late: LateBill[] = [];
  for (const { month, dueOn, totalFen } of bills) {
    owed += totalFen;
    for (let one = payments[next]; paid < owed && one && one.paidAt < before; one = payments[next]) {
      paid += one.amountFen;
      paidAt = one.paidAt;
      next++;
    }
    if (totalFen <= 0 || dueOn >= asOf) continue;
    if (paid < owed) late.push({ month, dueOn, paidOn: null });
    else if (paidAt >= startOfDay(dueOn) + DAY_SECONDS)
      late.push({ month, dueOn, paidOn: toDateTime(paidAt).slice(0, 10) });
  }
  return late;
}

/**
 * What was there before the first payment that is kept: what went into bills and what is left, less what came in. Where
 * more came in than went there, the rest was paid back, or a payment is too new for the bills that were read.
 */
function openingMoney({ bills, payments, cashFen }: Ledger): number {
  let money = cashFen;
  for (const { paidFen } of bills) money += paidFen;
  for (const { amountFen } of payments) money -= amountFen;
  return Math.max(0, money);
}
