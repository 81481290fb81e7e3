import type { CountedMonth } from '../model.ts';

/** Those of the wanted months that the line has, in the order of time, as both lists are. */
export function pickMonths<M extends CountedMonth>(months: readonly M[], wanted: readonly string[]): M[] {
  return months.filter(({ month }) => wanted.includes(month));
}

/** The month of that name; undefined when the line does not have it. */
export function findMonth<M extends CountedMonth>(
  months: readonly M[],
  wanted: string | undefined,
): M | undefined {
  return months.find(({ month }) => month === wanted);
}

export function sumOf<M extends CountedMonth>(months: readonly M[], figure: (month: M) => number): number {
  return months.reduce((sum, month) => sum + figure(month), 0);
}
