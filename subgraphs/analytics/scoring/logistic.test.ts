import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../../../mocks/world/rng.ts';
import { fitLogistic, logit, predict, sigmoid } from './logistic.ts';

const OPTIONS = { l2: 1e-6, maxIterations: 50 };

/** Rows of normal features, and what became of them by these weights. */
function simulate(count: number, intercept: number, weights: readonly number[]) {
  const random = createRandom(1, 'logistic', 0);
  const rows = Float64Array.from({ length: count * weights.length }, () => random.normal());
  const labels = Uint8Array.from({ length: count }, (_, nth) => {
    const row = rows.subarray(nth * weights.length, (nth + 1) * weights.length);
    return random.chance(predict({ intercept, weights }, row)) ? 1 : 0;
  });
  return { rows, labels };
}

describe('a logistic fit', () => {
  it('recovers the weights that made rare labels', () => {
    const truth = [0.8, -0.5, 0, 0.3];
    const { rows, labels } = simulate(60_000, -3.5, truth);
    const fit = fitLogistic(rows, labels, OPTIONS);

    expect(fit.converged).toBe(true);
    expect(fit.iterations).toBeLessThan(15);
    expect(Math.abs(fit.intercept + 3.5)).toBeLessThan(0.1);
    fit.weights.forEach((weight, at) => {
      expect(Math.abs(weight - (truth[at] as number))).toBeLessThan(0.08);
    });
  });

  it('predicts as many as there are, and more the likelier', () => {
    const { rows, labels } = simulate(5_000, -1, [1]);
    const fit = fitLogistic(rows, labels, OPTIONS);
    const ones = labels.reduce((sum, label) => sum + label, 0);
    const expected = rows.reduce((sum, x) => sum + predict(fit, [x]), 0);

    expect(expected).toBeCloseTo(ones, 4);
    expect(predict(fit, [1])).toBeGreaterThan(predict(fit, [0]));
  });

  it('is by hand the log of the odds ratio for one flag', () => {
    // Of four with the flag three, of five without it one.
    const rows = Float64Array.from([1, 1, 1, 1, 0, 0, 0, 0, 0]);
    const labels = Uint8Array.from([1, 1, 1, 0, 1, 0, 0, 0, 0]);
    const fit = fitLogistic(rows, labels, { l2: 0, maxIterations: 50 });

    expect(fit.intercept).toBeCloseTo(Math.log(1 / 4), 9);
    expect(fit.weights[0]).toBeCloseTo(Math.log(3) - Math.log(1 / 4), 9);
  });

  it('leaves the intercept alone and shrinks the weights under a penalty', () => {
    const { rows, labels } = simulate(5_000, -1, [1, -1]);
    const free = fitLogistic(rows, labels, OPTIONS);
    const bound = fitLogistic(rows, labels, { ...OPTIONS, l2: 1e9 });
    const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;

    expect(Math.abs(free.weights[0] as number)).toBeGreaterThan(0.8);
    for (const weight of bound.weights) expect(Math.abs(weight)).toBeLessThan(1e-5);
    expect(bound.intercept).toBeCloseTo(logit(share), 4);
  });

  it('is the same bit by bit in every run', () => {
    const { rows, labels } = simulate(2_000, -1, [1, 0.5]);
    expect(fitLogistic(rows, labels, OPTIONS)).toEqual(fitLogistic(rows, labels, OPTIONS));
  });

  it('goes a shorter way where whole steps go round the answer for ever', () => {
    // One number of a hundred thousand tells the only label apart.
    const rows = Float64Array.from([-2, 110_564, 0, 0, -446, 0]);
    const fit = fitLogistic(rows, Uint8Array.from([0, 1, 0, 0, 0, 0]), { l2: 0.01, maxIterations: 50 });

    expect(fit.converged).toBe(true);
    expect(predict(fit, [110_564])).toBeGreaterThan(0.99);
    expect(predict(fit, [0])).toBeLessThan(0.01);
  });

  it('says when it was not given enough iterations', () => {
    const { rows, labels } = simulate(2_000, -1, [1]);
    expect(fitLogistic(rows, labels, { l2: 0, maxIterations: 1 })).toMatchObject({
      iterations: 1,
      converged: false,
    });
  });
});

describe('what cannot be fitted', () => {
  it.each([
    ['labels that are all alike', [1, 2, 3], [0, 0, 0], 0, 'All labels are alike'],
    ['numbers that make no whole rows', [1, 2, 3], [0, 1], 0, '3 numbers do not make 2 rows'],
    ['features that repeat each other', [1, 1, 0, 0, 1, 1, 0, 0], [1, 0, 1, 0], 0, 'give a penalty'],
  ])('is refused: %s', (_, rows, labels, l2, message) => {
    expect(() =>
      fitLogistic(Float64Array.from(rows), Uint8Array.from(labels), { l2, maxIterations: 10 }),
    ).toThrow(message);
  });

  it('can be with a penalty, which shares the weight out', () => {
    const rows = Float64Array.from([1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]);
    const { weights } = fitLogistic(rows, Uint8Array.from([1, 0, 1, 0, 1, 0]), {
      l2: 0.1,
      maxIterations: 20,
    });
    expect(weights[0]).toBeCloseTo(weights[1] as number, 9);
    expect(weights[0]).toBeGreaterThan(0);
  });
});

it('log-odds and probabilities are each other backwards, and finite at both ends', () => {
  for (const p of [0.001, 0.5, 0.99]) expect(sigmoid(logit(p))).toBeCloseTo(p, 12);
  expect([logit(0), logit(1)].every(Number.isFinite)).toBe(true);
});
