/** Days on which lines are looked at to learn from, and what became of them within the horizon. */
import { addDays, addMonths } from '#kit/clock';
import type { CustomerFacts, LineFacts, MonthFact } from '../facts.ts';
import type { LineView } from './line-view.ts';

/** A line counts as lost when it is given up, or not used for a month, within so many days. */
export const HORIZON_DAYS = 60;
/** Whoever came so lately is not judged yet. */
const SETTLING_DAYS = 60;
const TRAIN_MONTHS = 10;

export type Part = 'TRAIN' | 'VALIDATE' | 'TEST';

/**
 * First days of months, oldest first: ten to fit on, two to calibrate on, one to test on. The last is the latest whose
 * horizon is over before `asOf`.
 */
export function snapshotDays(asOf: string): { readonly day: string; readonly part: Part }[] {
  const latest = addDays(asOf, -HORIZON_DAYS);
  const last = latest.slice(0, 7);
  return Array.from({ length: TRAIN_MONTHS + 3 }, (_, nth) => {
    const back = TRAIN_MONTHS + 2 - nth;
    const part = back === 0 ? 'TEST' : back <= 2 ? 'VALIDATE' : 'TRAIN';
    return { day: `${addMonths(last, -back)}-01`, part };
  });
}

/** @returns Null where the line is not to be judged on that day: not held, or only just. */
export function viewOf(
  customer: CustomerFacts,
  line: LineFacts,
  day: string,
  complaintsAMonth: number,
): LineView | null {
  if (line.openedOn > addDays(day, -SETTLING_DAYS)) return null;
  if (line.closedOn !== null && line.closedOn < day) return null;
  const month = day.slice(0, 7);
  let count = line.months.length;
  while (count > 0 && (line.months[count - 1] as MonthFact).month >= month) count--;
  return { customer, line, day, months: line.months.slice(0, count), complaintsAMonth };
}

/**
 * Whether the line was lost within the horizon. Null where it can't be said: cut off because nobody paid is a matter of
 * dunning, and no wish to leave.
 */
export function isLost({ line, day, months }: LineView): boolean | null {
  const end = addDays(day, HORIZON_DAYS);
  if (line.lateBills.some(({ paidOn, dueOn }) => paidOn === null && dueOn < end)) return null;
  if (line.closedOn !== null && line.closedOn < end) return true;
  const first = line.months[months.length];
  const before = months.at(-1);
  return first !== undefined && before !== undefined && line.isMobile && isUnused(first) && !isUnused(before);
}

function isUnused({ voiceMinutes, smsCount, mmsCount, dataKilobytes }: MonthFact): boolean {
  return voiceMinutes + smsCount + mmsCount + dataKilobytes === 0;
}
