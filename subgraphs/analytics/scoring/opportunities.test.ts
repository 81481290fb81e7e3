import { describe, expect, it } from '@jest/globals';
import { createWorld, MIN_CUSTOMERS } from '../../../mocks/world/world.ts';
import {
  GIGABYTE,
  lineOf,
  monthFact,
  OPPORTUNITIES,
  offersOf,
  planFact,
  subscriptionFact,
  TARIFF,
} from '../testing/line-facts.ts';
import type { CustomerFacts, LineFacts, SubscriptionFact } from './facts.ts';
import { createOpportunityFinder, OPPORTUNITY_COLUMNS, toOpportunityRow } from './opportunities.ts';

const ASKED = '2026-11-20';
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const own = planFact(58);
const broadband = planFact(5, { kind: 'BROADBAND', brandCode: 'HOME', overage: null });
const ended = planFact(7, { saleEndedOn: '2026-01-01' });
const sold = [own, broadband, ended, planFact(48, { contractMonths: 12 }), planFact(38)];
const find = createOpportunityFinder({
  offers: new Map(sold.map((offer) => [offer.offerId, offer])),
  asOf: ASKED,
  tariff: TARIFF,
  policy: OPPORTUNITIES,
});

/** On plan 58 without a contract, of which little is used. */
const line = (subscriberId: number, rest: Partial<LineFacts> = {}): LineFacts => ({
  subscriberId,
  isMobile: true,
  status: 'ACTIVE',
  openedOn: '2020-01-01',
  closedOn: null,
  subscriptions: [subscriptionFact(own)],
  months: MONTHS.map((month) => monthFact(month, { dataKilobytes: GIGABYTE, chargeFen: 5_800 })),
  lateBills: [],
  ...rest,
});
const bound = (contractEndsOn: string, offer = own): SubscriptionFact[] => [
  subscriptionFact(offer, { contractEndsOn }),
];
const customer = (...lines: LineFacts[]): CustomerFacts => ({
  customerId: 1_001,
  isTied: false,
  lines,
  contacts: [],
  tickets: [],
  treatments: [],
  responses: [],
});
const codesOf = (...lines: LineFacts[]) =>
  find(customer(...lines)).map(({ reason, offerId }) => [reason.code, offerId]);

it('are plans that would have cost less, with the figures in words and as numbers', () => {
  const rows = find(customer(line(2_001))).map((found) =>
    Object.fromEntries(toOpportunityRow(found).map((value, at) => [OPPORTUNITY_COLUMNS[at], value])),
  );
  expect(rows).toMatchObject([
    {
      opportunity_id: 20_011,
      customer_id: 1_001,
      subscriber_id: 2_001,
      kind: 'SALE',
      offer_id: 38,
      rank_no: 1,
      reason_code: 'PLAN_REPLAY',
      reason_zh:
        '近6个月实际用量：用套餐58共348.00元，换为套餐38（月费38.00元）共228.00元，平均每月省20.00元，没有一个月更贵',
      reason_en:
        'Real use of 6 months: 348.00 yuan with 套餐58, 228.00 with 套餐38 (38.00 a month): ' +
        '20.00 yuan a month saved, dearer in no month',
      numbers: JSON.stringify([
        { name: 'monthsReplayed', value: 6, unit: 'month' },
        { name: 'ownFen', value: 34_800, unit: 'fen' },
        { name: 'planFen', value: 22_800, unit: 'fen' },
        { name: 'savingPerMonthFen', value: 2_000, unit: 'fen' },
        { name: 'monthsDearer', value: 0, unit: 'month' },
        { name: 'worstMonthFen', value: 0, unit: 'fen' },
      ]),
    },
    {
      opportunity_id: 20_012,
      offer_id: 48,
      rank_no: 2,
      reason_zh: expect.stringContaining(
        '换为套餐48（月费48.00元，合约12个月）共259.20元，平均每月省14.80元',
      ),
    },
  ]);
});

it('say how much the worst month would have lost', () => {
  const talked = (voiceMinutes: number) =>
    monthFact('2026-10', { voiceMinutes, chargeFen: 5_800 + (voiceMinutes - 100) * 15 });
  const small = planFact(38, {
    voiceMinutes: 0,
    overage: { perMinuteFen: 20, perSmsFen: 10, perMegabyteFen: 1 },
  });
  const findSmall = createOpportunityFinder({
    offers: new Map([own, small].map((offer) => [offer.offerId, offer])),
    asOf: ASKED,
    tariff: TARIFF,
    policy: OPPORTUNITIES,
  });
  const [found] = findSmall(customer(line(2_001, { months: line(2_001).months.with(-1, talked(200)) })));
  expect(found?.reason.textZh).toContain('有1个月更贵，最多贵5.00元');
  expect(found?.reason.textEn).toContain('dearer in 1 of them, by up to 5.00 yuan');
});

it.each([
  [
    '2026-11-19',
    [
      ['PLAN_REPLAY', 38],
      ['PLAN_REPLAY', 48],
    ],
  ],
  ['2026-11-20', [['CONTRACT_RENEWAL', 58]]],
  ['2027-01-19', [['CONTRACT_RENEWAL', 58]]],
  ['2027-01-20', []],
])('of a line whose contract ends on %s are %j', (contractEndsOn, codes) => {
  // As billed: with the discount while the contract ran.
  const months = line(1).months.map((month) => ({
    ...month,
    chargeFen: contractEndsOn >= `${month.month}-01` ? 5_220 : 5_800,
  }));
  expect(codesOf(line(2_001, { subscriptions: bound(contractEndsOn), months }))).toEqual(codes);
});

it('renew broadband too, and nothing that is no longer sold', () => {
  const fixed = { isMobile: false, subscriptions: bound('2026-12-01', broadband) };
  expect(codesOf(line(2_001, fixed))).toEqual([['CONTRACT_RENEWAL', 5]]);
  expect(codesOf(line(2_001, { subscriptions: bound('2026-12-01', ended) }))).toEqual([]);
});

it('are none for a line that is not active', () => {
  expect(codesOf(line(2_001, { status: 'SUSPENDED' }))).toEqual([]);
});

it('are ranked over all lines: the contract that ends first, then what saves most', () => {
  const found = find(
    customer(
      line(2_001),
      line(2_002, { subscriptions: bound('2026-12-20') }),
      line(2_003, { subscriptions: bound('2026-12-01') }),
    ),
  );
  expect(found.map(({ rank, opportunityId, offerId }) => [rank, opportunityId, offerId])).toEqual([
    [1, 20_031, 58],
    [2, 20_021, 58],
    [3, 20_011, 38],
    [4, 20_012, 48],
  ]);
});

it('fit their columns, however long the names of offers are', () => {
  const name = '长'.repeat(64);
  const long = planFact(58, { name, monthlyFeeFen: 999_999 });
  const other = planFact(38, { name, contractMonths: 24 });
  const months = line(1).months.map((month) => ({ ...month, chargeFen: 999_999 }));
  const [found] = createOpportunityFinder({
    offers: new Map([long, other].map((offer) => [offer.offerId, offer])),
    asOf: ASKED,
    tariff: TARIFF,
    policy: OPPORTUNITIES,
  })(customer(line(2_001, { subscriptions: [subscriptionFact(long)], months })));
  expect(found?.reason.textZh.length).toBeLessThanOrEqual(200);
  expect(found?.reason.textEn.length).toBeLessThanOrEqual(300);
});

describe('of the made-up operator', () => {
  const world = createWorld({ seed: 20_261_120, customers: MIN_CUSTOMERS + 300 });
  const offers = offersOf(world.catalogue.offers);
  const findAll = createOpportunityFinder({
    offers,
    asOf: world.today,
    tariff: TARIFF,
    policy: OPPORTUNITIES,
  });
  const found = Array.from({ length: world.size }, (_, index) => world.customer(index)).flatMap(
    ({ customerId, subscribers }) =>
      findAll({ ...customer(...subscribers.map((own) => lineOf(own, offers))), customerId }),
  );

  it('are some of each kind, each with an id of its own', () => {
    expect(new Set(found.map(({ reason }) => reason.code))).toEqual(
      new Set(['CONTRACT_RENEWAL', 'PLAN_REPLAY']),
    );
    expect(new Set(found.map(({ opportunityId }) => opportunityId)).size).toBe(found.length);
  });

  it('fit their columns', () => {
    for (const { reason } of found) {
      expect(reason.textZh.length).toBeLessThanOrEqual(200);
      expect(reason.textEn.length).toBeLessThanOrEqual(300);
    }
  });
});
