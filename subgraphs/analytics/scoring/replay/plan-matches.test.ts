import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  GIGABYTE,
  monthFact,
  OPPORTUNITIES,
  planFact,
  subscriptionFact,
  TARIFF,
} from '../../testing/line-facts.ts';
import type { LineFacts, MonthFact } from '../facts.ts';
import { createPlanMatcher, type PlanMatch } from './plan-matches.ts';
import { type OfferFact, replayMonth } from './tariff.ts';

const ASKED = '2026-11-20';
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const OWN = planFact(58);

/** A line on plan 58, or what a test says, that used this; billed by the price list. */
function lineOf(use: readonly Partial<MonthFact>[], own: Partial<LineFacts> = {}, plan = OWN): LineFacts {
  const subscriptions = own.subscriptions ?? [subscriptionFact(plan)];
  return {
    subscriberId: 1,
    isMobile: true,
    status: 'ACTIVE',
    openedOn: '2020-01-01',
    closedOn: null,
    months: use.map((used, at) => {
      const month = monthFact(MONTHS[at] as string, used);
      const inContract = subscriptions.some(
        ({ contractEndsOn }) => (contractEndsOn ?? '') >= `${month.month}-01`,
      );
      return { ...month, chargeFen: replayMonth(month, [{ offer: plan, inContract }], TARIFF) };
    }),
    lateBills: [],
    ...own,
    subscriptions,
  };
}
const sameEach = (use: Partial<MonthFact>) => MONTHS.map(() => use);
const LITTLE = sameEach({ voiceMinutes: 50, dataKilobytes: GIGABYTE });

function matchesOf(line: LineFacts, sold: readonly OfferFact[], policy = OPPORTUNITIES): PlanMatch[] {
  const offers = new Map([OWN, ...sold].map((offer) => [offer.offerId, offer]));
  return createPlanMatcher(offers, ASKED, TARIFF, policy)(line);
}
const idsOf = (...given: Parameters<typeof matchesOf>) => matchesOf(...given).map(({ plan }) => plan.offerId);

it('proposes a cheaper plan that is enough, with what it would have saved', () => {
  expect(matchesOf(lineOf(LITTLE), [planFact(38), planFact(88)])).toEqual([
    {
      own: OWN,
      plan: planFact(38),
      monthsReplayed: 6,
      ownFen: 34_800,
      planFen: 22_800,
      savingFen: 12_000,
      savingPerMonthFen: 2_000,
      monthsDearer: 0,
      worstMonthFen: 0,
    },
  ]);
});

it('proposes a dearer plan to who pays more than that for what is beyond his own', () => {
  const heavy = sameEach({ dataKilobytes: 63 * GIGABYTE });
  expect(matchesOf(lineOf(heavy), [planFact(38), planFact(88)])).toMatchObject([
    { plan: { offerId: 88 }, ownFen: 6 * (5_800 + 5_120), planFen: 6 * 8_800, savingPerMonthFen: 2_120 },
  ]);
});

it('tells the months that would have been dearer, and the worst of them', () => {
  const talks = [50, 50, 150, 50, 180, 50].map((voiceMinutes) => ({ voiceMinutes }));
  const overage = { perMinuteFen: 25, perSmsFen: 10, perMegabyteFen: 1 };
  const ownFen = 6 * 5_800 + (50 + 80) * 15;
  const planFen = 6 * 3_800 + 530 * 25;
  // Of 150 minutes 38 + 37.50 yuan for 65.50, of 180 minutes 38 + 45 yuan for 70.
  expect(matchesOf(lineOf(talks), [planFact(38, { voiceMinutes: 0, overage })])).toMatchObject([
    { ownFen, planFen, savingFen: ownFen - planFen, monthsDearer: 2, worstMonthFen: 1_300 },
  ]);
});

it.each([
  [3_000, [38]],
  [3_001, []],
])('allows a month that loses %i 分: %j', (loss, ids) => {
  const beyond = { perMinuteFen: 1, perSmsFen: 10, perMegabyteFen: 1 };
  const talks = [{ voiceMinutes: 2_000 + loss }, ...LITTLE.slice(1)];
  const free = planFact(58, { voiceMinutes: 99_999 });
  expect(idsOf(lineOf(talks, {}, free), [free, planFact(38, { voiceMinutes: 0, overage: beyond })])).toEqual(
    ids,
  );
});

it.each([
  [5_700, [1]],
  [5_701, []],
])('is silent about less than a yuan a month: for a fee of %i 分 %j', (monthlyFeeFen, ids) => {
  expect(idsOf(lineOf(LITTLE), [planFact(1, { monthlyFeeFen, dataKilobytes: GIGABYTE })])).toEqual(ids);
});

it('keeps the two that save most', () => {
  expect(
    idsOf(
      lineOf(LITTLE),
      [48, 18, 28, 38].map((yuan) => planFact(yuan)),
    ),
  ).toEqual([18, 28]);
});

it('proposes only main plans of the brand that are sold after the day', () => {
  const none = [
    planFact(8, { brandCode: 'EASYOWN' }),
    planFact(9, { brandCode: null }),
    planFact(10, { kind: 'DATA_PLAN', overage: null }),
    planFact(11, { saleEndedOn: ASKED }),
  ];
  expect(idsOf(lineOf(LITTLE), [...none, planFact(12, { saleEndedOn: '2026-11-21' })])).toEqual([12]);
});

it.each([
  ['2026-11-20', []],
  ['2026-11-19', [38]],
])('leaves the plan of a contract that ends on %s: %j', (contractEndsOn, ids) => {
  const subscriptions = [subscriptionFact(OWN, { contractEndsOn })];
  expect(idsOf(lineOf(LITTLE, { subscriptions }), [planFact(38)])).toEqual(ids);
});

it('counts the discount of the contract that a plan comes with', () => {
  expect(matchesOf(lineOf(LITTLE), [planFact(50, { contractMonths: 12 })])).toMatchObject([
    { planFen: 27_000 },
  ]);
});

it('compares with the plan of today, whatever was paid before it', () => {
  const before = planFact(128);
  const subscriptions = [
    subscriptionFact(before, { endedOn: '2026-07-31' }),
    subscriptionFact(OWN, { startedOn: '2026-08-01' }),
  ];
  const months = MONTHS.map((month, at) => monthFact(month, { chargeFen: at < 3 ? 12_800 : 5_800 }));
  expect(
    matchesOf(lineOf([], { subscriptions, months }), [before, planFact(88), planFact(38)]),
  ).toMatchObject([{ plan: { offerId: 38 }, ownFen: 34_800, savingPerMonthFen: 2_000 }]);
});

it('proposes nothing where nothing is proven', () => {
  const charged = lineOf(LITTLE);
  const months = charged.months.with(0, { ...(charged.months[0] as MonthFact), chargeFen: 1 });
  expect(idsOf({ ...charged, months }, [planFact(38)])).toEqual([]);
  expect(idsOf(lineOf(LITTLE, { subscriptions: [] }), [planFact(38)])).toEqual([]);
});

const anyPrices = fc.record({
  perMinuteFen: fc.nat(60),
  perSmsFen: fc.nat(20),
  perMegabyteFen: fc.nat(5),
});
const anyPlan = (offerId: number) =>
  fc
    .record({
      monthlyFeeFen: fc.nat(20_000),
      voiceMinutes: fc.nat(800),
      smsCount: fc.nat(200),
      dataKilobytes: fc.nat(30 * GIGABYTE),
      overage: anyPrices,
      contractMonths: fc.constantFrom(0, 12, 24),
    })
    .map((own) => planFact(offerId, own));
const anyUse = fc.array(
  fc.record({
    voiceMinutes: fc.nat(1_500),
    smsCount: fc.nat(300),
    mmsCount: fc.nat(20),
    dataKilobytes: fc.nat(60 * GIGABYTE),
    roamingEvents: fc.nat(10),
  }),
  { minLength: 6, maxLength: 6 },
);

it('adds up: saving and the cost of the plan are the bills; and no promise is broken', () => {
  let found = 0;
  fc.assert(
    fc.property(anyPlan(58), fc.tuple(anyPlan(1), anyPlan(2), anyPlan(3)), anyUse, (own, sold, use) => {
      const line = lineOf(use, {}, own);
      const offers = new Map([own, ...sold].map((offer) => [offer.offerId, offer]));
      const matches = createPlanMatcher(offers, ASKED, TARIFF, OPPORTUNITIES)(line);
      const billed = line.months.reduce((sum, { chargeFen }) => sum + chargeFen, 0);

      for (const { ownFen, planFen, savingFen, savingPerMonthFen, worstMonthFen, monthsDearer } of matches) {
        expect(savingFen + planFen).toBe(ownFen);
        expect(ownFen).toBe(billed);
        expect(savingPerMonthFen).toBeGreaterThanOrEqual(100);
        expect(savingPerMonthFen * 6).toBeLessThanOrEqual(savingFen);
        expect(worstMonthFen).toBeLessThanOrEqual(3_000);
        expect(worstMonthFen > 0).toBe(monthsDearer > 0);
        expect(monthsDearer).toBeLessThan(6);
      }
      const savings = matches.map(({ savingFen }) => savingFen);
      expect(savings).toEqual(savings.toSorted((a, b) => b - a));
      found += matches.length;
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});
