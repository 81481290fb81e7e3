import { expect, test } from '@jest/globals';
import { type ChurnFacts, monthlyHazard } from './churn.ts';

const AVERAGE: ChurnFacts = {
  tenureMonths: 30,
  contractMonthsLeft: null,
  usageRatio: 1,
  billShock: false,
  complaintRate: 0.035,
  latePayer: false,
  services: 1,
  tied: false,
};

test('an average customer leaves with about a percent a month', () => {
  expect(monthlyHazard(AVERAGE)).toBeCloseTo(0.009, 3);
});

test.each<[string, Partial<ChurnFacts>]>([
  ['a first year', { tenureMonths: 6 }],
  ['a contract about to end', { contractMonthsLeft: 1 }],
  ['use that fell by half', { usageRatio: 0.5 }],
  ['a bill shock', { billShock: true }],
  ['many complaints', { complaintRate: 0.3 }],
  ['late payments', { latePayer: true }],
])('%s makes leaving likelier', (_, facts) => {
  expect(monthlyHazard({ ...AVERAGE, ...facts })).toBeGreaterThan(1.3 * monthlyHazard(AVERAGE));
});

test.each<[string, Partial<ChurnFacts>]>([
  ['years with us', { tenureMonths: 90 }],
  ['a running contract', { contractMonthsLeft: 10 }],
  ['more services', { services: 4 }],
  ['a family or a unit', { tied: true }],
])('%s make staying likelier', (_, facts) => {
  expect(monthlyHazard({ ...AVERAGE, ...facts })).toBeLessThan(0.8 * monthlyHazard(AVERAGE));
});

test('nobody leaves while settling in', () => {
  expect(monthlyHazard({ ...AVERAGE, tenureMonths: 1, billShock: true })).toBe(0);
});
