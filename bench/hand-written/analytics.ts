/** What was counted, scored and recommended. */
import type { FeatureMonth, Line, Opportunity, Score } from '../../subgraphs/analytics/model.ts';
import { opportunityState } from '../../subgraphs/analytics/rules/opportunity-state.ts';
import { usageTrend } from '../../subgraphs/analytics/rules/usage-trend.ts';
import { warningsOf } from '../../subgraphs/analytics/rules/warnings.ts';
import type { BusinessTime } from './business-time.ts';

export type ScoreFigures = Pick<Score, 'kind' | 'state' | 'value' | 'band'>;
/** Feature columns that the rules count; the rest of a `FeatureMonth` is for other endpoints. */
export type FeatureRow = Pick<
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
export type CountedLineRow = Pick<Line, 'status' | 'contractEndsOn'> & {
  readonly customerId: number;
  readonly subscriberId: number;
} & (FeatureRow | { readonly month: null });

export interface OpportunityRow {
  readonly kind: Opportunity['kind'];
  readonly reason_zh: string;
  readonly name: string | null;
  readonly monthly_fee_fen: number | null;
}

/** What analytics knows of a customer and the line that rang. */
export interface InsightRows {
  /** Of the customer, ordered by line and month. */
  readonly lines: readonly Line[];
  /** Of the line that rang. */
  readonly months: readonly FeatureRow[];
  readonly scores: readonly ScoreFigures[];
  readonly lineScores: readonly ScoreFigures[];
  readonly treatments: { readonly marketing: number; readonly retention: number } | undefined;
  readonly opportunities: readonly OpportunityRow[];
}

/** What analytics has to say of one customer and the line that rang. */
export function toInsights(rows: InsightRows, { period }: BusinessTime) {
  const trend = usageTrend(rows.months, period);
  const { state } = opportunityState(scoreOf('FEE_SENSITIVITY', rows.scores));
  return {
    churn: figuresOf('CHURN', rows.lineScores),
    warnings: warningsOf(rows.lines, period).map(({ kind, severity, evidence }) => ({
      kind,
      severity,
      evidence: { textZh: evidence.textZh },
    })),
    usageTrend: trend && {
      voice: { changePercent: trend.voice.changePercent },
      data: { changePercent: trend.data.changePercent },
    },
    marketingCount: rows.treatments?.marketing ?? 0,
    retentionCount: rows.treatments?.retention ?? 0,
    opportunities: rows.opportunities.map((row) => ({
      kind: row.kind,
      state,
      offer: { name: row.name, monthlyFeeFen: row.monthly_fee_fen },
      reason: { textZh: row.reason_zh },
    })),
  };
}

/** The lines of each customer, in the order of their ids. */
export function linesByCustomer(rows: readonly CountedLineRow[]): ReadonlyMap<number, readonly Line[]> {
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId);
  return new Map([...byCustomer].map(([customerId, own]) => [customerId, toLines(own)]));
}

export function toLines(rows: readonly CountedLineRow[]): Line[] {
  const lines = new Map<number, Line & { readonly months: FeatureMonth[] }>();
  for (const row of rows) {
    let line = lines.get(row.subscriberId);
    if (line === undefined) {
      const { subscriberId, status, contractEndsOn } = row;
      line = { subscriberId: String(subscriberId), status, contractEndsOn, months: [] };
      lines.set(subscriberId, line);
    }
    if (row.month !== null) line.months.push(row as CountedLineRow & FeatureMonth);
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
