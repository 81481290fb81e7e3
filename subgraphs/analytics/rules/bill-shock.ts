import type { Line, Warning } from '../model.ts';
import { lastFullMonths, type Period } from '../period.ts';
import { findMonth, pickMonths } from './months.ts';
import { oneDecimal, yuanText } from './units.ts';

/** Last bill / median of the six before: from here on it is a shock, from there on a severe one. */
const BILL_SHOCK_RATIO = 1.5;
const SEVERE_BILL_SHOCK_RATIO = 3;
const MONTHS_BEFORE = 6;

/** 账单突增: the last billed charge of a line is far above its half-year median. */
export function billShock({ subscriberId, months }: Line, period: Period): Warning | null {
  const last = findMonth(months, period.fullMonths.at(-1));
  if (last === undefined) return null;
  const before = pickMonths(months, lastFullMonths(period, MONTHS_BEFORE, 1));
  if (before.length < MONTHS_BEFORE) return null;

  const usual = median(before.map(({ chargeFen }) => chargeFen));
  const ratio = last.chargeFen / usual;
  if (usual <= 0 || ratio <= BILL_SHOCK_RATIO) return null;
  const [charge, typical, times] = [yuanText(last.chargeFen), yuanText(usual), oneDecimal(ratio)];
  return {
    kind: 'BILL_SHOCK',
    severity: ratio >= SEVERE_BILL_SHOCK_RATIO ? 'HIGH' : 'MEDIUM',
    subscriberId,
    month: last.month,
    evidence: {
      code: 'BILL_SHOCK',
      textZh: `上月费用${charge}元，是此前6个月中位数${typical}元的${times}倍`,
      textEn: `Last month cost ${charge} yuan, ${times} times the median of the six months before, ${typical} yuan`,
      numbers: [
        { name: 'lastCharge', value: last.chargeFen, unit: 'fen' },
        { name: 'medianCharge', value: usual, unit: 'fen' },
        { name: 'ratio', value: ratio, unit: 'times' },
      ],
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}
