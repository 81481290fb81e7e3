import type { FeatureMonth } from '../model.ts';

/** Those of the wanted months that the line has, in the wanted order. */
export function pickMonths(months: readonly FeatureMonth[], wanted: readonly string[]): FeatureMonth[] {
  return wanted.flatMap((name) => months.find(({ month }) => month === name) ?? []);
}

export function sumOf(months: readonly FeatureMonth[], figure: (month: FeatureMonth) => number): number {
  return months.reduce((sum, month) => sum + figure(month), 0);
}
