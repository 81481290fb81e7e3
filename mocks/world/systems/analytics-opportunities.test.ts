import { expect, it } from '@jest/globals';
import type { WorldSubscriber } from '../model.ts';
import { customer, GIGABYTE, line, month, subscription, write } from '../testing/analytics.ts';
import { BILLED_MONTHS, RUNNING_MONTH } from '../testing/hand-made.ts';

const of = (...lines: WorldSubscriber[]) => write(customer(lines)).rows('opportunity');
const using = (gigabytes: number, rest: Partial<WorldSubscriber> = {}) =>
  line({ cmwapKilobytes: 0, cmnetKilobytes: gigabytes * GIGABYTE }, rest);

it('are none for a plan that fits', () => {
  expect(of(using(8.9))).toEqual([]);
  expect(of(using(3))).toEqual([]);
});

it('offer the next larger plan that is still sold when data is used up in each of three months', () => {
  expect(of(using(9))).toEqual([
    {
      opportunity_id: 20_011,
      customer_id: 1_001,
      subscriber_id: 2_001,
      kind: 'SALE',
      offer_id: 20,
      rank_no: 1,
      reason_code: 'DATA_NEARLY_SPENT',
      reason_zh: '近3个月流量使用率均在90%以上,建议方案20(流量20GB,每月200.00元)',
      reason_en:
        'At least 90% of the data used in each of three months: 方案20 has 20GB for 200.00 yuan a month',
      numbers: JSON.stringify([
        { name: 'lowestUsedRatio', value: 90, unit: 'percent' },
        { name: 'currentData', value: 10 * GIGABYTE, unit: 'KB' },
        { name: 'proposedData', value: 20 * GIGABYTE, unit: 'KB' },
        { name: 'currentFee', value: 10_000, unit: 'fen' },
        { name: 'proposedFee', value: 20_000, unit: 'fen' },
      ]),
    },
  ]);
});

it('keep within the brand: where no plan is larger, none is offered', () => {
  const subscriptions = [subscription(20)];
  expect(of(using(9.5, { subscriptions }))).toEqual([]);
});

it('offer a smaller plan when little was used, if it would have been enough', () => {
  expect(of(using(2))).toMatchObject([{ kind: 'RETENTION', offer_id: 5, reason_code: 'DATA_LITTLE_USED' }]);
  const onThirty = (used: number) =>
    using(used, {
      subscriptions: [subscription(30)],
      months: [...BILLED_MONTHS, RUNNING_MONTH].map((name) =>
        month(name, {
          cmwapKilobytes: 0,
          cmnetKilobytes: used * GIGABYTE,
          dataAllowanceKilobytes: 30 * GIGABYTE,
        }),
      ),
    });
  expect(of(onThirty(8))).toMatchObject([{ offer_id: 8 }]);
  expect(of(onThirty(8.5))).toEqual([]);
});

it.each([
  ['2026-11-19', []],
  ['2026-11-20', ['CONTRACT_RENEWAL']],
  ['2027-01-19', ['CONTRACT_RENEWAL']],
  ['2027-01-20', []],
])('renew a contract that ends on %s: %j', (contractEndsOn, codes) => {
  const subscriptions = [subscription(10, { contractEndsOn })];
  expect(of(using(5, { subscriptions })).map(({ reason_code }) => reason_code)).toEqual(codes);
});

it('renew with the plan that follows one no longer sold', () => {
  const subscriptions = [subscription(15, { contractEndsOn: '2026-12-01' })];
  expect(of(using(5, { subscriptions }))).toMatchObject([{ offer_id: 20 }]);
});

it('are ranked over all lines: renewal, then larger, then smaller', () => {
  const ending = [subscription(10, { contractEndsOn: '2026-12-01' })];
  const found = of(using(2), using(9.5, { subscriberId: 2_002, subscriptions: ending }));
  expect(
    found.map(({ rank_no, reason_code, opportunity_id }) => [rank_no, reason_code, opportunity_id]),
  ).toEqual([
    [1, 'CONTRACT_RENEWAL', 20_021],
    [2, 'DATA_NEARLY_SPENT', 20_022],
    [3, 'DATA_LITTLE_USED', 20_011],
  ]);
});

it('are none for a line that is suspended or younger than three months', () => {
  expect(of(using(9.5, { status: 'SUSPENDED' }))).toEqual([]);
  expect(of(using(9.5, { months: [month('2026-10'), month('2026-11')] }))).toEqual([]);
});
