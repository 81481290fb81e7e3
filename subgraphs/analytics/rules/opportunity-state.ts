import type { OpportunityState } from '#schema/analytics';
import type { Score } from '../model.ts';

export interface Verdict {
  readonly state: OpportunityState;
  /** In words; null when the product may be offered. */
  readonly stateReason: string | null;
}

/**
 * Whether a product may be offered to a customer: who is highly fee-sensitive
 * is not pitched products and tariffs (S12). Without the score nobody knows,
 * and what nobody knows is not offered.
 */
export function opportunityState(feeSensitivity: Pick<Score, 'state' | 'band'>): Verdict {
  if (feeSensitivity.state === 'NOT_COMPUTED') {
    return { state: 'UNCHECKED', stateReason: '资费敏感度尚未评分，审核前请勿推荐' };
  }
  if (feeSensitivity.band === 'HIGH') {
    return { state: 'WITHHELD', stateReason: '客户资费敏感度高，不宜推荐套餐和新业务' };
  }
  return { state: 'OFFERABLE', stateReason: null };
}
