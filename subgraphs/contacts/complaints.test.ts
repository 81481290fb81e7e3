import { describe, expect, it } from '@jest/globals';
import { byClass, isRed, threeMonthCount } from './complaints.ts';

const counts = [
  { complaintClass: 'CHARGES', count: 5, threeMonthCount: 2, lastAt: '2026-11-02T23:30:00+08:00' },
  { complaintClass: 'SERVICE', count: 1, threeMonthCount: 1, lastAt: '2026-10-01T09:00:00+08:00' },
] as const;

describe('complaints', () => {
  it('adds the three months up over all classes', () => {
    expect(threeMonthCount(counts)).toBe(3);
    expect(threeMonthCount([])).toBe(0);
  });

  it('turns red above the threshold, not at it', () => {
    expect(isRed(3, 3)).toBe(false);
    expect(isRed(4, 3)).toBe(true);
  });

  it('always lists all three classes, with the day of the last complaint', () => {
    expect(byClass(counts)).toEqual([
      { complaintClass: 'SERVICE', count: 1, lastOn: '2026-10-01' },
      { complaintClass: 'NETWORK', count: 0, lastOn: null },
      { complaintClass: 'CHARGES', count: 5, lastOn: '2026-11-02' },
    ]);
  });
});
