/** Whether a line can be used, and since when: cut off for unpaid bills, given up, or in order. */
import type { Calendar } from './calendar.ts';
import type { WorldSubscriber } from './model.ts';
import type { Persona } from './persona.ts';

const ONE_WAY_AFTER_DAYS = 10;
const SUSPENDED_AFTER_DAYS = 30;

/** Days on which a line is stopped; infinite when its payer pays. */
export interface CutOff {
  readonly oneWay: number;
  readonly bothWays: number;
}

/** @param openedMonth Index of the month in which the line was opened: it has no bill before. */
export function cutOffDays(
  { stopsAtBill, dueDay }: Persona['payment'],
  openedMonth: number,
  monthStarts: Calendar['monthStarts'],
): CutOff {
  if (stopsAtBill === null) return { oneWay: Number.POSITIVE_INFINITY, bothWays: Number.POSITIVE_INFINITY };
  const firstUnpaid = Math.max(stopsAtBill, openedMonth);
  const due = (monthStarts[firstUnpaid + 1] as number) + dueDay - 1;
  return { oneWay: due + ONE_WAY_AFTER_DAYS, bothWays: due + SUSPENDED_AFTER_DAYS };
}

interface Facts {
  readonly heldSince: number;
  readonly closedAt: number | null;
  readonly preClosed: boolean;
  readonly cutOff: CutOff;
}

export function statusOf(
  { heldSince, closedAt, preClosed, cutOff }: Facts,
  calendar: Calendar,
): Pick<WorldSubscriber, 'status' | 'statusSince'> {
  if (closedAt !== null) return { status: preClosed ? 'PRE_CLOSED' : 'CLOSED', statusSince: closedAt };
  // Lines are stopped in the small hours.
  const stopped = (day: number): number => calendar.at(day, 2 * 3_600);
  if (cutOff.bothWays <= calendar.today)
    return { status: 'SUSPENDED', statusSince: stopped(cutOff.bothWays) };
  if (cutOff.oneWay <= calendar.today) {
    return { status: 'SUSPENDED_ONE_WAY', statusSince: stopped(cutOff.oneWay) };
  }
  return { status: 'ACTIVE', statusSince: heldSince };
}

/** How much of a month, 0 to 1, lies within the days in use. */
export function partInUse(start: number, next: number, from: number, until: number): number {
  return Math.max(0, Math.min(next, until) - Math.max(start, from)) / (next - start);
}
