/**
 * How good probabilities are. `predicted` are probabilities, 0 to 1; `labels` are 1 where it came true. There is at
 * least one row of each: what must tell both apart throws a RangeError otherwise.
 *
 * Accuracy is not among them: where two in a hundred leave, who says "nobody" is right 98 times.
 */
import { fitLogistic, logit } from './logistic.ts';

/** Keeps the fit finite where a few rows are told apart without fault; of no weight otherwise. */
const CALIBRATION_L2 = 1e-6;
const MAX_ITERATIONS = 100;
const DECILES = 10;
/** Share of an empty bin: the logarithm of none is infinite. */
const LEAST_SHARE = 1e-4;

export interface Quality {
  readonly auc: number;
  readonly logLoss: number;
  /** Of whoever always says the share of all. */
  readonly baseLogLoss: number;
  readonly brier: number;
  readonly baseBrier: number;
  /** Of the calibration line: 1 and 0 where probabilities mean what they say. */
  readonly slope: number;
  readonly intercept: number;
  readonly topDecileLift: number;
  readonly reliability: readonly ReliabilityRow[];
}

/** All of it. */
export function qualityOf(predicted: Float64Array, labels: Uint8Array): Quality {
  const { ones } = requireBoth(labels);
  const always = new Float64Array(labels.length).fill(ones / labels.length);
  return {
    auc: auc(predicted, labels),
    logLoss: logLoss(predicted, labels),
    baseLogLoss: logLoss(always, labels),
    brier: brier(predicted, labels),
    baseBrier: brier(always, labels),
    ...calibrationLine(predicted, labels),
    topDecileLift: topDecileLift(predicted, labels),
    reliability: reliabilityTable(predicted, labels),
  };
}

/** Probability that one that came true was predicted above one that did not; of those predicted alike half count. */
export function auc(predicted: Float64Array, labels: Uint8Array): number {
  const { ones, zeros } = requireBoth(labels);
  const order = ascending(predicted);
  let zerosBelow = 0;
  let pairs = 0;
  for (let from = 0; from < order.length; ) {
    const p = predicted[order[from] as number];
    let until = from;
    let onesHere = 0;
    for (; until < order.length && predicted[order[until] as number] === p; until++) {
      onesHere += labels[order[until] as number] as number;
    }
    const zerosHere = until - from - onesHere;
    pairs += onesHere * (zerosBelow + zerosHere / 2);
    zerosBelow += zerosHere;
    from = until;
  }
  return pairs / (ones * zeros);
}

/** Mean of −log of the probability given to what happened; 0 is perfect. */
export function logLoss(predicted: Float64Array, labels: Uint8Array): number {
  // By log-odds, which stay finite for 0 and 1.
  return meanOf(predicted, labels, (p, label) => Math.log1p(Math.exp(label === 1 ? -logit(p) : logit(p))));
}

/** Mean squared difference from what happened; 0 is perfect. */
export function brier(predicted: Float64Array, labels: Uint8Array): number {
  return meanOf(predicted, labels, (p, label) => (p - label) ** 2);
}

/**
 * Logistic fit of what happened on the log-odds predicted: slope 1 and intercept 0 where probabilities mean what they
 * say, a slope below 1 where they are too sure of themselves. Where all are predicted alike there is no such line, and
 * the slope is 0.
 */
export function calibrationLine(
  predicted: Float64Array,
  labels: Uint8Array,
): { readonly slope: number; readonly intercept: number } {
  const { ones, zeros } = requireBoth(labels);
  if (predicted.every((p) => p === predicted[0])) return { slope: 0, intercept: Math.log(ones / zeros) };
  const { intercept, weights } = fitLogistic(predicted.map(logit), labels, {
    l2: CALIBRATION_L2,
    maxIterations: MAX_ITERATIONS,
  });
  return { slope: weights[0] as number, intercept };
}

export interface ReliabilityRow {
  readonly rows: number;
  /** Mean of the probabilities. */
  readonly predicted: number;
  /** Share that came true. */
  readonly observed: number;
}

/** By tenths of the rows, lowest probabilities first; a shorter table where there are fewer than ten. */
export function reliabilityTable(predicted: Float64Array, labels: Uint8Array): ReliabilityRow[] {
  const order = ascending(predicted);
  const table: ReliabilityRow[] = [];
  for (let nth = 0; nth < DECILES; nth++) {
    const tenth = order.subarray(
      Math.floor((nth * order.length) / DECILES),
      Math.floor(((nth + 1) * order.length) / DECILES),
    );
    if (tenth.length === 0) continue;
    let sum = 0;
    let ones = 0;
    for (const row of tenth) {
      sum += predicted[row] as number;
      ones += labels[row] as number;
    }
    table.push({ rows: tenth.length, predicted: sum / tenth.length, observed: ones / tenth.length });
  }
  return table;
}

/**
 * How many times as often it came true in the tenth with the highest probabilities as in all. Of those predicted alike
 * at its edge each counts in part, so that the order of rows does not matter.
 */
export function topDecileLift(predicted: Float64Array, labels: Uint8Array): number {
  const { ones } = requireBoth(labels);
  const size = predicted.length / DECILES;
  const edge = predicted.toSorted()[predicted.length - Math.ceil(size)] as number;
  let [above, aboveOnes, alike, alikeOnes] = [0, 0, 0, 0];
  for (let nth = 0; nth < predicted.length; nth++) {
    const p = predicted[nth] as number;
    const label = labels[nth] as number;
    if (p > edge) {
      above++;
      aboveOnes += label;
    } else if (p === edge) {
      alike++;
      alikeOnes += label;
    }
  }
  const top = aboveOnes + ((size - above) / alike) * alikeOnes;
  return top / size / (ones / predicted.length);
}

/**
 * Population stability index (PSI) of a feature between two samples: Σ (b − a)·ln(b/a) over the shares of both in ten bins
 * with equally many of the first. Above 0.2 the feature has moved. Values that are many take a bin of their own.
 */
export function stabilityOf(first: Float64Array, second: Float64Array): number {
  const edges = edgesOf(first);
  const [a, b] = [sharesOf(first, edges), sharesOf(second, edges)];
  return a.reduce(
    (sum, share, bin) => sum + ((b[bin] as number) - share) * Math.log((b[bin] as number) / share),
    0,
  );
}

/** Upper ends of all bins but the last; each belongs to its bin. */
function edgesOf(sample: Float64Array): number[] {
  const sorted = sample.toSorted();
  const most = sorted.at(-1) as number;
  // An edge at the top would leave the last bin empty: what is highest has to differ from the rest.
  const belowMost = sorted[sorted.indexOf(most) - 1];
  // What never varied has moved when it does, whichever way.
  if (belowMost === undefined) return [most - Math.max(1, Math.abs(most)) * Number.EPSILON, most];
  const edges = new Set<number>();
  for (let nth = 1; nth < DECILES; nth++) {
    const edge = sorted[Math.ceil((nth * sorted.length) / DECILES) - 1] as number;
    edges.add(edge === most ? belowMost : edge);
  }
  return [...edges];
}

function sharesOf(sample: Float64Array, edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of sample) {
    let bin = 0;
    while (bin < edges.length && value > (edges[bin] as number)) bin++;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count) => Math.max(LEAST_SHARE, count / sample.length));
}

/** @throws RangeError where all came true, or none: nothing could be told apart. */
function requireBoth(labels: Uint8Array): { readonly ones: number; readonly zeros: number } {
  const ones = labels.reduce((sum, label) => sum + label, 0);
  if (ones === 0 || ones === labels.length)
    throw new RangeError('All labels are alike: nothing can be judged.');
  return { ones, zeros: labels.length - ones };
}

function meanOf(
  predicted: Float64Array,
  labels: Uint8Array,
  of: (p: number, label: number) => number,
): number {
  let sum = 0;
  for (let nth = 0; nth < labels.length; nth++) sum += of(predicted[nth] as number, labels[nth] as number);
  return sum / labels.length;
}

/** Numbers of the rows, those predicted alike in their order. */
function ascending(predicted: Float64Array): Uint32Array {
  return Uint32Array.from(predicted, (_, nth) => nth).sort(
    (a, b) => (predicted[a] as number) - (predicted[b] as number) || a - b,
  );
}
