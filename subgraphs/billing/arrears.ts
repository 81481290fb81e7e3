import { daysBetween } from '#kit/clock';
import type { Bill } from './model.ts';

export interface Arrears {
  readonly amountFen: number;
  readonly since: string | null;
  readonly overdueDays: number;
  readonly bills: readonly Bill[];
}

export function unpaidFen({ totalFen, paidFen }: Bill): number {
  return totalFen - paidFen;
}

/** A bill may still be paid on its due day without being late. */
export function billState(bill: Bill, today: string): 'PAID' | 'OPEN' | 'OVERDUE' {
  if (unpaidFen(bill) <= 0) return 'PAID';
  return bill.dueOn < today ? 'OVERDUE' : 'OPEN';
}

const NOTHING_OWED: Arrears = { amountFen: 0, since: null, overdueDays: 0, bills: [] };

/** What is owed 欠费: the unpaid part of bills past their due day, and nothing else. */
export function arrearsOf(bills: readonly Bill[], today: string): Arrears {
  const overdue = bills.filter((bill) => billState(bill, today) === 'OVERDUE').sort(oldestFirst);
  const [oldest] = overdue;
  if (oldest === undefined) return NOTHING_OWED;
  return {
    amountFen: overdue.reduce((sum, bill) => sum + unpaidFen(bill), 0),
    since: oldest.dueOn,
    overdueDays: daysBetween(oldest.dueOn, today),
    bills: overdue,
  };
}

function oldestFirst(a: Bill, b: Bill): number {
  if (a.dueOn === b.dueOn) return a.month < b.month ? -1 : 1;
  return a.dueOn < b.dueOn ? -1 : 1;
}
