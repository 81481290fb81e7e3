/** Fits the churn model, calibrates it, and judges it on months that it has not seen. */
import { createHash } from 'node:crypto';
import { calibrate, fitCalibration } from '../calibration.ts';
import { fitLogistic } from '../logistic.ts';
import { type Quality, qualityOf, stabilityOf } from '../metrics.ts';
import { type Dataset, type Datasets, rowAt } from './dataset.ts';
import { FEATURES } from './features.ts';
import { type ChurnModel, rawProbability } from './model.ts';
import { HORIZON_DAYS, type Part } from './snapshots.ts';

export interface Fit {
  readonly model: ChurnModel;
  readonly sizes: Readonly<Record<Part, { readonly rows: number; readonly lost: number }>>;
  /** Of the test month. */
  readonly quality: Quality;
  /** Population stability of each feature, from the months fitted on to the month tested. */
  readonly stability: readonly { readonly code: string; readonly psi: number }[];
}

/** In units of a standard deviation, so that no feature is held back for its unit. */
const L2 = 10;
/** What is true of hardly anybody varies by less; it is taken for this, so that a few rows decide nothing. */
const LEAST_DEVIATION = 0.05;
const MAX_ITERATIONS = 30;
/** Fewer teach nothing. */
const LEAST_LOST = 100;

/** @throws Error where too few lines were lost to learn from. */
export function fitChurn(datasets: Datasets, asOf: string): Fit {
  const { TRAIN: train, VALIDATE: validate, TEST: test } = datasets;
  const sizes = { TRAIN: sizeOf(train), VALIDATE: sizeOf(validate), TEST: sizeOf(test) };
  if (sizes.TRAIN.lost < LEAST_LOST) {
    throw new Error(
      `Only ${sizes.TRAIN.lost} lines were lost in the months to fit on; a model needs ${LEAST_LOST}. Use the one that is there, or more customers.`,
    );
  }
  const { means, deviations } = momentsOf(train);
  const { intercept, weights } = fitLogistic(standardised(train, means, deviations), train.labels, {
    l2: L2,
    maxIterations: MAX_ITERATIONS,
  });
  const features = FEATURES.map(({ code }, at) => ({
    code,
    weight: round((weights[at] as number) / (deviations[at] as number)),
    mean: round(means[at] as number),
  }));
  const shift = features.reduce((sum, { weight }, at) => sum + weight * (means[at] as number), 0);
  const unnamed = {
    version: '',
    horizonDays: HORIZON_DAYS,
    fittedAsOf: asOf,
    intercept: round(intercept - shift),
    features,
    calibration: { kind: 'none' as const },
  };
  const calibration = fitCalibration(probabilities(unnamed, validate), validate.labels);
  const named: ChurnModel = { ...unnamed, calibration };
  const digest = createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 8);
  const model = { ...named, version: `churn-1-${asOf}-${digest}` };
  const calibrated = probabilities(model, test).map((p) => calibrate(calibration, p));
  return {
    model,
    sizes,
    quality: qualityOf(calibrated, test.labels),
    stability: FEATURES.map(({ code }, at) => ({
      code,
      psi: stabilityOf(column(train, at), column(test, at)),
    })),
  };
}

function probabilities(model: ChurnModel, dataset: Dataset): Float64Array {
  return Float64Array.from(dataset.labels, (_, nth) =>
    rawProbability(model, Array.from(rowAt(dataset, nth))),
  );
}

function sizeOf({ labels }: Dataset): { rows: number; lost: number } {
  return { rows: labels.length, lost: labels.reduce((sum, label) => sum + label, 0) };
}

function momentsOf({ rows, labels }: Dataset): { means: number[]; deviations: number[] } {
  const width = FEATURES.length;
  const means = Array<number>(width).fill(0);
  const squares = Array<number>(width).fill(0);
  rows.forEach((value, at) => {
    means[at % width] = (means[at % width] as number) + value;
  });
  means.forEach((sum, at) => {
    means[at] = sum / labels.length;
  });
  rows.forEach((value, at) => {
    const distance = value - (means[at % width] as number);
    squares[at % width] = (squares[at % width] as number) + distance * distance;
  });
  return {
    means,
    deviations: squares.map((sum) => Math.max(LEAST_DEVIATION, Math.sqrt(sum / labels.length))),
  };
}

function standardised(
  { rows }: Dataset,
  means: readonly number[],
  deviations: readonly number[],
): Float64Array {
  const width = FEATURES.length;
  return rows.map(
    (value, at) => (value - (means[at % width] as number)) / (deviations[at % width] as number),
  );
}

function column({ rows, labels }: Dataset, at: number): Float64Array {
  return Float64Array.from(labels, (_, nth) => rows[nth * FEATURES.length + at] as number);
}

/** Nobody reads more digits, and the model is a file that people compare. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
