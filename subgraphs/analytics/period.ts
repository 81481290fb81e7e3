import { addMonths, toDay, toMonth } from '#kit/clock';

/** The months that the counting rules look at. */
export interface Period {
  readonly today: string;
  readonly runningMonth: string;
  /** The last full months, oldest first. */
  readonly fullMonths: readonly string[];
}

/** A bill is compared with the median of the six before it; no rule looks back further. */
const FULL_MONTHS = 7;

export function createPeriod(now: Date): Period {
  const runningMonth = toMonth(now);
  const fullMonths = Array.from({ length: FULL_MONTHS }, (_, i) => addMonths(runningMonth, i - FULL_MONTHS));
  return { today: toDay(now), runningMonth, fullMonths };
}

/** The last `count` full months, oldest first, skipping the newest `skip`. */
export function lastFullMonths({ fullMonths }: Period, count: number, skip = 0): readonly string[] {
  return fullMonths.slice(fullMonths.length - skip - count, fullMonths.length - skip);
}
