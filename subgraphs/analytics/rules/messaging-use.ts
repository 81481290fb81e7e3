import type { FeatureMonth, Interpretation } from '../model.ts';
import { lastFullMonths, type Period } from '../period.ts';
import { pickMonths, sumOf } from './months.ts';
import { noFacts } from './no-facts.ts';

const MONTHS = 3;
/** Over three months: one MMS a month, or one change of the ringback tone, is active use 积极. */
const ACTIVE_MMS = 3;
const ACTIVE_RINGBACK_CHANGES = 1;

/** Are MMS and ringback actively used, over the last three full months (P15)? */
export function messagingUse(months: readonly FeatureMonth[], period: Period): Interpretation {
  const wanted = lastFullMonths(period, MONTHS);
  const counted = pickMonths(months, wanted);
  const month = wanted[MONTHS - 1] as string;
  if (counted.length === 0) return noFacts('MESSAGING_USE', month);

  const mms = sumOf(counted, ({ mmsCount }) => mmsCount);
  const changes = sumOf(counted, ({ ringbackChanges }) => ringbackChanges);
  const active = mms >= ACTIVE_MMS || changes >= ACTIVE_RINGBACK_CHANGES;
  return {
    kind: 'MESSAGING_USE',
    month,
    evidence: {
      code: active ? 'MESSAGING_ACTIVE' : 'MESSAGING_NOT_ACTIVE',
      textZh: `近3个月发送彩信${mms}条、更换彩铃${changes}次，使用${active ? '积极' : '不积极'}`,
      textEn: `${mms} MMS and ${changes} ringback changes in three months: ${active ? 'active' : 'not active'}`,
      numbers: [
        { name: 'mms', value: mms, unit: 'message' },
        { name: 'ringbackChanges', value: changes, unit: 'change' },
        { name: 'monthsCounted', value: counted.length, unit: 'month' },
      ],
    },
  };
}
