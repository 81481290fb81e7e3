import { daysBetween } from '#kit/clock';
import type { Line, Warning } from '../model.ts';
import type { Period } from '../period.ts';

/** Days to the end of the contract, from which on it is a warning, and a more severe one. */
const CONTRACT_ENDING_DAYS = 60;
const CONTRACT_ENDING_SOON_DAYS = 30;
const CONTRACT_ENDING_NOW_DAYS = 10;

/** 合约将到期: the longest contract of a line ends today or within 60 days. */
export function contractEnding({ subscriberId, contractEndsOn }: Line, { today }: Period): Warning | null {
  if (contractEndsOn === null || contractEndsOn < today) return null;
  const daysLeft = daysBetween(today, contractEndsOn);
  if (daysLeft > CONTRACT_ENDING_DAYS) return null;
  return {
    kind: 'CONTRACT_ENDING',
    severity:
      daysLeft <= CONTRACT_ENDING_NOW_DAYS
        ? 'HIGH'
        : daysLeft <= CONTRACT_ENDING_SOON_DAYS
          ? 'MEDIUM'
          : 'LOW',
    subscriberId,
    month: contractEndsOn.slice(0, 7),
    evidence: {
      code: 'CONTRACT_ENDING',
      textZh: `合约${contractEndsOn}到期，还有${daysLeft}天`,
      textEn: `The contract ends on ${contractEndsOn}, in ${daysLeft} days`,
      numbers: [{ name: 'daysLeft', value: daysLeft, unit: 'day' }],
    },
  };
}
