/** What is known of a line on one day, counted. */
import { addMonths, daysBetween, startOfDay } from '#kit/clock';
import type { CustomerFacts, LineFacts, MonthFact } from '../facts.ts';
import { DAYS_PER_MONTH } from '../gamma-poisson.ts';
import { isOpenAt } from '../open-ticket.ts';

/** One line on one day. All facts are from before that day. */
export interface LineView {
  readonly customer: CustomerFacts;
  readonly line: LineFacts;
  /** First day of a month, or the day scored. */
  readonly day: string;
  /** Full months before `day`, oldest first. */
  readonly months: readonly MonthFact[];
  /** Complaints a month that the customer is expected to make, from the gamma–Poisson estimate of that day. */
  readonly complaintsAMonth: number;
}

/** No more than the earliest snapshots have. */
const BILLS = 9;
const HALF_YEAR_DAYS = 183;
/** As contact history writes it. */
const DISSATISFIED = '02';

export function tenureDays({ line, day }: LineView): number {
  return daysBetween(line.openedOn, day);
}

export function monthsOf(days: number): number {
  return Math.floor(days / DAYS_PER_MONTH);
}

/** To the end of the longest contract in force; -1 without one. */
export function contractDays({ line, day }: LineView): number {
  let last = '';
  for (const { startedOn, endedOn, contractEndsOn } of line.subscriptions) {
    const inForce = startedOn < day && (endedOn === null || endedOn >= day);
    if (inForce && contractEndsOn !== null && contractEndsOn >= day && contractEndsOn > last)
      last = contractEndsOn;
  }
  return last === '' ? -1 : daysBetween(day, last);
}

export function services({ line, day }: LineView): number {
  let count = 0;
  for (const { startedOn, endedOn } of line.subscriptions) {
    if (startedOn < day && (endedOn === null || endedOn >= day)) count++;
  }
  return Math.max(0, count - 1);
}

/** Sum of the last three months by that of the three before; 1 where there is too little to compare. */
export function ratio(months: readonly MonthFact[], of: (month: MonthFact) => number): number {
  // The month in which a line was opened is not whole.
  if (months.length < 7) return 1;
  let recent = 0;
  let before = 0;
  for (let back = 1; back <= 3; back++) {
    recent += of(months[months.length - back] as MonthFact);
    before += of(months[months.length - 3 - back] as MonthFact);
  }
  return before === 0 ? 1 : recent / before;
}

/** Calls and data alike: each moves by chance, both together hardly. */
export function useRatio(months: readonly MonthFact[]): number {
  const voice = ratio(months, ({ voiceMinutes }) => voiceMinutes);
  const data = ratio(months, ({ dataKilobytes }) => dataKilobytes);
  return Math.min(2, (Math.min(2.5, voice) + Math.min(2.5, data)) / 2);
}

/** The dearest of the last three months by the median of the six before each; 1 with less history. */
export function worstShock(months: readonly MonthFact[]): number {
  let worst = 1;
  for (let back = 1; back <= 3; back++) {
    const at = months.length - back;
    if (at < 6) break;
    const before = months
      .slice(at - 6, at)
      .map(({ chargeFen }) => chargeFen)
      .sort((a, b) => a - b);
    const median = ((before[2] as number) + (before[3] as number)) / 2;
    if (median > 0) worst = Math.max(worst, (months[at] as MonthFact).chargeFen / median);
  }
  return worst;
}

export function lateBills({ line, day, months }: LineView): { late: number; bills: number } {
  const from = addMonths(day.slice(0, 7), -BILLS - 1);
  let late = 0;
  // A bill that is not due yet can't be late.
  for (const { month, dueOn } of line.lateBills) if (month >= from && dueOn < day) late++;
  return { late, bills: Math.min(BILLS, Math.max(late, months.length - 1)) };
}

export function overdueTickets({ customer, day }: LineView): number {
  const at = startOfDay(day);
  return customer.tickets.filter((ticket) => isOpenAt(ticket, at) && ticket.dueAt < at).length;
}

/** When last asked, within half a year. */
export function isDissatisfied({ customer, day }: LineView): boolean {
  for (const { repliedAt, satisfaction } of customer.tickets.toReversed()) {
    if (satisfaction === null || repliedAt === null) continue;
    const since = daysSince(repliedAt, day);
    if (since >= 0) return since <= HALF_YEAR_DAYS && satisfaction === DISSATISFIED;
  }
  return false;
}

/** Days from a moment to the beginning of a day; negative where it comes later. */
export function daysSince(at: number, day: string): number {
  return (startOfDay(day) - at) / 86_400;
}
