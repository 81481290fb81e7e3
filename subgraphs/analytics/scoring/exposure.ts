/** How long a customer could have been seen to do something. */
import { addDays, startOfDay } from '#kit/clock';
import type { CustomerFacts } from './facts.ts';
import { DAYS_PER_MONTH, decayedMonths } from './gamma-poisson.ts';

const DAY_SECONDS = 86_400;

export interface Exposure {
  /** Epoch seconds; what happened before, or at the end and after, does not exist. Both 0 without a line. */
  readonly from: number;
  readonly until: number;
  /** X: not decayed. */
  readonly months: number;
  /** E: decayed. */
  readonly decayedMonths: number;
}

interface Recorded {
  readonly halfLifeDays: number;
  readonly recordedFrom: string;
}

const NONE: Exposure = { from: 0, until: 0, months: 0, decayedMonths: 0 };

/**
 * From the day the first line was opened, or things began to be recorded, to the end of the day the last was closed, or
 * to the beginning of `asOf`. Pauses between two lines count as time with us.
 */
export function exposureOf(
  { lines }: CustomerFacts,
  asOf: string,
  { halfLifeDays, recordedFrom }: Recorded,
): Exposure {
  let first = asOf;
  let last = '';
  for (const { openedOn, closedOn } of lines) {
    if (openedOn >= asOf) continue;
    if (openedOn < first) first = openedOn;
    const end = closedOn === null || closedOn >= asOf ? asOf : addDays(closedOn, 1);
    if (end > last) last = end;
  }
  if (first < recordedFrom) first = recordedFrom;
  if (first >= last) return NONE;
  const [from, until, now] = [startOfDay(first), startOfDay(last), startOfDay(asOf)];
  return {
    from,
    until,
    months: (until - from) / DAY_SECONDS / DAYS_PER_MONTH,
    decayedMonths: decayedMonths((now - until) / DAY_SECONDS, (now - from) / DAY_SECONDS, halfLifeDays),
  };
}
