import { expect, it } from '@jest/globals';
import { toEpochSeconds } from '#kit/clock';
import type { ProductSubscription, Subscriber } from './model.ts';
import { contractEnd, mainPlan, tenureDays } from './subscriber-figures.ts';

const line = { status: 'ACTIVE', openedOn: '2026-11-01', statusSinceAt: 0 } as Subscriber;
const order = (kind: string, contractEndsOn: string | null) =>
  ({ kind, contractEndsOn }) as ProductSubscription;

it('counts whole days on the network up to today', () => {
  expect(tenureDays(line, '2026-11-20')).toBe(19);
});

it('stops counting on the Shanghai day of the closing', () => {
  const closed: Subscriber = {
    ...line,
    status: 'CLOSED',
    statusSinceAt: toEpochSeconds('2026-11-10T23:30:00+08:00'),
  };

  expect(tenureDays(closed, '2026-11-20')).toBe(9);
});

it('takes the newest plan for the main plan', () => {
  const newest = order('PLAN', null);

  expect(mainPlan([order('DATA_PLAN', null), newest, order('PLAN', null)])).toBe(newest);
  expect(mainPlan([order('SMS_PACK', null)])).toBeNull();
});

it('takes the latest end of all commitments', () => {
  expect(
    contractEnd(
      [order('PLAN', '2026-12-31'), order('DATA_PLAN', '2027-09-09'), order('MMS', null)],
      '2026-11-20',
    ),
  ).toBe('2027-09-09');
  expect(contractEnd([order('PLAN', null)], '2026-11-20')).toBeNull();
});

it('forgets a commitment after its last day, though the subscription goes on', () => {
  expect(contractEnd([order('PLAN', '2026-11-20')], '2026-11-20')).toBe('2026-11-20');
  expect(contractEnd([order('PLAN', '2026-11-19')], '2026-11-20')).toBeNull();
});
