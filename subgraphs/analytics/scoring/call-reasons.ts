/** Why a customer probably calls: at most three reasons, each with what shows it. */
import { CALL_REASON_CODES, type CallReasonCode, type CallReasonPolicy } from '../call-reason-policy.ts';
import type { Evidence } from '../model.ts';
import { dayOf, type Found, RULES } from './call-reason-rules.ts';
import type { CustomerFacts } from './facts.ts';

export interface CallReason extends Evidence {
  readonly code: CallReasonCode;
  /** 1 is the likeliest. */
  readonly rank: number;
  /** What the call is then about; to measure by, not to show. */
  readonly topics: readonly string[];
}

const MOST_REASONS = 3;

/**
 * What was known at a moment, by the facts that have a time: what comes later does not count. A line's status and the use
 * of the running month have none; they are taken as they are, so for a moment of the past leave them out
 * (`withoutUntimed` in call-reason-hits.ts).
 *
 * @param at Epoch seconds.
 * @returns Best first. Ranked by how many times likelier than usual the reason makes its topics.
 */
export function callReasons(facts: CustomerFacts, at: number, policy: CallReasonPolicy): CallReason[] {
  const known = { facts, at, today: dayOf(at), policy };
  const found: (Found & { code: CallReasonCode })[] = [];
  for (const code of CALL_REASON_CODES) {
    const reason = RULES[code](known);
    if (reason !== null) found.push({ code, ...reason });
  }
  // The sort is stable: of equal weights the order of the codes decides.
  return found
    .sort((a, b) => weightOf(b.code, policy) - weightOf(a.code, policy))
    .slice(0, MOST_REASONS)
    .map(({ code, textZh, textEn, numbers, topics = [] }, nth) => ({
      code,
      rank: nth + 1,
      textZh,
      textEn,
      numbers,
      topics: [...new Set([...topics, ...policy.reasons[code].topics])],
    }));
}

function weightOf(code: CallReasonCode, { reasons }: CallReasonPolicy): number {
  return reasons[code].given / reasons[code].usual;
}
