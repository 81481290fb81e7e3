import type { ScoreBand } from '#schema/analytics';
import type { ScoreReason } from '../model.ts';

export interface BandedScore {
  /** 0 to 100, one decimal. */
  readonly value: number;
  readonly band: ScoreBand;
  readonly reasons: readonly ScoreReason[];
}

/** @param begin Where each band begins. */
export function bandOf(value: number, begin: { readonly medium: number; readonly high: number }): ScoreBand {
  if (value >= begin.high) return 'HIGH';
  return value >= begin.medium ? 'MEDIUM' : 'LOW';
}
