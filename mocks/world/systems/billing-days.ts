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
  return shareBy(drawWeights(random, parts), total);
}

/** Weights that add up as they go: the last one is the sum. */
export function drawWeights(random: Random, parts: number): number[] {
  const weights: number[] = [];
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    sum += 0.2 + random.float();
    weights.push(sum);
  }
  return weights;
}

/** Whole parts by these weights; they add up to the total. */
export function shareBy(weights: readonly number[], total: number): number[] {
  const scale = total / (weights.at(-1) ?? 1);
  const last = weights.length - 1;
  const parts: number[] = [];
  let given = 0;
  for (let at = 0; at <= last; at++) {
    const upTo = at === last ? total : Math.round((weights[at] ?? 0) * scale);
    parts.push(upTo - given);
    given = upTo;
  }
  return parts;
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
  if (count === 0) return [];
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
