import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../../../mocks/world/rng.ts';
import { logit, sigmoid } from './logistic.ts';
import {
  auc,
  brier,
  calibrationLine,
  logLoss,
  qualityOf,
  reliabilityTable,
  stabilityOf,
  topDecileLift,
} from './metrics.ts';

const predicted = Float64Array.of(0.1, 0.4, 0.35, 0.8);
const labels = Uint8Array.of(0, 0, 1, 1);

describe('AUC', () => {
  it('is the share of pairs in the right order', () => {
    expect(auc(predicted, labels)).toBe(0.75);
  });

  it('counts half of those predicted alike', () => {
    expect(auc(Float64Array.of(0.5, 0.5, 0.5, 0.9), Uint8Array.of(0, 1, 0, 1))).toBe(0.75);
    expect(auc(Float64Array.of(0.5, 0.5), Uint8Array.of(0, 1))).toBe(0.5);
  });
});

it('log-loss and Brier score are those made by hand', () => {
  const byHand = -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4;
  expect(logLoss(predicted, labels)).toBeCloseTo(byHand, 12);
  expect(brier(predicted, labels)).toBeCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, 12);
  expect(logLoss(Float64Array.of(0, 1), Uint8Array.of(1, 1))).toBeCloseTo(Math.log(1e12) / 2, 3);
});

describe('the calibration line', () => {
  it('undoes a known distortion', () => {
    const random = createRandom(1, 'line', 0);
    const truth = Float64Array.from({ length: 50_000 }, () => sigmoid(-2 + random.normal()));
    const outcome = Uint8Array.from(truth, (p) => (random.chance(p) ? 1 : 0));
    const right = calibrationLine(truth, outcome);
    const sure = calibrationLine(
      truth.map((p) => sigmoid(2 * logit(p) + 1)),
      outcome,
    );

    expect(Math.abs(right.slope - 1)).toBeLessThan(0.06);
    expect(Math.abs(right.intercept)).toBeLessThan(0.12);
    // What was doubled and moved by 1 is halved and moved back by a half.
    expect(sure.slope).toBeCloseTo(right.slope / 2, 6);
    expect(sure.intercept).toBeCloseTo(right.intercept - right.slope / 2, 6);
  });

  it('is flat where all are predicted alike', () => {
    const line = calibrationLine(new Float64Array(4).fill(0.2), Uint8Array.of(0, 1, 0, 0));
    expect(line).toEqual({ slope: 0, intercept: Math.log(1 / 3) });
  });
});

it('the reliability table compares means with shares, tenth by tenth', () => {
  const twenty = Float64Array.from({ length: 20 }, (_, nth) => (20 - nth) / 20);
  const outcome = Uint8Array.from({ length: 20 }, (_, nth) => (nth < 3 ? 1 : 0));
  const table = reliabilityTable(twenty, outcome);

  expect(table).toHaveLength(10);
  expect(table[0]).toEqual({ rows: 2, predicted: expect.closeTo(0.075, 12), observed: 0 });
  expect(table[8]).toEqual({ rows: 2, predicted: expect.closeTo(0.875, 12), observed: 0.5 });
  expect(table[9]).toEqual({ rows: 2, predicted: expect.closeTo(0.975, 12), observed: 1 });
  expect(reliabilityTable(predicted, labels).reduce((sum, { rows }) => sum + rows, 0)).toBe(4);
});

describe('top-decile lift', () => {
  it('is how much oftener it came true at the top than in all', () => {
    const twenty = Float64Array.from({ length: 20 }, (_, nth) => nth / 20);
    const outcome = Uint8Array.from({ length: 20 }, (_, nth) => (nth === 19 || nth < 3 ? 1 : 0));
    // One of two, by four of twenty.
    expect(topDecileLift(twenty, outcome)).toBeCloseTo(2.5, 12);
  });

  it('is 1 where all are predicted alike, in whatever order they come', () => {
    const alike = new Float64Array(20).fill(0.3);
    const outcome = Uint8Array.from({ length: 20 }, (_, nth) => (nth < 2 ? 1 : 0));
    expect(topDecileLift(alike, outcome)).toBeCloseTo(1, 12);
    expect(topDecileLift(alike, outcome.toReversed())).toBeCloseTo(1, 12);
  });
});

describe('the quality of a model', () => {
  it('holds it against whoever always says the share of all', () => {
    const quality = qualityOf(predicted, labels);
    expect(quality).toMatchObject({ auc: 0.75, baseLogLoss: expect.closeTo(Math.LN2, 12), baseBrier: 0.25 });
    expect(quality.slope).toBe(calibrationLine(predicted, labels).slope);
    expect(quality.reliability).toHaveLength(4);
  });

  it.each([
    ['all came true', [1, 1, 1, 1]],
    ['none did', [0, 0, 0, 0]],
    ['there are no rows', []],
  ])('cannot be judged where %s', (_, outcome) => {
    const rows = predicted.subarray(0, outcome.length);
    for (const judge of [qualityOf, auc, calibrationLine, topDecileLift]) {
      expect(() => judge(rows, Uint8Array.from(outcome))).toThrow('nothing can be judged');
    }
  });
});

describe('PSI', () => {
  const flags = (ones: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, nth) => (nth < ones ? 1 : 0));

  it('is 0 for the same sample', () => {
    const random = createRandom(1, 'psi', 0);
    const sample = Float64Array.from({ length: 1_000 }, () => random.normal());
    expect(stabilityOf(sample, sample)).toBe(0);
  });

  it('is by hand what the shares of a flag give, be it rare or common', () => {
    const byHand = (0.2 - 0.1) * Math.log(0.2 / 0.1) + (0.8 - 0.9) * Math.log(0.8 / 0.9);
    expect(stabilityOf(flags(100, 1_000), flags(200, 1_000))).toBeCloseTo(byHand, 12);
    expect(stabilityOf(flags(900, 1_000), flags(800, 1_000))).toBeCloseTo(byHand, 12);
  });

  it('says when a tenth of the first takes half of the second', () => {
    const first = Float64Array.from({ length: 100 }, (_, nth) => nth);
    // All below 10 weigh five times what they did; the rest shares the other half.
    const second = Float64Array.from({ length: 180 }, (_, nth) => (nth < 90 ? nth % 10 : nth - 80));
    const byHand = (0.5 - 0.1) * Math.log(5) + 9 * (0.5 / 9 - 0.1) * Math.log(0.5 / 9 / 0.1);
    expect(stabilityOf(first, second)).toBeCloseTo(byHand, 9);
  });

  it('sees what never varied move up or down', () => {
    const still = new Float64Array(50).fill(3);
    expect(stabilityOf(still, still)).toBe(0);
    expect(stabilityOf(still, new Float64Array(50).fill(4))).toBeGreaterThan(1);
    expect(stabilityOf(still, new Float64Array(50).fill(2))).toBeGreaterThan(1);
  });
});
