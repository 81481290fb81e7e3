import type { FeatureMonth, Interpretation } from '../model.ts';
import type { Period } from '../period.ts';
import { dataUse } from './data-use.ts';
import { messagingUse } from './messaging-use.ts';
import { roaming } from './roaming.ts';

type InterpretationRule = (months: readonly FeatureMonth[], period: Period) => Interpretation;

const RULES: Readonly<Record<Interpretation['kind'], InterpretationRule>> = {
  DATA_USE: dataUse,
  MESSAGING_USE: messagingUse,
  ROAMING: roaming,
};

/** Every kind, in the order in which all are shown. */
export const INTERPRETATION_KINDS: readonly Interpretation['kind'][] = [
  'DATA_USE',
  'MESSAGING_USE',
  'ROAMING',
];

/**
 * Data interpretation 数据解读 of one line: each kind once, in the order asked
 * for. Null without mobile service, as the rules are of nothing else: of a
 * broadband line they would say that it has no data plan.
 */
export function interpret(
  kinds: readonly Interpretation['kind'][],
  months: readonly FeatureMonth[],
  period: Period,
): Interpretation[] | null {
  if (!months.some(({ mobile }) => mobile)) return null;
  return [...new Set(kinds)].map((kind) => RULES[kind](months, period));
}
