import { expect, it } from '@jest/globals';
import { createAmountCounter, percentileOf } from './percentiles.ts';

function spreadOf(amounts: readonly number[]) {
  const counter = createAmountCounter();
  for (const amount of amounts) counter.add(amount);
  return counter.finish();
}

it('counts those below, and half of those alike', () => {
  const spread = spreadOf([10, 20, 20, 40]);
  expect([0, 10, 20, 30, 40, 50].map((amount) => percentileOf(amount, spread))).toEqual([
    0, 12.5, 50, 75, 87.5, 100,
  ]);
});

it('is within half a percent of the true rank for amounts spread over four orders of magnitude', () => {
  const amounts = Array.from({ length: 5_000 }, (_, nth) => Math.round(100 * 1.002 ** nth));
  const spread = spreadOf(amounts);
  amounts.forEach((amount, nth) => {
    expect(Math.abs(percentileOf(amount, spread) - ((nth + 0.5) / 5_000) * 100)).toBeLessThan(0.5);
  });
});

it('never falls where the amount rises', () => {
  const spread = spreadOf([100, 128, 200, 255, 256, 1_000, 1_001, 70_000]);
  let last = -1;
  for (let amount = 0; amount < 80_000; amount++) {
    const percentile = percentileOf(amount, spread);
    expect(percentile).toBeGreaterThanOrEqual(last);
    last = percentile;
  }
});

it('gives the same whatever the order', () => {
  expect(spreadOf([300, 5, 9_000_000])).toEqual(spreadOf([9_000_000, 300, 5]));
});

it('puts the largest amounts into the last bin, and everybody in the middle of nobody', () => {
  expect(percentileOf(1e12, spreadOf([1, 2 ** 31 - 1]))).toBeGreaterThan(75);
  expect(percentileOf(5, spreadOf([]))).toBe(50);
});
