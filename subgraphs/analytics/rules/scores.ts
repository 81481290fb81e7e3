import type { Score } from '../model.ts';

/** Every kind, in the order in which all are shown. */
export const SCORE_KINDS: readonly Score['kind'][] = [
  'CHURN',
  'FEE_SENSITIVITY',
  'COMPLAINT_SENSITIVITY',
  'VALUE',
  'CREDIT',
];

/** The score of this kind; when no job has computed it, one that says so and has no number. */
export function scoreOf(kind: Score['kind'], computed: readonly Score[]): Score {
  return computed.find((score) => score.kind === kind) ?? { kind, ...NOT_COMPUTED };
}

const NOT_COMPUTED = {
  state: 'NOT_COMPUTED',
  value: null,
  band: null,
  reasonsText: null,
  modelVersion: null,
  asOf: null,
} as const;
