/** "The last three months" and the like: one definition for every figure. */
import { addMonths, startOfDay, toDay } from '#kit/clock';

/**
 * Epoch seconds at which the last `months` months, today included, begin: the
 * first second of the same day that many calendar months earlier, in Shanghai.
 * A day that the earlier month lacks becomes its last: three months before
 * 31 May begin on 28 or 29 February.
 */
export function startOfLastMonths(months: number, now: Date): number {
  const today = toDay(now);
  const month = addMonths(today.slice(0, 7), -months);
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const day = Math.min(Number(today.slice(8)), lastDay);
  return startOfDay(`${month}-${String(day).padStart(2, '0')}`);
}
