import { createPeriod, type Period } from '../../subgraphs/analytics/period.ts';
import { startOfLastMonths } from '../../subgraphs/contacts/periods.ts';
import { addMonths, type Clock, startOfDay, toEpochSeconds } from '../../subgraphs/kit/clock.ts';

/** The moment of one request, and the bounds that follow from it. Names in `…At` are epoch seconds. */
export interface BusinessTime {
  readonly nowAt: number;
  readonly today: string;
  readonly runningMonth: string;
  /** The newest that is billed. */
  readonly lastMonth: string;
  /** Months that the warnings are counted from. */
  readonly period: Period;
  readonly threeMonthsAgoAt: number;
  readonly yearAt: number;
  readonly nextYearAt: number;
  /** The 24 months before the running one, and it. */
  readonly historyAt: number;
}

export function readTime(clock: Clock): BusinessTime {
  const now = clock();
  const period = createPeriod(now);
  const { today, runningMonth } = period;
  const year = Number(today.slice(0, 4));
  return {
    nowAt: toEpochSeconds(now),
    today,
    runningMonth,
    lastMonth: addMonths(runningMonth, -1),
    period,
    threeMonthsAgoAt: startOfLastMonths(3, now),
    yearAt: startOfDay(`${year}-01-01`),
    nextYearAt: startOfDay(`${year + 1}-01-01`),
    historyAt: startOfDay(`${addMonths(runningMonth, -24)}-01`),
  };
}
