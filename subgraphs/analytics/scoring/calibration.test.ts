import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../../../mocks/world/rng.ts';
import { calibrate, fitCalibration } from './calibration.ts';
import { logit, sigmoid } from './logistic.ts';
import { calibrationLine, logLoss } from './metrics.ts';

/** True probabilities around `odds`, what came true of them, and a model that distorts them. */
function simulate(count: number, odds: number, distort: (p: number) => number) {
  const random = createRandom(1, 'calibration', count);
  const truth = Float64Array.from({ length: count }, () => sigmoid(odds + 1.2 * random.normal()));
  const labels = Uint8Array.from(truth, (p) => (random.chance(p) ? 1 : 0));
  return { predicted: truth.map(distort), labels };
}

/** Twice as sure of itself as it may be, and three times too high. */
const distort = (p: number): number => sigmoid(2 * logit(p) + 3);

describe.each([
  ['isotonic', 60_000],
  ['platt', 12_000],
] as const)('a calibration that is %s', (kind, count) => {
  const { predicted, labels } = simulate(2 * count, -3.5, distort);
  const calibration = fitCalibration(predicted.subarray(0, count), labels.subarray(0, count));
  const unseen = predicted.subarray(count);
  const outcome = labels.subarray(count);
  const mended = unseen.map((p) => calibrate(calibration, p));

  it('is chosen by how many came true', () => {
    expect(calibration.kind).toBe(kind);
  });

  it('mends distorted probabilities of rows it has not seen', () => {
    expect(calibrationLine(unseen, outcome).slope).toBeLessThan(0.6);
    const { slope, intercept } = calibrationLine(mended, outcome);
    expect(Math.abs(slope - 1)).toBeLessThan(0.15);
    expect(Math.abs(intercept)).toBeLessThan(0.5);
    expect(logLoss(mended, outcome)).toBeLessThan(logLoss(unseen, outcome));
    const mean = (values: Iterable<number>): number =>
      [...values].reduce((a, b) => a + b, 0) / outcome.length;
    expect(Math.abs(mean(mended) / mean(outcome) - 1)).toBeLessThan(0.1);
  });

  it('keeps the order, and leaves nothing certain', () => {
    const steps = Array.from({ length: 999 }, (_, nth) => calibrate(calibration, (nth + 1) / 1_000));
    steps.forEach((p, nth) => {
      expect(p).toBeGreaterThan(nth === 0 ? 0 : (steps[nth - 1] as number));
      expect(p).toBeLessThan(1);
    });
  });

  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(calibration))).toEqual(calibration);
  });
});

describe('isotonic calibration', () => {
  it('joins neighbours whose shares fall, and draws lines between the means', () => {
    // Shares: 0 of 500 at 0.1; 600 of 1,000 at 0.2 and 400 of 1,000 at 0.4; 900 of 1,000 at 0.8.
    const groups = [
      [0.1, 0, 500],
      [0.2, 600, 1_000],
      [0.4, 400, 1_000],
      [0.8, 900, 1_000],
    ] as const;
    const predicted = Float64Array.from(
      groups.flatMap(([p, , rows]) => Array.from({ length: rows }, () => p)),
    );
    const labels = Uint8Array.from(
      groups.flatMap(([, ones, rows]) => Array.from({ length: rows }, (_, nth) => (nth < ones ? 1 : 0))),
    );
    const calibration = fitCalibration(predicted, labels);

    // The lowest block had none that came true, and was joined with the next.
    expect(calibration).toEqual({
      kind: 'isotonic',
      x: [expect.closeTo(0.26, 12), expect.closeTo(0.8, 12)],
      y: [0.4, 0.9],
    });
    expect(calibrate(calibration, 0.53)).toBeCloseTo(0.65, 12);
    expect(calibrate(calibration, 0.13)).toBeCloseTo(0.2, 12);
    expect(calibrate(calibration, 0.9)).toBeCloseTo(0.95, 12);
    expect([calibrate(calibration, 0), calibrate(calibration, 1)]).toEqual([0, 1]);
  });
});

describe('calibration of what teaches nothing', () => {
  it('leaves probabilities alone where all came true, or none', () => {
    const calibration = fitCalibration(Float64Array.of(0.2, 0.4), Uint8Array.of(0, 0));
    expect(calibration).toEqual({ kind: 'none' });
    expect(calibrate(calibration, 0.3)).toBe(0.3);
  });

  it('gives a model that is worse than chance the share of all, and does not turn it round', () => {
    const calibration = fitCalibration(
      Float64Array.of(0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 0.5, 0.4),
      Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0),
    );
    expect(calibrate(calibration, 0.1)).toBeCloseTo(0.25, 9);
    expect(calibrate(calibration, 0.9)).toBeCloseTo(0.25, 9);
  });
});
