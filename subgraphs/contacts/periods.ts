/** "The last three months" and the like: one definition for every figure. */
import { monthsBefore, startOfDay, toDay } from '#kit/clock';

/** Epoch seconds at which the last `months` months, today included, begin in Shanghai. */
export function startOfLastMonths(months: number, now: Date): number {
  return startOfDay(monthsBefore(toDay(now), months));
}

/** When the periods began that a request counts in, in epoch seconds. */
export interface LastMonths {
  readonly threeAgoAt: number;
  readonly yearAgoAt: number;
}

export function lastMonthsAt(now: Date): LastMonths {
  return { threeAgoAt: startOfLastMonths(3, now), yearAgoAt: startOfLastMonths(12, now) };
}
