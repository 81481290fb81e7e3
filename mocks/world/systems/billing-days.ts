/** Where in its month the use of a line falls. Days are days of the month, from 1. */
import type { Random } from '../rng.ts';

const DAY_SECONDS = 86_400;
/** Use falls between 7 and 23 o'clock. */
const WAKING_FROM = 7 * 3_600;
export const WAKING_SECONDS = 16 * 3_600;

/** So many different days from `first` to `last`, in order; as many as there are, and one at least. */
export function pickDays(random: Random, first: number, last: number, count: number): number[] {
  const days: number[] = [];
  let wanted = Math.max(1, Math.min(count, last - first + 1));
  for (let day = first; day <= last && wanted > 0; day++) {
    if (random.float() * (last - day + 1) >= wanted) continue;
    days.push(day);
    wanted--;
  }
  return days;
}

/** Uneven whole parts that add up to the total. */
export function shareOut(random: Random, total: number, parts: number): number[] {
  const ends: number[] = [];
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    sum += 0.2 + random.float();
    ends.push(sum);
  }
  let given = 0;
  return ends.map((end) => {
    const before = given;
    given = Math.round((total * end) / sum);
    return given - before;
  });
}

/**
 * So many seconds of the month in ascending order, spread over the waking
 * hours of these days.
 *
 * @param lengths How long each lasts: the next one begins when it is over.
 */
export function spreadOver(
  random: Random,
  days: readonly number[],
  count: number,
  lengths: readonly number[] = [],
): number[] {
  const waking = days.length * WAKING_SECONDS;
  const taken = lengths.reduce((sum, length) => sum + length, 0);
  const pauses = shareOut(random, Math.max(0, waking - taken), count + 1);
  let at = 0;
  return Array.from({ length: count }, (_, nth) => {
    at += pauses[nth] ?? 0;
    const begin = Math.min(at, waking - 1);
    at += lengths[nth] ?? 0;
    return secondOf(days[Math.floor(begin / WAKING_SECONDS)] ?? 1, begin % WAKING_SECONDS);
  });
}

/** Second of the month. */
export function secondOf(day: number, wakingSecond: number): number {
  return (day - 1) * DAY_SECONDS + WAKING_FROM + wakingSecond;
}

export function dayOf(second: number): number {
  return Math.floor(second / DAY_SECONDS) + 1;
}
