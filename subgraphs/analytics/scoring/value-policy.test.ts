import { expect, it } from '@jest/globals';
import { valuePolicy } from './value-policy.ts';

it('has a default for everything', () => {
  expect(valuePolicy.parse({})).toEqual({
    margin: 0.35,
    months: 12,
    valueBands: { medium: 50, high: 90 },
    creditBands: { medium: 80, high: 95 },
    creditHalfLifeMonths: 12,
  });
});

it.each([
  { margin: 1.2 },
  { months: 0 },
  { valueBands: { medium: 95, high: 90 } },
  { valueBands: { low: 10 } },
  { marign: 0.3 },
])('refuses %j', (own) => {
  expect(valuePolicy.safeParse(own).success).toBe(false);
});
