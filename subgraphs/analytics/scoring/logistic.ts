/**
 * Logistic regression with an L2 penalty, by iteratively reweighted least squares: Newton's method, so that some ten
 * passes over the rows give the one best answer, and the same one bit by bit in every run.
 *
 * The equations are solved by the thirty lines of Cholesky below: some twenty weights make a matrix that small, it is
 * symmetric and positive definite by construction, and a package of linear algebra would bring objects for rows that
 * lie in one typed array on purpose (a million of them).
 */
export interface LogisticModel {
  readonly intercept: number;
  /** Log-odds for each unit of the feature. */
  readonly weights: readonly number[];
}

export interface LogisticFit extends LogisticModel {
  readonly iterations: number;
  /** False when the last step was still too large: more iterations, or a penalty, are needed. */
  readonly converged: boolean;
}

export interface LogisticOptions {
  /** λ in −log likelihood (summed over rows) + λ/2·Σ weight²; the intercept is not penalised. */
  readonly l2: number;
  readonly maxIterations: number;
}

/** Largest change of a weight at which it is taken to be found. */
const TOLERANCE = 1e-8;
/** Part of a loss that is rounding. */
const NOISE = 1e-10;
/** Between 0 and 1, and their log-odds still finite. */
const EPSILON = 1e-12;

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Log-odds; of 0 and 1 very large, and not infinite. */
export function logit(p: number): number {
  const inside = Math.min(1 - EPSILON, Math.max(EPSILON, p));
  return Math.log(inside / (1 - inside));
}

export function predict({ intercept, weights }: LogisticModel, row: ArrayLike<number>): number {
  let logOdds = intercept;
  for (let at = 0; at < weights.length; at++) logOdds += (weights[at] as number) * (row[at] as number);
  return sigmoid(logOdds);
}

/**
 * @param rows One after the other, as many numbers each as there are features; how many follows from the labels.
 * @param labels 0 or 1, one a row.
 * @throws RangeError when rows and labels do not fit, when all labels are alike, or when features repeat each other
 *   without a penalty: there is no one answer then.
 */
export function fitLogistic(
  rows: Float64Array,
  labels: Uint8Array,
  { l2, maxIterations }: LogisticOptions,
): LogisticFit {
  const features = rows.length / labels.length;
  if (!Number.isInteger(features)) {
    throw new RangeError(`${rows.length} numbers do not make ${labels.length} rows.`);
  }
  let ones = 0;
  for (const label of labels) ones += label;
  if (ones === 0 || ones === labels.length)
    throw new RangeError('All labels are alike: nothing can be fitted.');

  // The intercept comes first.
  let best: Float64Array = new Float64Array(features + 1);
  best[0] = logit(ones / labels.length);
  let here = slopeAt(best, rows, labels, l2);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const step = solve(here.hessian, here.gradient);
    let next = minus(best, step);
    let there = slopeAt(next, rows, labels, l2);
    // Far from the answer a whole step may go too far.
    while (!(there.loss <= here.loss * (1 + NOISE)) && largest(step) > TOLERANCE) {
      for (let at = 0; at < step.length; at++) step[at] = (step[at] as number) / 2;
      next = minus(best, step);
      there = slopeAt(next, rows, labels, l2);
    }
    best = next;
    here = there;
    if (largest(step) <= TOLERANCE) return toFit(best, iteration, true);
  }
  return toFit(best, maxIterations, false);
}

function toFit(beta: Float64Array, iterations: number, converged: boolean): LogisticFit {
  return { intercept: beta[0] as number, weights: [...beta.subarray(1)], iterations, converged };
}

interface Slope {
  /** Penalised, never negative. */
  readonly loss: number;
  readonly gradient: Float64Array;
  /** X'WX and the penalty: rows of the lower triangle, in a square. */
  readonly hessian: Float64Array;
}

/** One pass over the rows, in their order. */
function slopeAt(beta: Float64Array, rows: Float64Array, labels: Uint8Array, l2: number): Slope {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  // The intercept's feature is always 1.
  const row = new Float64Array(size).fill(1);
  let loss = 0;
  for (let nth = 0; nth < labels.length; nth++) {
    row.set(rows.subarray(nth * (size - 1), (nth + 1) * (size - 1)), 1);
    const label = labels[nth] as number;
    let logOdds = 0;
    for (let at = 0; at < size; at++) logOdds += (beta[at] as number) * (row[at] as number);
    const p = sigmoid(logOdds);
    // log(1 + e^z) without overflow.
    loss += Math.max(logOdds, 0) + Math.log1p(Math.exp(-Math.abs(logOdds))) - label * logOdds;
    const off = p - label;
    const w = p * (1 - p);
    for (let at = 0; at < size; at++) {
      const x = row[at] as number;
      gradient[at] = (gradient[at] as number) + off * x;
      const weighted = w * x;
      const start = at * size;
      for (let to = 0; to <= at; to++) {
        hessian[start + to] = (hessian[start + to] as number) + weighted * (row[to] as number);
      }
    }
  }
  for (let at = 1; at < size; at++) {
    const weight = beta[at] as number;
    loss += (l2 / 2) * weight * weight;
    gradient[at] = (gradient[at] as number) + l2 * weight;
    hessian[at * size + at] = (hessian[at * size + at] as number) + l2;
  }
  return { loss, gradient, hessian };
}

/** Solves A·x = b by A = L·L', of which only the lower triangle is looked at. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const l = new Float64Array(size * size);
  const x = new Float64Array(size);
  const cell = (row: number, column: number): number => l[row * size + column] as number;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * size + j] as number;
      for (let k = 0; k < j; k++) rest -= cell(i, k) * cell(j, k);
      if (i === j && !(rest > (a[i * size + i] as number) * EPSILON)) {
        throw new RangeError('Features repeat each other: give a penalty, l2 > 0.');
      }
      l[i * size + j] = i === j ? Math.sqrt(rest) : rest / cell(j, j);
    }
  }
  for (let i = 0; i < size; i++) {
    let rest = b[i] as number;
    for (let k = 0; k < i; k++) rest -= cell(i, k) * (x[k] as number);
    x[i] = rest / cell(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i] as number;
    for (let k = i + 1; k < size; k++) rest -= cell(k, i) * (x[k] as number);
    x[i] = rest / cell(i, i);
  }
  return x;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value - (b[at] as number));
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
