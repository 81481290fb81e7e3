import { expect, it } from '@jest/globals';
import { addMonths } from '#kit/clock';
import { createRandom } from '../../../mocks/world/rng.ts';
import { factsOf, lateBillOf, lineOf, monthsTo } from '../testing/facts.ts';
import { createCreditAccumulator, creditScore } from './credit.ts';
import type { CustomerFacts, LateBillFact } from './facts.ts';
import { valuePolicy } from './value-policy.ts';

const AS_OF = '2026-11-20';
const policy = valuePolicy.parse({});
const population = { mean: 0.06, strength: 8 };

/** With 23 bills that count, and one due that does not yet. */
const payer = (...lateBills: readonly LateBillFact[]): CustomerFacts =>
  factsOf({ lines: [lineOf({ months: monthsTo('2026-11', 25), lateBills })] });

const scoreOf = (facts: CustomerFacts) => creditScore(facts, population, AS_OF, policy);

it('recovers the distribution that late bills were drawn from', () => {
  const random = createRandom(1, 'credit', 0);
  const accumulator = createCreditAccumulator(AS_OF);
  for (let nth = 0; nth < 20_000; nth++) {
    // Beta of 0.48 and 7.52: mean 0.06, strength 8.
    const late = random.gamma(0.48);
    const rate = late / (late + random.gamma(7.52));
    const bills = random.int(1, 23);
    const lateBills = Array.from({ length: bills }, (_, at) =>
      random.chance(rate) ? [lateBillOf(addMonths('2026-09', -at), '2026-11-01')] : [],
    ).flat();
    accumulator.add(factsOf({ lines: [lineOf({ months: monthsTo('2026-09', bills), lateBills })] }));
  }
  const { mean, strength } = accumulator.finish();
  expect(Math.abs(mean / 0.06 - 1)).toBeLessThan(0.05);
  expect(Math.abs(strength / 8 - 1)).toBeLessThan(0.15);
});

it('is by hand: one late bill of two, both of them this year', () => {
  const facts = factsOf({
    lines: [lineOf({ months: monthsTo('2026-10', 3), lateBills: [lateBillOf('2026-09', '2026-10-18')] })],
  });
  // Bills of August and September, three and two months ago; that of October could still be late.
  const [august, september] = [2 ** (-3 / 12), 2 ** (-2 / 12)];
  const late = (0.48 + september) / (8 + august + september);
  expect(scoreOf(facts)?.value).toBeCloseTo(100 * (1 - late), 1);
  expect(scoreOf(facts)?.band).toBe('MEDIUM');
});

it('is HIGH for who always pays, LOW for who seldom does', () => {
  expect(scoreOf(payer())).toMatchObject({ value: expect.closeTo(97.5, 0), band: 'HIGH' });
  const half = Array.from({ length: 12 }, (_, nth) =>
    lateBillOf(addMonths('2026-09', -2 * nth), '2026-11-10'),
  );
  expect(scoreOf(payer(...half))?.band).toBe('LOW');
});

it('forgets: the same bill counts less the longer ago it was', () => {
  const values = ['2026-09', '2026-03', '2025-03'].map(
    (month) => scoreOf(payer(lateBillOf(month, `${addMonths(month, 1)}-20`)))?.value ?? 0,
  );
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(new Set(values).size).toBe(3);
});

it('is never HIGH while a bill is unpaid, and says so', () => {
  const score = scoreOf(payer(lateBillOf('2026-10', null)));
  expect(score).toMatchObject({ value: 94.9, band: 'MEDIUM' });
  expect(score?.reasons).toEqual([
    {
      code: 'LATE_BILLS',
      textZh: '近12个月逾期账单1期',
      textEn: 'Bills paid late in 12 months: 1',
      contribution: expect.closeTo(3.5, 0),
    },
    { code: 'LONGEST_DELAY', textZh: '最长逾期5天', textEn: 'Longest delay: 5 days', contribution: 0 },
    {
      code: 'UNPAID_NOW',
      textZh: '现有1期账单逾期未缴',
      textEn: 'Bills overdue and unpaid now: 1',
      contribution: expect.closeTo(-2.6, 0),
    },
  ]);
  const points = score?.reasons.reduce((sum, { contribution }) => sum + contribution, 0);
  expect(points).toBeCloseTo(94.9 - 94, 6);
});

it('does not know what is paid on the day scored, or due on it', () => {
  expect(scoreOf(payer(lateBillOf('2026-09', AS_OF)))?.reasons.map(({ code }) => code)).toContain(
    'UNPAID_NOW',
  );
  for (const month of ['2026-09', '2026-10']) {
    expect(scoreOf(payer({ month, dueOn: AS_OF, paidOn: null }))).toEqual(scoreOf(payer()));
  }
});

it('counts a bill once that comes with several lines', () => {
  const lateBills = [lateBillOf('2026-09', '2026-10-18')];
  const line = lineOf({ months: monthsTo('2026-11', 25), lateBills });
  expect(scoreOf(factsOf({ lines: [line, { ...line, subscriberId: 11 }] }))).toEqual(
    scoreOf(payer(...lateBills)),
  );
});

it('gives newcomers the score of everybody, and nobody without a line one', () => {
  const newcomer = factsOf({ lines: [lineOf({ openedOn: '2026-11-01', months: monthsTo('2026-11', 1) })] });
  expect(scoreOf(newcomer)).toMatchObject({ value: 94, band: 'MEDIUM', reasons: [{ contribution: 0 }] });
  expect(scoreOf(factsOf())).toBeNull();
});

it.each([
  ['nobody', [], { mean: 0.05, strength: 20 }],
  ['people who never pay late', [payer(), payer()], { mean: 0.5 / 47, strength: 500 }],
])('has a prior from %s', (_, customers, prior) => {
  const accumulator = createCreditAccumulator(AS_OF);
  for (const customer of customers) accumulator.add(customer);
  expect(accumulator.finish()).toEqual(prior);
});
