/** The replay against the bills of the made-up operator, which other code made. */
import { expect, it } from '@jest/globals';
import { createWorld, MIN_CUSTOMERS } from '../../../../mocks/world/world.ts';
import { lineOf, monthFact, offersOf, planFact, subscriptionFact, TARIFF } from '../../testing/line-facts.ts';
import type { LineFacts } from '../facts.ts';
import { offersInForce, provenMonths, replayPlan } from './replay.ts';
import { replayMonth } from './tariff.ts';

const ORDINARY = 300;
const world = createWorld({ seed: 20_261_120, customers: MIN_CUSTOMERS + ORDINARY });
const offers = offersOf(world.catalogue.offers);
/** The named cases, and as many others. */
const lines = Array.from({ length: world.size }, (_, index) => world.customer(index))
  .flatMap(({ subscribers }) => subscribers)
  .map((line) => lineOf(line, offers));

const ASKED = '2026-11-20';
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

it('gives every charge of every month of every line, to the 分', () => {
  const wrong = lines.flatMap(({ subscriberId, subscriptions, months }) =>
    months.flatMap((use) => {
      const inForce = offersInForce(subscriptions, use.month, offers);
      const fen = inForce && replayMonth(use, inForce, TARIFF);
      return fen === use.chargeFen ? [] : [{ subscriberId, month: use.month, fen, charged: use.chargeFen }];
    }),
  );
  expect(lines.length).toBeGreaterThan(1_000);
  expect(wrong).toEqual([]);
});

it('gives the bills of the last six months for the plan that a line has had all along', () => {
  let compared = 0;
  for (const line of lines) {
    const plans = line.subscriptions.filter(({ offerKind }) => offerKind === 'PLAN');
    const months = provenMonths(line, world.today, offers, TARIFF);
    const own = plans.length === 1 ? offers.get(plans[0]?.offerId ?? 0) : undefined;
    if (own === undefined || months === null) continue;

    const contractEndsOn = plans[0]?.contractEndsOn ?? null;
    expect(replayPlan(months, { offer: own, contractEndsOn }, TARIFF)).toEqual(
      MONTHS.map((month) => line.months.find((one) => one.month === month)?.chargeFen),
    );
    compared++;
  }
  expect(compared).toBeGreaterThan(800);
});

const PLANS = [planFact(58), planFact(88)] as const;
const [small, large] = PLANS;
const EXTRA = planFact(5, { kind: 'FUNCTION', overage: null });
const known = new Map([...PLANS, EXTRA].map((offer) => [offer.offerId, offer]));

const line = (own: Partial<LineFacts> = {}): LineFacts => ({
  subscriberId: 1,
  isMobile: true,
  status: 'ACTIVE',
  openedOn: '2020-01-01',
  closedOn: null,
  subscriptions: [subscriptionFact(small)],
  months: ['2026-04', ...MONTHS, '2026-11'].map((month) => monthFact(month, { chargeFen: 5_800 })),
  lateBills: [],
  ...own,
});
const monthsOf = (own?: Partial<LineFacts>, asOf = ASKED) =>
  provenMonths(line(own), asOf, known, TARIFF)?.map(({ use }) => use.month) ?? null;

it.each([
  ['2026-11-20', MONTHS],
  ['2026-11-01', MONTHS],
  ['2026-10-31', ['2026-04', ...MONTHS.slice(0, -1)]],
])('looks at the six full months before %s', (asOf, months) => {
  expect(monthsOf({}, asOf)).toEqual(months);
});

it('proves nothing of a line that was not there for six full months', () => {
  expect(monthsOf({ openedOn: '2026-05-01' })).toEqual(MONTHS);
  expect(monthsOf({ openedOn: '2026-05-02' })).toBeNull();
  expect(monthsOf({ months: line().months.filter(({ month }) => month !== '2026-07') })).toBeNull();
});

it('proves nothing where a bill was not made by the price list', () => {
  const months = line().months.with(3, monthFact('2026-07', { chargeFen: 5_801 }));
  expect(monthsOf({ months })).toBeNull();
});

it('proves nothing where an offer is not known', () => {
  const unknown = planFact(99);
  expect(monthsOf({ subscriptions: [subscriptionFact(small), subscriptionFact(unknown)] })).toBeNull();
});

it.each([
  ['2026-10-31', null, true],
  ['2026-11-01', null, false],
  ['2026-01-01', '2026-10-01', true],
  ['2026-01-01', '2026-09-30', false],
])('counts what ran from %s to %s to October 2026: %s', (startedOn, endedOn, counts) => {
  const inForce = offersInForce([subscriptionFact(small, { startedOn, endedOn })], '2026-10', known);
  expect(inForce).toEqual(counts ? [{ offer: small, inContract: false }] : []);
});

it.each([
  ['2026-10-01', true],
  ['2026-09-30', false],
  [null, false],
])('says of a contract that ends on %s that it runs in October 2026: %s', (contractEndsOn, inContract) => {
  const inForce = offersInForce([subscriptionFact(small, { contractEndsOn })], '2026-10', known);
  expect(inForce).toEqual([{ offer: small, inContract }]);
});

it('puts the plan in the place of all main plans, and keeps the rest', () => {
  const months = provenMonths(
    line({
      subscriptions: [
        subscriptionFact(large, { endedOn: '2026-07-31' }),
        subscriptionFact(small, { startedOn: '2026-08-01' }),
        subscriptionFact(EXTRA, { startedOn: '2026-10-10' }),
      ],
      months: MONTHS.map((month, at) =>
        monthFact(month, { chargeFen: [8_800, 8_800, 8_800, 5_800, 5_800, 6_300][at] as number }),
      ),
    }),
    ASKED,
    known,
    TARIFF,
  );
  expect(replayPlan(months ?? [], { offer: small, contractEndsOn: null }, TARIFF)).toEqual([
    5_800, 5_800, 5_800, 5_800, 5_800, 6_300,
  ]);
  expect(replayPlan(months ?? [], { offer: large, contractEndsOn: '2026-08-31' }, TARIFF)).toEqual([
    7_920, 7_920, 7_920, 7_920, 8_800, 9_300,
  ]);
});
