/** Statements for what was counted, scored and recommended. */

import {
  type CallReasonRow,
  type CountedLineRow,
  type FeatureRow,
  type FigureRow,
  type InsightRows,
  type OpportunityRow,
  type ScoreFigures,
  type SubjectScore,
  toLines,
} from '../analytics.ts';
import type { BusinessTime } from '../business-time.ts';
import type { CustomerOpportunityRow } from '../portfolio-sections.ts';
import type { Systems } from './systems.ts';

const FEATURES = `f.month, f.voice_minutes AS voiceMinutes, f.sms_count AS smsCount, f.mms_count AS mmsCount,
  f.data_kb AS dataKilobytes, f.data_allowance_kb AS dataAllowanceKilobytes, f.charge_fen AS chargeFen`;
const LINES = `SELECT r.customer_id AS customerId, r.subscriber_id AS subscriberId, r.status,
    r.contract_ends_on AS contractEndsOn, ${FEATURES}
  FROM analytics.subscriber_ref r
  LEFT JOIN feature_month f ON f.subscriber_id = r.subscriber_id AND f.month BETWEEN ? AND ?`;
const SCORES = `SELECT kind, 'COMPUTED' AS state, value, band, reasons AS reasonsText`;

export function prepareAnalytics(systems: Systems) {
  return {
    lines: systems.prepare<[from: string, to: string, customer: number], CountedLineRow>(
      `${LINES} WHERE r.customer_id = ? ORDER BY r.subscriber_id, f.month`,
    ),
    features: systems.prepare<[from: string, to: string, subscriber: number], FeatureRow>(
      `SELECT ${FEATURES} FROM feature_month f WHERE f.month BETWEEN ? AND ? AND f.subscriber_id = ?`,
    ),
    scores: systems.prepare<[customer: number], ScoreFigures>(
      `${SCORES} FROM score WHERE subject = 'CUSTOMER' AND subject_id = ?`,
    ),
    lineScores: systems.prepare<[subscriber: number], SubjectScore>(
      `${SCORES}, subject_id AS subjectId FROM score WHERE subject = 'SUBSCRIBER' AND subject_id = ?`,
    ),
    callReasons: systems.prepare<[customer: number], CallReasonRow>(
      `SELECT rank_no AS rank, code, text_zh AS textZh FROM call_reason
       WHERE customer_id = ? AND rank_no <= 3 ORDER BY rank_no`,
    ),
    figures: systems.prepare<[customer: number], object>(
      'SELECT 1 FROM customer_figure WHERE customer_id = ?',
    ),
    treatments: systems.prepare<
      [yearAt: number, nextYearAt: number, customer: number, historyAt: number],
      { readonly marketing: number; readonly retention: number }
    >(
      `SELECT count(*) FILTER (WHERE campaign_kind IN ('PLAN_ADJUST', 'RBT_CHANGE')
           AND treated_at >= ? AND treated_at < ?) AS marketing,
         count(*) FILTER (WHERE campaign_kind = 'RETAIN') AS retention
       FROM treatment WHERE customer_id = ? AND treated_at >= ?`,
    ),
    opportunities: systems.prepare<[customer: number], OpportunityRow>(
      `SELECT o.kind, o.rank_no AS rank, o.reason_zh, offer.name, offer.monthly_fee_fen
       FROM opportunity o LEFT JOIN offer ON offer.offer_id = o.offer_id
       WHERE o.customer_id = ? ORDER BY o.rank_no, o.opportunity_id LIMIT 10`,
    ),

    linesOfMany: systems.prepare<[from: string, to: string, customers: string], CountedLineRow>(
      `${LINES} WHERE r.customer_id IN (SELECT value FROM json_each(?)) ORDER BY r.subscriber_id, f.month`,
    ),
    scoresOfMany: systems.prepare<[subject: string, ids: string], SubjectScore>(
      `${SCORES}, subject_id AS subjectId FROM score
       WHERE subject = ? AND subject_id IN (SELECT value FROM json_each(?))`,
    ),
    figuresOfMany: systems.prepare<[customers: string], FigureRow>(
      `SELECT figure.customer_id AS customerId, expected_loss_fen AS expectedLossFen, code, text_zh AS textZh
       FROM customer_figure figure
       LEFT JOIN call_reason reason ON reason.customer_id = figure.customer_id AND rank_no <= 3
       WHERE figure.customer_id IN (SELECT value FROM json_each(?)) ORDER BY figure.customer_id, rank_no`,
    ),
    opportunitiesOfMany: systems.prepare<[customers: string], CustomerOpportunityRow>(
      `SELECT o.customer_id AS customerId, o.kind, o.rank_no AS rank, o.reason_zh, offer.name
       FROM opportunity o LEFT JOIN offer ON offer.offer_id = o.offer_id
       WHERE o.customer_id IN (SELECT value FROM json_each(?)) ORDER BY o.rank_no, o.opportunity_id`,
    ),
  };
}

type Analytics = ReturnType<typeof prepareAnalytics>;

/** Of one customer and the line that rang. */
export function readInsights(
  analytics: Analytics,
  customerId: number,
  subscriberId: number,
  { period, yearAt, nextYearAt, historyAt }: BusinessTime,
): InsightRows {
  const from = period.fullMonths[0] as string;
  const lines = toLines(analytics.lines.all(from, period.runningMonth, customerId));
  return {
    lines,
    // The snapshot of who holds which line may be behind crm.
    months:
      lines.find((line) => line.subscriberId === String(subscriberId))?.months ??
      analytics.features.all(from, period.runningMonth, subscriberId),
    scores: analytics.scores.all(customerId),
    lineScores: analytics.lineScores.all(subscriberId),
    treatments: analytics.treatments.get(yearAt, nextYearAt, customerId, historyAt),
    opportunities: analytics.opportunities.all(customerId),
    callReasons: analytics.callReasons.all(customerId),
    isCovered: analytics.figures.get(customerId) !== undefined,
  };
}
