import { expect, it } from '@jest/globals';
import { factsOf, lineOf, monthsTo } from '../testing/facts.ts';
import type { CustomerFacts } from './facts.ts';
import { createValueAccumulator, expectedLossFen, lineMeanChargeFen, valueScore } from './value.ts';
import { valuePolicy } from './value-policy.ts';

const AS_OF = '2026-11-20';
const policy = valuePolicy.parse({});

/** With one line that is charged so much a month. */
const charged = (...fen: readonly number[]): CustomerFacts =>
  factsOf({ lines: fen.map((chargeFen) => lineOf({ months: monthsTo('2026-10', 12, { chargeFen }) })) });

function populationOf(customers: readonly CustomerFacts[]) {
  const accumulator = createValueAccumulator(AS_OF);
  for (const customer of customers) accumulator.add(customer);
  return accumulator.finish();
}

/** 1,000 customers charged 1 to 1,000 yuan. */
const population = populationOf(Array.from({ length: 1_000 }, (_, nth) => charged((nth + 1) * 100)));

it.each([
  [5_000, 'LOW'],
  [49_000, 'LOW'],
  [51_000, 'MEDIUM'],
  [89_000, 'MEDIUM'],
  [91_000, 'HIGH'],
])('is the percentile of the mean charge: %i 分 a month is %s', (fen, band) => {
  const score = valueScore(charged(fen), population, AS_OF, policy);
  expect(score?.band).toBe(band);
  expect(Math.abs((score?.value ?? 0) - fen / 1_000)).toBeLessThan(0.6);
});

it('adds up lines, and says what having several of them does', () => {
  const score = valueScore(charged(30_000, 10_000), population, AS_OF, policy);
  expect(score?.value).toBeCloseTo(40, 0);
  expect(score?.reasons).toEqual([
    {
      code: 'MEAN_CHARGE',
      textZh: '近6个月月均消费400.00元，每个号码200.00元',
      textEn: '400.00 yuan a month over 6 months, 200.00 a line',
      contribution: expect.closeTo(-30, 0),
    },
    {
      code: 'LINES',
      textZh: '在用号码2个',
      textEn: 'Lines in use: 2',
      contribution: expect.closeTo(20, 0),
    },
    { code: 'MONTHS_ON_NET', textZh: '入网34个月', textEn: 'Months on net: 34', contribution: 0 },
  ]);
  const points = score?.reasons.reduce((sum, { contribution }) => sum + contribution, 0);
  expect(points).toBeCloseTo((score?.value ?? 0) - 50, 6);
});

it('looks at the six months before the running one, or as many as there were', () => {
  const young = lineOf({
    openedOn: '2026-09-05',
    months: [
      ...monthsTo('2026-10', 2, { chargeFen: 20_000 }),
      ...monthsTo('2026-11', 1, { chargeFen: 999_999 }),
    ],
  });
  const old = lineOf({
    months: [
      ...monthsTo('2026-04', 6, { chargeFen: 999_999 }),
      ...monthsTo('2026-10', 6, { chargeFen: 20_000 }),
    ],
  });
  expect([young, old].map((line) => lineMeanChargeFen(line, AS_OF))).toEqual([20_000, 20_000]);
  expect(valueScore(factsOf({ lines: [young] }), population, AS_OF, policy)?.reasons[0]?.textZh).toBe(
    '近2个月月均消费200.00元',
  );
});

it('is of nobody without a line in use, or in the first month', () => {
  const months = monthsTo('2026-10', 6);
  const gone = factsOf({ lines: [lineOf({ status: 'CLOSED', closedOn: '2026-11-02', months })] });
  const fresh = factsOf({ lines: [lineOf({ openedOn: '2026-11-03', months: monthsTo('2026-11', 1) })] });
  for (const facts of [gone, fresh, factsOf()]) {
    expect(valueScore(facts, population, AS_OF, policy)).toBeNull();
    expect(populationOf([facts]).count).toBe(0);
  }
});

it('expects to lose a year of margin with the chance of losing the line', () => {
  // 10 % of 35 % of 12 × 58.00 yuan.
  expect(expectedLossFen(0.1, 5_800, policy)).toBe(2_436);
  expect(lineMeanChargeFen(lineOf(), AS_OF)).toBe(0);
});
