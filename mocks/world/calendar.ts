/**
 * The days of the made-up operator, as whole numbers since 1970-01-01. A
 * customer has hundreds of dates; arithmetic on integers and a table of texts
 * cost a fiftieth of `Date`.
 */
import { addMonths, startOfDay, toDateTime, toEpochSeconds } from '#kit/clock';

export interface Calendar {
  readonly now: number;
  /** Day number of `now`. */
  readonly today: number;
  /** The 24 billed months and the running one, oldest first. */
  readonly months: readonly string[];
  /** Day numbers on which these months begin; one more, for the month to come. */
  readonly monthStarts: readonly number[];
  /** `YYYY-MM-DD` of a day number. */
  day(day: number): string;
  /** Index of a day's month among `months`; negative before the first. */
  monthOf(day: number): number;
  /** Epoch seconds of a second of a Shanghai day. */
  at(day: number, second: number): number;
}

/** Index of the running month, behind as many billed ones. */
export const RUNNING = 24;

const SECONDS_PER_DAY = 86_400;
const FIRST_YEAR = 1990;
const YEARS_AHEAD = 6;

export function dayNumber(day: string): number {
  return Date.parse(day) / (SECONDS_PER_DAY * 1_000);
}

export function createCalendar(nowText: string): Calendar {
  const now = toEpochSeconds(nowText);
  const todayText = toDateTime(now).slice(0, 10);
  const today = dayNumber(todayText);
  const runningMonth = todayText.slice(0, 7);
  const months = Array.from({ length: RUNNING + 1 }, (_, at) => addMonths(runningMonth, at - RUNNING));
  const monthStarts = [...months, addMonths(runningMonth, 1)].map((month) => dayNumber(`${month}-01`));

  const firstDay = dayNumber(`${FIRST_YEAR}-01-01`);
  const lastDay = dayNumber(`${Number(runningMonth.slice(0, 4)) + YEARS_AHEAD}-12-31`);
  const texts: string[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    texts.push(new Date(day * SECONDS_PER_DAY * 1_000).toISOString().slice(0, 10));
  }

  const start = monthStarts[0] ?? today;
  const secondsAtEpoch = startOfDay('1970-01-01');

  return {
    now,
    today,
    months,
    monthStarts,
    day(day) {
      const text = texts[day - firstDay];
      if (text === undefined) throw new RangeError(`Day ${day} is outside the calendar.`);
      return text;
    },
    monthOf(day) {
      // A month has at least 28 days, so the guess is never too small.
      let month = Math.min(RUNNING + 1, Math.floor((day - start) / 28));
      while (month >= 0 && (monthStarts[month] ?? Number.POSITIVE_INFINITY) > day) month--;
      return month;
    },
    at: (day, second) => secondsAtEpoch + day * SECONDS_PER_DAY + second,
  };
}
