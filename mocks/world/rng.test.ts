import { expect, test } from '@jest/globals';
import { createRandom } from './rng.ts';

test('gives known answers, so that a seed keeps its world from release to release', () => {
  const random = createRandom(20_261_120, 'billing-usage', 6_400_000_123);

  expect(random.float()).toBe(0.8690015396568924);
  expect(random.int(1, 6)).toBe(1);
  expect(random.normal()).toBeCloseTo(-2.242819674491915, 12);
  expect(random.gamma(0.35)).toBeCloseTo(0.1898013148846795, 12);
  expect(random.poisson(3)).toBe(1);
  expect(random.logNormal(3_860, 0.75)).toBeCloseTo(3_012.0757708627802, 9);
  expect(random.pick(['a', 'b', 'c'])).toBe('c');
});

test('tells streams apart by seed, by name and by index beyond 32 bits', () => {
  const first = (seed: number, stream: string, index: number) => createRandom(seed, stream, index).float();

  const draws = [
    first(1, 'a', 1),
    first(2, 'a', 1),
    first(1, 'b', 1),
    first(1, 'a', 2),
    first(1, 'a', 2 ** 32 + 1),
  ];
  expect(new Set(draws).size).toBe(draws.length);
  expect(first(1, 'a', 1)).toBe(draws[0]);
});

test.each([
  ['normal', 0, 1, (r: ReturnType<typeof createRandom>) => r.normal()],
  ['gamma of 0.35', 0.35, 0.35, (r: ReturnType<typeof createRandom>) => r.gamma(0.35)],
  ['gamma of 4', 4, 4, (r: ReturnType<typeof createRandom>) => r.gamma(4)],
  ['poisson of 3', 3, 3, (r: ReturnType<typeof createRandom>) => r.poisson(3)],
  ['poisson of 80', 80, 80, (r: ReturnType<typeof createRandom>) => r.poisson(80)],
  ['a die', 3.5, 35 / 12, (r: ReturnType<typeof createRandom>) => r.int(1, 6)],
])('%s has its mean and variance', (_, mean, variance, draw) => {
  const random = createRandom(7, 'moments', 0);
  const draws = Array.from({ length: 40_000 }, () => draw(random));

  const sampleMean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const sampleVariance = draws.reduce((sum, x) => sum + (x - sampleMean) ** 2, 0) / draws.length;
  expect(Math.abs(sampleMean - mean)).toBeLessThan(0.05 * Math.sqrt(variance));
  expect(sampleVariance / variance).toBeGreaterThan(0.9);
  expect(sampleVariance / variance).toBeLessThan(1.1);
});

test('refuses to pick from nothing', () => {
  expect(() => createRandom(1, 'a', 1).pick([])).toThrow(RangeError);
});
