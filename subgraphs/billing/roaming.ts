import { addMonths } from '#kit/clock';
import type { RoamingEvent } from './model.ts';

const MAX_EVENTS = 200;

export interface BorderRoaming {
  readonly thisMonthCount: number;
  readonly lastMonthCount: number;
  readonly events: readonly RoamingEvent[];
}

/** Border roaming 边界漫游 is told for the running month and the one before. */
export function firstRoamingDay(runningMonth: string): string {
  return `${addMonths(runningMonth, -1)}-01`;
}

/** @param events Of the two months, newest first. */
export function borderRoamingOf(events: readonly RoamingEvent[], runningMonth: string): BorderRoaming {
  const thisMonthCount = events.filter(({ day }) => day.startsWith(runningMonth)).length;
  return {
    thisMonthCount,
    lastMonthCount: events.length - thisMonthCount,
    events: events.slice(0, MAX_EVENTS),
  };
}
