import type { Line, Warning } from '../model.ts';
import type { Period } from '../period.ts';
import { findMonth } from './months.ts';
import { dataText, percentText } from './units.ts';

/** Share of the running month's data allowance: nearly spent, and gone. */
const NEARLY_SPENT_RATIO = 0.9;
const SPENT_RATIO = 1;

/** 流量将尽: the data of the running month is nearly or fully used. */
export function allowanceSpent({ subscriberId, months }: Line, { runningMonth }: Period): Warning | null {
  const running = findMonth(months, runningMonth);
  if (running === undefined || running.dataAllowanceKilobytes <= 0) return null;

  const { dataKilobytes: used, dataAllowanceKilobytes: allowance } = running;
  const ratio = used / allowance;
  if (ratio < NEARLY_SPENT_RATIO) return null;
  return {
    kind: 'ALLOWANCE_SPENT',
    severity: ratio >= SPENT_RATIO ? 'MEDIUM' : 'LOW',
    subscriberId,
    month: runningMonth,
    evidence: {
      code: 'ALLOWANCE_SPENT',
      textZh: `本月流量已用${dataText(used)}，占套餐${dataText(allowance)}的${percentText(ratio)}`,
      textEn: `${dataText(used)} of data used this month, ${percentText(ratio)} of the plan's ${dataText(allowance)}`,
      numbers: [
        { name: 'dataUsed', value: used, unit: 'KB' },
        { name: 'dataAllowance', value: allowance, unit: 'KB' },
        { name: 'usedRatio', value: ratio * 100, unit: 'percent' },
      ],
    },
  };
}
