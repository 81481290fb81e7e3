/**
 * Makes probabilities mean what they say: of those given 5 %, 5 % should come true. Fitted on rows that the model has
 * not seen. A calibration is plain JSON, to be kept beside its model.
 *
 * None ever turns two probabilities round, and none gives 0 or 1 to a probability between them.
 */
import { fitLogistic, logit, predict } from './logistic.ts';

export type Calibration =
  /** Nothing to learn from: all came true, or none. */
  | { readonly kind: 'none' }
  /** Logistic on the log-odds. */
  | { readonly kind: 'platt'; readonly intercept: number; readonly slope: number }
  /** Straight lines from (0, 0) through these points, rising, to (1, 1). */
  | { readonly kind: 'isotonic'; readonly x: readonly number[]; readonly y: readonly number[] };

/** With fewer that came true, two numbers are all that can be learnt. */
const ISOTONIC_POSITIVES = 1_000;
/** Keeps the slope finite where a few rows are told apart without fault. */
const PLATT_L2 = 1e-3;
const MAX_ITERATIONS = 50;

/** @param predicted By the model, 0 to 1. @param labels 1 where it came true. */
export function fitCalibration(predicted: Float64Array, labels: Uint8Array): Calibration {
  let positives = 0;
  for (const label of labels) positives += label;
  if (positives === 0 || positives === labels.length) return { kind: 'none' };
  if (positives >= ISOTONIC_POSITIVES) return fitIsotonic(predicted, labels);
  const { intercept, weights } = fitLogistic(predicted.map(logit), labels, {
    l2: PLATT_L2,
    maxIterations: MAX_ITERATIONS,
  });
  const slope = weights[0] as number;
  // A model that is worse than chance is not turned round: then the share of those that came true is all that is known.
  if (slope > 0) return { kind: 'platt', intercept, slope };
  return { kind: 'platt', intercept: logit(positives / labels.length), slope: 0 };
}

export function calibrate(calibration: Calibration, p: number): number {
  if (calibration.kind === 'none') return p;
  if (calibration.kind === 'platt') {
    return predict({ intercept: calibration.intercept, weights: [calibration.slope] }, [logit(p)]);
  }
  const { x, y } = calibration;
  // The first point that is not below p.
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) < p) low = middle + 1;
    else high = middle;
  }
  const [fromX, fromY] = low === 0 ? [0, 0] : [x[low - 1] as number, y[low - 1] as number];
  const [toX, toY] = low === x.length ? [1, 1] : [x[low] as number, y[low] as number];
  return toX === fromX ? toY : fromY + ((toY - fromY) * (p - fromX)) / (toX - fromX);
}

/** Rows that are taken together. */
interface Block {
  count: number;
  predicted: number;
  positives: number;
}

/**
 * Pool adjacent violators: blocks in order of what was predicted, joined until the share that came true rises from each
 * to the next. A block stands for its means; between them is a line and not a step, so that equal shares within a
 * block do not lose their order.
 */
function fitIsotonic(predicted: Float64Array, labels: Uint8Array): Calibration {
  const order = Uint32Array.from(labels, (_, nth) => nth).sort(
    (a, b) => (predicted[a] as number) - (predicted[b] as number) || a - b,
  );
  // Those predicted alike are one block from the start.
  const alike: Block[] = [];
  let before = Number.NaN;
  for (const nth of order) {
    const p = predicted[nth] as number;
    if (p !== before) alike.push({ count: 0, predicted: 0, positives: 0 });
    join(alike.at(-1) as Block, { count: 1, predicted: p, positives: labels[nth] as number });
    before = p;
  }
  const blocks = settle(pool(alike));
  return {
    kind: 'isotonic',
    x: blocks.map(({ predicted: sum, count }) => sum / count),
    y: blocks.map(({ positives, count }) => positives / count),
  };
}

function pool(alike: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  for (const block of alike) {
    let last = block;
    // Shares are compared as whole numbers.
    for (let to = blocks.at(-1); to !== undefined && isNotBelow(to, last); to = blocks.at(-1)) {
      join(to, last);
      last = to;
      blocks.pop();
    }
    blocks.push(last);
  }
  return blocks;
}

/** No block is certain: the lowest gets at least one that came true, the highest at least one that did not. */
function settle(blocks: Block[]): Block[] {
  while (blocks.length > 1 && blocks[0]?.positives === 0) {
    join(blocks[1] as Block, blocks[0]);
    blocks.shift();
  }
  for (let top = blocks.at(-1); blocks.length > 1 && top?.positives === top?.count; top = blocks.at(-1)) {
    blocks.pop();
    join(blocks.at(-1) as Block, top as Block);
  }
  return blocks;
}

function isNotBelow(a: Block, b: Block): boolean {
  return a.positives * b.count >= b.positives * a.count;
}

function join(into: Block, other: Block): void {
  into.count += other.count;
  into.predicted += other.predicted;
  into.positives += other.positives;
}
