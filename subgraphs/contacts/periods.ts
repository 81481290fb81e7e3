/** "The last three months" and the like: one definition for every figure. */
import { monthsBefore, startOfDay, toDay } from '#kit/clock';

/** Epoch seconds at which the last `months` months, today included, begin in Shanghai. */
export function startOfLastMonths(months: number, now: Date): number {
  return startOfDay(monthsBefore(toDay(now), months));
}
