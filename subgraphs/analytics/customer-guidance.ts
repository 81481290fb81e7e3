import type { Context } from './loaders.ts';
import type { Guidance, LiveFacts } from './model.ts';
import { guidanceFor } from './rules/guidance.ts';
import { opportunityState } from './rules/opportunity-state.ts';
import { scoreOf } from './rules/scores.ts';
import { warningsOf } from './rules/warnings.ts';
import { scored } from './score-subjects.ts';

/** Gathers what is known of a customer, and says what to say to him. */
export async function customerGuidance(
  customerId: string,
  live: LiveFacts,
  { loaders, period, guidancePolicy }: Context,
): Promise<Guidance[]> {
  const scores = await loaders.scores.load(scored('CUSTOMER', customerId));
  const feeSensitivity = scoreOf('FEE_SENSITIVITY', scores);
  const churn = scoreOf('CHURN', scores);
  const mayOffer = opportunityState(feeSensitivity, live).state === 'OFFERABLE';
  // Read for the few of whom something is said.
  const isAtRisk = churn.band === 'HIGH';
  const lines = isAtRisk ? await loaders.lines.load(customerId) : [];
  const offered = isAtRisk && mayOffer ? await loaders.opportunities.load(customerId) : [];
  return guidanceFor(
    {
      feeSensitivity,
      complaintSensitivity: scoreOf('COMPLAINT_SENSITIVITY', scores),
      churn,
      warnings: warningsOf(lines, period),
      retention: offered.find(({ kind }) => kind === 'RETENTION'),
      live,
    },
    guidancePolicy,
  );
}
