import { expect, it } from '@jest/globals';
import type { WorldMonth, WorldSubscriber } from '../model.ts';
import { customer, GIGABYTE, line, month, subscription, write } from '../testing/analytics.ts';

const of = (...lines: WorldSubscriber[]) => write(customer(lines)).rows('opportunity');
const using = (gigabytes: number, rest: Partial<WorldSubscriber> = {}, own: Partial<WorldMonth> = {}) =>
  line({ cmwapKilobytes: 0, cmnetKilobytes: gigabytes * GIGABYTE, smsCount: 0, ...own }, rest);

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
      reason_zh:
        '近3个月流量（含流量包共10GB）使用率均在90%以上，方案10换为方案20（每月200.00元，比现在多100.00元）后共20GB',
      reason_en:
        'At least 90% of all data (10GB, data plans included) used in each of three months: ' +
        'with 方案20 (200.00 yuan a month, 100.00 yuan more) for 方案10 it is 20GB',
      numbers: JSON.stringify([
        { name: 'lowestUsedRatio', value: 90, unit: 'percent' },
        { name: 'currentData', value: 10 * GIGABYTE, unit: 'KB' },
        { name: 'proposedData', value: 20 * GIGABYTE, unit: 'KB' },
        { name: 'mostData', value: 9 * GIGABYTE, unit: 'KB' },
        { name: 'proposedVoice', value: 100, unit: 'minute' },
        { name: 'mostVoice', value: 100, unit: 'minute' },
        { name: 'proposedSms', value: 0, unit: 'message' },
        { name: 'mostSms', value: 0, unit: 'message' },
        { name: 'currentFee', value: 10_000, unit: 'fen' },
        { name: 'proposedFee', value: 20_000, unit: 'fen' },
      ]),
    },
  ]);
});

it('keep within the brand: where no plan is larger, none is offered', () => {
  const subscriptions = [subscription(20)];
  expect(of(using(19, { subscriptions }))).toEqual([]);
});

it('offer a smaller plan when little was used, if it would have been enough', () => {
  expect(of(using(2))).toMatchObject([
    {
      kind: 'RETENTION',
      offer_id: 5,
      reason_code: 'DATA_LITTLE_USED',
      reason_zh:
        '近3个月流量（含流量包共10GB）使用率均不超过20%，方案10换为方案5后共5GB，流量、通话和短信均够用，每月可省50.00元',
    },
  ]);
  const subscriptions = [subscription(30)];
  expect(of(using(8, { subscriptions }))).toMatchObject([{ offer_id: 8 }]);
  expect(of(using(8.5, { subscriptions }))).toEqual([]);
});

it.each([
  ['minutes', { voiceMinutes: 101 }],
  ['messages', { smsCount: 1 }],
])('call nothing enough that lacks %s', (_what, own) => {
  expect(of(using(2, {}, own))).toEqual([]);
  expect(of(using(9.5, {}, own))).toEqual([]);
});

it('leave the plan of a line in contract alone', () => {
  const bound = [subscription(10, { contractEndsOn: '2027-06-30' })];
  expect(of(using(2, { subscriptions: bound }))).toEqual([]);
  expect(of(using(9.5, { subscriptions: bound }))).toEqual([]);
  const free = [subscription(10, { contractEndsOn: '2026-11-19' })];
  expect(of(using(2, { subscriptions: free }))).toMatchObject([{ offer_id: 5 }]);
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

it('renew nothing that is no longer sold', () => {
  const subscriptions = [subscription(15, { contractEndsOn: '2026-12-01' })];
  expect(of(using(5, { subscriptions }))).toEqual([]);
});

it('are ranked over all lines: renewal, then larger, then smaller', () => {
  const ending = [subscription(10, { contractEndsOn: '2026-12-01' })];
  const found = of(
    using(2),
    using(9.5, { subscriberId: 2_002 }),
    using(5, { subscriberId: 2_003, subscriptions: ending }),
  );
  expect(
    found.map(({ rank_no, reason_code, opportunity_id }) => [rank_no, reason_code, opportunity_id]),
  ).toEqual([
    [1, 'CONTRACT_RENEWAL', 20_031],
    [2, 'DATA_NEARLY_SPENT', 20_021],
    [3, 'DATA_LITTLE_USED', 20_011],
  ]);
});

it('are none for a line that is suspended or younger than three months', () => {
  expect(of(using(9.5, { status: 'SUSPENDED' }))).toEqual([]);
  expect(of(using(9.5, { months: [month('2026-10'), month('2026-11')] }))).toEqual([]);
});
