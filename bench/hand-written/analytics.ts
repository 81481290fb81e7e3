/** What was counted, scored and recommended. */
import type { FeatureMonth, Line, Opportunity, Score } from '../../subgraphs/analytics/model.ts';
import type { Period } from '../../subgraphs/analytics/period.ts';
import { opportunityState } from '../../subgraphs/analytics/rules/opportunity-state.ts';
import { usageTrend } from '../../subgraphs/analytics/rules/usage-trend.ts';
import { warningsOf } from '../../subgraphs/analytics/rules/warnings.ts';
import type { BusinessTime } from './business-time.ts';
import type { Systems } from './systems.ts';

type ScoreFigures = Pick<Score, 'kind' | 'state' | 'value' | 'band'>;
/** Feature columns that the rules count; the rest of a `FeatureMonth` is for other endpoints. */
type FeatureRow = Pick<
  FeatureMonth,
  | 'month'
  | 'voiceMinutes'
  | 'smsCount'
  | 'mmsCount'
  | 'dataKilobytes'
  | 'dataAllowanceKilobytes'
  | 'chargeFen'
>;

/** A line comes once with nulls when it has no month in the range. */
type LineRow = Pick<Line, 'status' | 'contractEndsOn'> & {
  readonly customerId: number;
  readonly subscriberId: number;
} & (FeatureRow | { readonly month: null });

interface OpportunityRow {
  readonly kind: Opportunity['kind'];
  readonly reason_zh: string;
  readonly name: string | null;
  readonly monthly_fee_fen: number | null;
}

const FEATURES = `f.month, f.voice_minutes AS voiceMinutes, f.sms_count AS smsCount, f.mms_count AS mmsCount,
  f.data_kb AS dataKilobytes, f.data_allowance_kb AS dataAllowanceKilobytes, f.charge_fen AS chargeFen`;
const LINES = `SELECT r.customer_id AS customerId, r.subscriber_id AS subscriberId, r.status,
    r.contract_ends_on AS contractEndsOn, ${FEATURES}
  FROM analytics.subscriber_ref r
  LEFT JOIN feature_month f ON f.subscriber_id = r.subscriber_id AND f.month BETWEEN ? AND ?`;
const SCORES = `SELECT kind, 'COMPUTED' AS state, value, band`;

export function prepareAnalytics(systems: Systems) {
  return {
    lines: systems.prepare<[from: string, to: string, customer: number], LineRow>(
      `${LINES} WHERE r.customer_id = ? ORDER BY r.subscriber_id, f.month`,
    ),
    features: systems.prepare<[from: string, to: string, subscriber: number], FeatureRow>(
      `SELECT ${FEATURES} FROM feature_month f WHERE f.month BETWEEN ? AND ? AND f.subscriber_id = ?`,
    ),
    scores: systems.prepare<[subject: string, id: number], ScoreFigures>(
      `${SCORES} FROM score WHERE subject = ? AND subject_id = ?`,
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
      `SELECT o.kind, o.reason_zh, offer.name, offer.monthly_fee_fen
       FROM opportunity o LEFT JOIN offer ON offer.offer_id = o.offer_id
       WHERE o.customer_id = ? ORDER BY o.rank_no, o.opportunity_id LIMIT 10`,
    ),

    linesOfMany: systems.prepare<[from: string, to: string, customers: string], LineRow>(
      `${LINES} WHERE r.customer_id IN (SELECT value FROM json_each(?)) ORDER BY r.subscriber_id, f.month`,
    ),
    scoresOfMany: systems.prepare<
      [subject: string, ids: string],
      ScoreFigures & { readonly subjectId: number }
    >(
      `${SCORES}, subject_id AS subjectId FROM score
       WHERE subject = ? AND subject_id IN (SELECT value FROM json_each(?))`,
    ),
  };
}

type Analytics = ReturnType<typeof prepareAnalytics>;

/** What analytics has to say of one customer and the line that rang. */
export function readInsights(
  analytics: Analytics,
  customerId: number,
  subscriberId: number,
  time: BusinessTime,
) {
  const { period } = time;
  const from = period.fullMonths[0] as string;
  const lines = toLines(analytics.lines.all(from, period.runningMonth, customerId));
  // The snapshot of who holds which line may be behind crm.
  const months =
    lines.find((line) => line.subscriberId === String(subscriberId))?.months ??
    analytics.features.all(from, period.runningMonth, subscriberId);
  const trend = usageTrend(months, period);
  const scores = analytics.scores.all('CUSTOMER', customerId);
  const { state } = opportunityState(scoreOf('FEE_SENSITIVITY', scores));
  const counts = analytics.treatments.get(time.yearAt, time.nextYearAt, customerId, time.historyAt);
  return {
    scores,
    churn: figuresOf('CHURN', analytics.scores.all('SUBSCRIBER', subscriberId)),
    warnings: warningsOf(lines, period).map(({ kind, severity, evidence }) => ({
      kind,
      severity,
      evidence: { textZh: evidence.textZh },
    })),
    usageTrend: trend && {
      voice: { changePercent: trend.voice.changePercent },
      data: { changePercent: trend.data.changePercent },
    },
    marketingCount: counts?.marketing ?? 0,
    retentionCount: counts?.retention ?? 0,
    opportunities: analytics.opportunities.all(customerId).map((row) => ({
      kind: row.kind,
      state,
      offer: { name: row.name, monthlyFeeFen: row.monthly_fee_fen },
      reason: { textZh: row.reason_zh },
    })),
  };
}

/** The lines of each customer, in the order of their ids. */
export function linesByCustomer(
  analytics: Analytics,
  customers: string,
  period: Period,
): ReadonlyMap<number, readonly Line[]> {
  const rows = analytics.linesOfMany.all(period.fullMonths[0] as string, period.runningMonth, customers);
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId);
  return new Map([...byCustomer].map(([customerId, own]) => [customerId, toLines(own)]));
}

function toLines(rows: readonly LineRow[]): Line[] {
  const lines = new Map<number, Line & { readonly months: FeatureMonth[] }>();
  for (const row of rows) {
    let line = lines.get(row.subscriberId);
    if (line === undefined) {
      const { subscriberId, status, contractEndsOn } = row;
      line = { subscriberId: String(subscriberId), status, contractEndsOn, months: [] };
      lines.set(subscriberId, line);
    }
    if (row.month !== null) line.months.push(row as LineRow & FeatureMonth);
  }
  return [...lines.values()];
}

/** The score of this kind; when no job has computed it, one that says so and has no number. */
export function scoreOf(kind: Score['kind'], computed: readonly ScoreFigures[]): ScoreFigures {
  const { state, value, band } = computed.find((score) => score.kind === kind) ?? NOT_COMPUTED;
  return { kind, state, value, band };
}

/** As `scoreOf`, where the kind is known from the field. */
export function figuresOf(kind: Score['kind'], computed: readonly ScoreFigures[]) {
  const { state, value, band } = scoreOf(kind, computed);
  return { state, value, band };
}

const NOT_COMPUTED = { state: 'NOT_COMPUTED', value: null, band: null } as const;
