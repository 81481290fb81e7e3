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

/** What is owed 欠费: the unpaid part of bills past their due day, and nothing else. */
export function arrearsOf(bills: readonly Bill[], today: string): Arrears {
  const overdue = bills
    .filter((bill) => billState(bill, today) === 'OVERDUE')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const since = overdue[0]?.dueOn ?? null;
  return {
    amountFen: overdue.reduce((sum, bill) => sum + unpaidFen(bill), 0),
    since,
    overdueDays: since === null ? 0 : daysBetween(since, today),
    bills: overdue,
  };
}
