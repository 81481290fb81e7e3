/**
 * Business time. The business day is Asia/Shanghai, which has kept +08:00
 * without daylight saving since 1991, so plain arithmetic is exact.
 *
 * Edges carry ISO 8601: a moment with offset, a day `YYYY-MM-DD`, a month
 * `YYYY-MM`. Databases hold moments as epoch seconds.
 */
export type Clock = () => Date;

const OFFSET_SECONDS = 8 * 3_600;
const DAY_MS = 86_400_000;

/** Epoch seconds to `2026-11-20T10:00:00+08:00`. */
export function toDateTime(epochSeconds: number): string {
  return `${new Date((epochSeconds + OFFSET_SECONDS) * 1_000).toISOString().slice(0, 19)}+08:00`;
}

/** Epoch seconds of a moment. */
export function toEpochSeconds(moment: Date | string): number {
  return Math.floor(new Date(moment).getTime() / 1_000);
}

/** `YYYY-MM-DD` of a moment, in Shanghai. */
export function toDay(moment: Date): string {
  return toDateTime(toEpochSeconds(moment)).slice(0, 10);
}

/**
 * What is the same all of a business day, worked out when it is asked for another
 * day than the last: requests ask for little else, and working a date out is slow.
 */
export function onceADay<T>(workOut: (moment: Date) => T): (moment: Date) => T {
  let known: { readonly from: number; readonly until: number; readonly value: T } | undefined;
  return (moment) => {
    const at = moment.getTime();
    if (known === undefined || at < known.from || at >= known.until) {
      const from = startOfDay(toDay(moment)) * 1_000;
      known = { from, until: from + DAY_MS, value: workOut(moment) };
    }
    return known.value;
  };
}

/** `YYYY-MM` of a moment, in Shanghai. */
export function toMonth(moment: Date): string {
  return toDay(moment).slice(0, 7);
}

/** Moves a `YYYY-MM` month by whole months: `addMonths('2026-01', -1)` is `2025-12`. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Whole days from one `YYYY-MM-DD` day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day `count` days after a `YYYY-MM-DD` day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day some calendar months earlier: how "the last three months" begin.
 * A day that the earlier month lacks becomes its last: three months before
 * 31 May is 28 or 29 February.
 */
export function monthsBefore(day: string, months: number): string {
  const month = addMonths(day.slice(0, 7), -months);
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return `${month}-${String(Math.min(Number(day.slice(8)), lastDay)).padStart(2, '0')}`;
}

/** Epoch seconds at which a `YYYY-MM-DD` day begins in Shanghai. */
export function startOfDay(day: string): number {
  return Date.parse(day) / 1_000 - OFFSET_SECONDS;
}
