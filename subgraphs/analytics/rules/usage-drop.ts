import type { Line, TrendFigure, Warning } from '../model.ts';
import type { Period } from '../period.ts';
import { dataText, percentText } from './units.ts';
import { usageTrend } from './usage-trend.ts';

/** Last three months / three before: down to here it is a drop, down to there a severe one. */
const DROP_RATIO = 0.5;
const SEVERE_DROP_RATIO = 0.2;
/** Below this use in the three months before, half of it says nothing: 20 minutes, 50 MB a month. */
const VOICE_FLOOR_MINUTES = 60;
const DATA_FLOOR_KILOBYTES = 150 * 1_024;

/** 使用量骤降: voice or data of a line in use fell by half or more (V40's figures). */
export function usageDrop({ subscriberId, status, months }: Line, period: Period): Warning | null {
  const trend = status === 'ACTIVE' ? usageTrend(months, period) : null;
  if (trend === null) return null;

  const { data, voice } = trend;
  const dataFell = isDrop(data, DATA_FLOOR_KILOBYTES);
  const voiceFell = isDrop(voice, VOICE_FLOOR_MINUTES);
  if (!dataFell && !voiceFell) return null;
  const drops = [...(dataFell ? [dataDrop(data)] : []), ...(voiceFell ? [voiceDrop(voice)] : [])];
  return {
    kind: 'USAGE_DROP',
    severity: drops.some(({ ratio }) => ratio <= SEVERE_DROP_RATIO) ? 'HIGH' : 'MEDIUM',
    subscriberId,
    month: trend.toMonth,
    evidence: {
      code: 'USAGE_DROP',
      textZh: `近3个月${drops.map(({ zh }) => zh).join('，')}`,
      textEn: `In three months ${drops.map(({ en }) => en).join(', ')}`,
      numbers: drops.flatMap(({ numbers }) => numbers),
    },
  };
}

/** A figure without a change was not comparable: the line is younger than six months. */
function isDrop({ recent, previous, changePercent }: TrendFigure, floor: number): boolean {
  return changePercent !== null && previous >= floor && recent <= previous * DROP_RATIO;
}

function dataDrop({ recent, previous }: TrendFigure) {
  const ratio = recent / previous;
  const [from, to, fall] = [dataText(previous), dataText(recent), percentText(1 - ratio)];
  return {
    ratio,
    zh: `流量由${from}降至${to}（下降${fall}）`,
    en: `data fell from ${from} to ${to} (by ${fall})`,
    numbers: [
      { name: 'recentData', value: recent, unit: 'KB' },
      { name: 'previousData', value: previous, unit: 'KB' },
    ],
  };
}

function voiceDrop({ recent, previous }: TrendFigure) {
  const ratio = recent / previous;
  const fall = percentText(1 - ratio);
  return {
    ratio,
    zh: `通话由${previous}分钟降至${recent}分钟（下降${fall}）`,
    en: `calls fell from ${previous} to ${recent} minutes (by ${fall})`,
    numbers: [
      { name: 'recentVoice', value: recent, unit: 'minute' },
      { name: 'previousVoice', value: previous, unit: 'minute' },
    ],
  };
}
