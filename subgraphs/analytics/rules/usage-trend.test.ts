import { expect, it } from '@jest/globals';
import { createPeriod } from '../period.ts';
import { featureMonth } from '../testing/rows.ts';
import { usageTrend } from './usage-trend.ts';

const period = createPeriod(new Date('2026-11-20T10:00:00+08:00'));
const months = [...period.fullMonths, period.runningMonth].map((month, i) =>
  featureMonth(month, { voiceMinutes: 10 * i, smsCount: i < 4 ? 0 : 1, dataKilobytes: 1_000 - i }),
);

it('adds up August to October against May to July', () => {
  // Voice: 40 + 50 + 60 against 10 + 20 + 30.
  expect(usageTrend(months, period)).toEqual({
    fromMonth: '2026-08',
    toMonth: '2026-10',
    voice: { recent: 150, previous: 60, changePercent: 150 },
    sms: { recent: 3, previous: 0, changePercent: null },
    data: { recent: 2_985, previous: 2_994, changePercent: -0.3 },
  });
});

it('gives the sums and no change when the line lacks one of the six months', () => {
  const young = months.filter(({ month }) => month > '2026-05');
  expect(usageTrend(young, period)?.voice).toEqual({ recent: 150, previous: 50, changePercent: null });
});

it('is null for a line that has none of the six', () => {
  expect(usageTrend([featureMonth('2026-11')], period)).toBeNull();
});

it('follows the business month across the turn of the year', () => {
  // 00:30 on the first of January in Shanghai is still December in UTC.
  const newYear = createPeriod(new Date('2025-12-31T16:30:00Z'));
  expect(newYear).toEqual({
    today: '2026-01-01',
    runningMonth: '2026-01',
    fullMonths: ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
  });
});
