import type { Line, Warning } from '../model.ts';
import type { Period } from '../period.ts';

/** 停机: a line is cut off, one way or both. Why and since when, billing and crm know. */
export function suspended({ subscriberId, status }: Line, { runningMonth }: Period): Warning | null {
  if (status !== 'SUSPENDED' && status !== 'SUSPENDED_ONE_WAY') return null;
  const bothWays = status === 'SUSPENDED';
  return {
    kind: 'SUSPENDED',
    severity: bothWays ? 'HIGH' : 'MEDIUM',
    subscriberId,
    month: runningMonth,
    evidence: {
      code: status,
      textZh: bothWays ? '线路双向停机，呼出和呼入均已停止' : '线路单向停机，呼出已停止',
      textEn: bothWays ? 'Stopped both ways: no calls out or in' : 'Stopped one way: no calls out',
      numbers: [],
    },
  };
}
