/** Figures of one system, and what they are beside another's. */
import type { Sample } from './measure.ts';
import type { Operation } from './operations.ts';
import type { OperationResult, SystemResult } from './results.ts';
import { type Spread, toSpread } from './statistics.ts';

export type Figure = Exclude<keyof Sample, 'failures'>;

/** Only what was measured to the end counts. */
export function findMeasured(
  system: SystemResult | undefined,
  operation: Operation,
): OperationResult | undefined {
  return system?.operations.find((result) => {
    return result.operation === operation && result.problem === undefined && result.samples.length > 0;
  });
}

export function spreadOf({ samples }: OperationResult, figure: Figure): Spread {
  return toSpread(samples.map((sample) => sample[figure] ?? Number.NaN));
}

/** Of samples of the same round: what else the machine did falls on both. */
export function ratiosOf(
  over: OperationResult | undefined,
  under: OperationResult | undefined,
  figure: Figure,
): Spread {
  const samples = under?.samples ?? [];
  return toSpread(
    samples.flatMap((sample) => {
      const other = over?.samples.find(({ round }) => round === sample.round);
      return other ? [(other[figure] ?? Number.NaN) / (sample[figure] ?? Number.NaN)] : [];
    }),
  );
}
