import type { FeatureMonth, TrendFigure, UsageTrend } from '../model.ts';
import { lastFullMonths, type Period } from '../period.ts';
import { pickMonths, sumOf } from './months.ts';
import { oneDecimal } from './units.ts';

const MONTHS = 3;

/**
 * The last three full months against the three before (V40). Null for a line
 * that has none of the six.
 */
export function usageTrend(months: readonly FeatureMonth[], period: Period): UsageTrend | null {
  const recentMonths = lastFullMonths(period, MONTHS);
  const recent = pickMonths(months, recentMonths);
  const previous = pickMonths(months, lastFullMonths(period, MONTHS, MONTHS));
  if (recent.length === 0 && previous.length === 0) return null;

  // A part of three months compared with three would show a change that never was.
  const comparable = recent.length === MONTHS && previous.length === MONTHS;
  const figure = (use: (month: FeatureMonth) => number): TrendFigure => {
    const [now, before] = [sumOf(recent, use), sumOf(previous, use)];
    const changePercent = comparable && before > 0 ? oneDecimal(((now - before) / before) * 100) : null;
    return { recent: now, previous: before, changePercent };
  };
  return {
    fromMonth: recentMonths[0] as string,
    toMonth: recentMonths[MONTHS - 1] as string,
    voice: figure((month) => month.voiceMinutes),
    sms: figure((month) => month.smsCount),
    data: figure((month) => month.dataKilobytes),
  };
}
