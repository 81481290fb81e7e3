import type { CountedMonth, TrendFigure, UsageTrend } from '../model.ts';
import { lastFullMonths, type Period } from '../period.ts';
import { oneDecimal } from './units.ts';

const MONTHS = 3;

/** Sums over the months of one half of the comparison. */
interface Sums {
  months: number;
  voice: number;
  sms: number;
  data: number;
}

/**
 * The last three full months against the three before (V40). Null for a line
 * that has none of the six.
 */
export function usageTrend(months: readonly CountedMonth[], period: Period): UsageTrend | null {
  const [fromMonth, , toMonth] = lastFullMonths(period, MONTHS) as [string, string, string];
  const [previousFrom] = lastFullMonths(period, MONTHS, MONTHS) as [string];
  const recent = sumsOf(months, (month) => month >= fromMonth && month <= toMonth);
  const previous = sumsOf(months, (month) => month >= previousFrom && month < fromMonth);
  if (recent.months === 0 && previous.months === 0) return null;

  // A part of three months compared with three would show a change that never was.
  const comparable = recent.months === MONTHS && previous.months === MONTHS;
  return {
    fromMonth,
    toMonth,
    voice: figureOf(recent.voice, previous.voice, comparable),
    sms: figureOf(recent.sms, previous.sms, comparable),
    data: figureOf(recent.data, previous.data, comparable),
  };
}

function sumsOf(months: readonly CountedMonth[], isMeant: (month: string) => boolean): Sums {
  const sums: Sums = { months: 0, voice: 0, sms: 0, data: 0 };
  for (const { month, voiceMinutes, smsCount, dataKilobytes } of months) {
    if (!isMeant(month)) continue;
    sums.months++;
    sums.voice += voiceMinutes;
    sums.sms += smsCount;
    sums.data += dataKilobytes;
  }
  return sums;
}

function figureOf(recent: number, previous: number, comparable: boolean): TrendFigure {
  const changePercent =
    comparable && previous > 0 ? oneDecimal(((recent - previous) / previous) * 100) : null;
  return { recent, previous, changePercent };
}
