/** Statements for what was counted, scored and recommended. */
import {
  type CallReasonRow,
  type CountedLineRow,
  type FeatureRow,
  type FigureRow,
  type InsightRows,
  type OpportunityRow,
  type SubjectScore,
  toLines,
} from '../analytics.ts';
import type { BusinessTime } from '../business-time.ts';
import type { CustomerOpportunityRow } from '../portfolio-sections.ts';
import { OWNERS, type Server } from './server.ts';

interface SubjectKind {
  readonly subject: 'CUSTOMER' | 'SUBSCRIBER';
}

export function prepareAnalytics({ names: { crm, analytics }, prepare }: Server) {
  const features = `f.month, f.voice_minutes AS voiceMinutes, f.sms_count AS smsCount, f.mms_count AS mmsCount,
    f.data_kb AS dataKilobytes, f.data_allowance_kb AS dataAllowanceKilobytes, f.charge_fen AS chargeFen`;
  const lineColumns = `r.customer_id AS customerId, r.subscriber_id AS subscriberId, r.status,
    r.contract_ends_on AS contractEndsOn, ${features}`;
  const monthsOfLine = `LEFT JOIN ${analytics}.feature_month f
    ON f.subscriber_id = r.subscriber_id AND f.month BETWEEN ? AND ?`;
  const scoreColumns = `score.kind, 'COMPUTED' AS state, score.value, score.band, score.reasons AS reasonsText,
    score.subject_id AS subjectId`;

  return {
    lines: prepare<[from: string, to: string, customer: number], CountedLineRow>(
      `SELECT ${lineColumns} FROM ${analytics}.subscriber_ref r ${monthsOfLine}
       WHERE r.customer_id = ? ORDER BY r.subscriber_id, f.month`,
    ),
    features: prepare<[from: string, to: string, subscriber: number], FeatureRow>(
      `SELECT ${features} FROM ${analytics}.feature_month f WHERE f.month BETWEEN ? AND ? AND f.subscriber_id = ?`,
    ),
    scores: prepare<[customer: number, subscriber: number], SubjectScore & SubjectKind>(
      `SELECT ${scoreColumns}, subject FROM ${analytics}.score
       WHERE (subject = 'CUSTOMER' AND subject_id = ?) OR (subject = 'SUBSCRIBER' AND subject_id = ?)`,
    ),
    callReasons: prepare<[customer: number], CallReasonRow>(
      `SELECT rank_no AS \`rank\`, code, text_zh AS textZh FROM ${analytics}.call_reason
       WHERE customer_id = ? AND rank_no <= 3 ORDER BY rank_no`,
    ),
    figures: prepare<[customer: number], object>(
      `SELECT 1 FROM ${analytics}.customer_figure WHERE customer_id = ?`,
    ),
    treatments: prepare<
      [yearAt: number, nextYearAt: number, customer: number, historyAt: number],
      { readonly marketing: number; readonly retention: number }
    >(
      `SELECT count(IF(campaign_kind IN ('PLAN_ADJUST', 'RBT_CHANGE')
           AND treated_at >= ? AND treated_at < ?, 1, NULL)) AS marketing,
         count(IF(campaign_kind = 'RETAIN', 1, NULL)) AS retention
       FROM ${analytics}.treatment WHERE customer_id = ? AND treated_at >= ?`,
    ),
    opportunities: prepare<[customer: number], OpportunityRow>(
      `SELECT o.kind, o.rank_no AS \`rank\`, o.reason_zh, offer.name, offer.monthly_fee_fen
       FROM ${analytics}.opportunity o LEFT JOIN ${crm}.offer ON offer.offer_id = o.offer_id
       WHERE o.customer_id = ? ORDER BY o.rank_no, o.opportunity_id LIMIT 10`,
    ),

    linesOfMany: prepare<[customers: string, from: string, to: string], CountedLineRow>(
      `SELECT ${lineColumns}
       FROM ${OWNERS} STRAIGHT_JOIN ${analytics}.subscriber_ref r ON r.customer_id = owner.customer_id ${monthsOfLine}
       ORDER BY r.subscriber_id, f.month`,
    ),
    scoresOfMany: prepare<[customers: string], SubjectScore>(
      `SELECT ${scoreColumns} FROM ${OWNERS}
       STRAIGHT_JOIN ${analytics}.score ON score.subject = 'CUSTOMER' AND score.subject_id = owner.customer_id`,
    ),
    figuresOfMany: prepare<[customers: string], FigureRow>(
      `SELECT figure.customer_id AS customerId, figure.expected_loss_fen AS expectedLossFen, reason.code,
         reason.text_zh AS textZh
       FROM ${OWNERS} STRAIGHT_JOIN ${analytics}.customer_figure figure ON figure.customer_id = owner.customer_id
       LEFT JOIN ${analytics}.call_reason reason
         ON reason.customer_id = figure.customer_id AND reason.rank_no <= 3
       ORDER BY figure.customer_id, reason.rank_no`,
    ),
    opportunitiesOfMany: prepare<[customers: string], CustomerOpportunityRow>(
      `SELECT o.customer_id AS customerId, o.kind, o.rank_no AS \`rank\`, o.reason_zh, offer.name
       FROM ${OWNERS} STRAIGHT_JOIN ${analytics}.opportunity o ON o.customer_id = owner.customer_id
       LEFT JOIN ${crm}.offer ON offer.offer_id = o.offer_id ORDER BY o.rank_no, o.opportunity_id`,
    ),
    lineScoresOfMany: prepare<[customers: string], SubjectScore>(
      `SELECT ${scoreColumns} FROM ${OWNERS}
       STRAIGHT_JOIN ${crm}.subscriber s ON s.customer_id = owner.customer_id
       STRAIGHT_JOIN ${analytics}.score ON score.subject = 'SUBSCRIBER' AND score.subject_id = s.subscriber_id`,
    ),
  };
}

type Analytics = ReturnType<typeof prepareAnalytics>;

/** Of one customer and the line that rang. */
export async function readInsights(
  analytics: Analytics,
  customerId: number,
  subscriberId: number,
  { period, yearAt, nextYearAt, historyAt }: BusinessTime,
): Promise<InsightRows> {
  const from = period.fullMonths[0] as string;
  const [lineRows, scores, [treatments], opportunities, callReasons, figures] = await Promise.all([
    analytics.lines(from, period.runningMonth, customerId),
    analytics.scores(customerId, subscriberId),
    analytics.treatments(yearAt, nextYearAt, customerId, historyAt),
    analytics.opportunities(customerId),
    analytics.callReasons(customerId),
    analytics.figures(customerId),
  ]);
  const lines = toLines(lineRows);
  return {
    lines,
    // The snapshot of who holds which line may be behind crm.
    months:
      lines.find((line) => line.subscriberId === String(subscriberId))?.months ??
      (await analytics.features(from, period.runningMonth, subscriberId)),
    scores: scores.filter(({ subject }) => subject === 'CUSTOMER'),
    lineScores: scores.filter(({ subject }) => subject === 'SUBSCRIBER'),
    treatments,
    opportunities,
    callReasons,
    isCovered: figures.length > 0,
  };
}
