import { addMonths } from '#kit/clock';
import type { Bill, BillItem, ChargeCategory, UsageMonth } from './model.ts';

export const HALF_YEAR_MONTHS = 6;
/** Months behind the average revenue of a line. */
export const AVERAGE_MONTHS = 3;

export interface Consumption {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly totalFen: number;
  readonly byCategory: readonly { readonly category: ChargeCategory; readonly amountFen: number }[];
}

export interface MonthlyConsumption {
  readonly month: string;
  readonly totalFen: number;
}

/** The first of the last `count` billed months; the running month is not billed yet. */
export function firstBilledMonth(runningMonth: string, count: number): string {
  return addMonths(runningMonth, -count);
}

/**
 * Half-year consumption value 半年消费值. A month without a bill counts as nothing.
 *
 * @param items Of all these bills, or none where nobody asks for categories.
 */
export function halfYearOf(
  bills: readonly Bill[],
  items: readonly BillItem[],
  runningMonth: string,
): Consumption {
  const amounts = new Map<ChargeCategory, number>();
  for (const { category, amountFen } of items) {
    amounts.set(category, (amounts.get(category) ?? 0) + amountFen);
  }
  return {
    fromMonth: firstBilledMonth(runningMonth, HALF_YEAR_MONTHS),
    toMonth: addMonths(runningMonth, -1),
    totalFen: bills.reduce((sum, bill) => sum + bill.totalFen, 0),
    byCategory: [...amounts]
      .map(([category, amountFen]) => ({ category, amountFen }))
      .toSorted((a, b) => b.amountFen - a.amountFen || (a.category < b.category ? -1 : 1)),
  };
}

/** Consumption curve 消费曲线: months without any bill have no point. */
export function curveOf(bills: readonly Bill[]): MonthlyConsumption[] {
  const totals = new Map<string, number>();
  for (const { month, totalFen } of bills) totals.set(month, (totals.get(month) ?? 0) + totalFen);
  return [...totals]
    .map(([month, totalFen]) => ({ month, totalFen }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * ARPU值 of one line: the mean charge of its last three billed months, half a
 * 分 rounded up. Fewer months when the line is newer; null when it has none.
 */
export function averageRevenueOf(months: readonly UsageMonth[], runningMonth: string): number | null {
  const first = firstBilledMonth(runningMonth, AVERAGE_MONTHS);
  const billed = months.filter(({ month }) => month >= first && month < runningMonth);
  if (billed.length === 0) return null;
  return Math.round(billed.reduce((sum, { chargeFen }) => sum + chargeFen, 0) / billed.length);
}
