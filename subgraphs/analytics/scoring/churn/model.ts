/** The churn model: a probability, and what made it so. */
import { z } from 'zod';
import { FEATURES } from './features.ts';
import type { LineView } from './line-view.ts';

/** As it is kept beside its card. Weights are log-odds for each unit of the feature. */
export const churnModel = z.object({
  version: z.string(),
  horizonDays: z.number().int(),
  /** Day the facts that it was fitted on are of. */
  fittedAsOf: z.string(),
  intercept: z.number(),
  features: z.array(z.object({ code: z.string(), weight: z.number(), mean: z.number() })),
  calibration: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('platt'), intercept: z.number(), slope: z.number() }),
    z.object({
      kind: z.literal('isotonic'),
      x: z.array(z.number()).readonly(),
      y: z.array(z.number()).readonly(),
    }),
  ]),
});

export type ChurnModel = z.infer<typeof churnModel>;

export interface Reason {
  readonly code: string;
  readonly textZh: string;
  readonly textEn: string;
  /** Log-odds against the average line. */
  readonly contribution: number;
}

const RAISING = 3;
/** What moves the odds by less than 5 % is no reason. */
const LEAST_CONTRIBUTION = 0.05;

/** In the order of `FEATURES`. */
export function readFeatures(view: LineView): number[] {
  return FEATURES.map((feature) => feature.read(view));
}

/** Before it is calibrated. */
export function rawProbability({ intercept, features }: ChurnModel, values: readonly number[]): number {
  let logOdds = intercept;
  features.forEach(({ weight }, at) => {
    logOdds += weight * (values[at] as number);
  });
  return 1 / (1 + Math.exp(-logOdds));
}

/** The three that raise the risk most, strongest first, and the one that lowers it most. */
export function reasonsOf(model: ChurnModel, view: LineView, values: readonly number[]): Reason[] {
  const all = FEATURES.map((feature, at) => {
    const { weight = 0, mean = 0 } = model.features[at] ?? {};
    return { feature, value: values[at] as number, contribution: weight * ((values[at] as number) - mean) };
  });
  const raising = all
    .filter(({ contribution }) => contribution >= LEAST_CONTRIBUTION)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, RAISING);
  const lowering = all
    .filter(({ contribution }) => contribution <= -LEAST_CONTRIBUTION)
    .sort((a, b) => a.contribution - b.contribution)
    .slice(0, 1);
  return [...raising, ...lowering].map(({ feature, value, contribution }) => {
    const { zh, en } = feature.tell(view, value);
    return {
      code: feature.code,
      textZh: zh,
      textEn: en,
      contribution: Math.round(contribution * 1_000) / 1_000,
    };
  });
}
