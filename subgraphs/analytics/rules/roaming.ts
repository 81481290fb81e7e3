import type { FeatureMonth, Interpretation } from '../model.ts';
import { lastFullMonths, type Period } from '../period.ts';
import { pickMonths, sumOf } from './months.ts';
import { noFacts } from './no-facts.ts';

/** So many roaming events in two months are often 经常漫游. */
const OFTEN_ROAMING_EVENTS = 4;

/** Does the line roam often, this month and last (P17)? The same two months as the panel of P16. */
export function roaming(months: readonly FeatureMonth[], period: Period): Interpretation {
  const { runningMonth } = period;
  const counted = pickMonths(months, [...lastFullMonths(period, 1), runningMonth]);
  if (counted.length === 0) return noFacts('ROAMING', runningMonth);

  const events = sumOf(counted, ({ roamingEvents }) => roamingEvents);
  const { code, zh, en } = verdict(events);
  return {
    kind: 'ROAMING',
    month: runningMonth,
    evidence: {
      code,
      textZh: `本月和上月共漫游${events}次，${zh}`,
      textEn: `${events} roaming events this month and last: ${en}`,
      numbers: [
        { name: 'roamingEvents', value: events, unit: 'event' },
        { name: 'monthsCounted', value: counted.length, unit: 'month' },
      ],
    },
  };
}

function verdict(events: number): { code: string; zh: string; en: string } {
  if (events === 0) return { code: 'ROAMING_NONE', zh: '没有漫游', en: 'does not roam' };
  if (events < OFTEN_ROAMING_EVENTS) return { code: 'ROAMING_SELDOM', zh: '偶尔漫游', en: 'roams seldom' };
  return { code: 'ROAMING_OFTEN', zh: '经常漫游', en: 'roams often' };
}
