/** What was counted, scored and recommended. */
import type {
  CallReason,
  FeatureMonth,
  Line,
  LiveFacts,
  Opportunity,
  Score,
  Warning,
} from '../../subgraphs/analytics/model.ts';
import { guidanceFor } from '../../subgraphs/analytics/rules/guidance.ts';
import { guidancePolicy } from '../../subgraphs/analytics/rules/guidance-policy.ts';
import { opportunityState } from '../../subgraphs/analytics/rules/opportunity-state.ts';
import { readReasons } from '../../subgraphs/analytics/rules/score-reasons.ts';
import { usageTrend } from '../../subgraphs/analytics/rules/usage-trend.ts';
import { warningsOf } from '../../subgraphs/analytics/rules/warnings.ts';
import type { BusinessTime } from './business-time.ts';

export type ScoreFigures = Pick<Score, 'kind' | 'state' | 'value' | 'band' | 'reasonsText'>;
export type SubjectScore = ScoreFigures & { readonly subjectId: number };
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
  readonly rank: number;
  readonly reason_zh: string;
  readonly name: string | null;
  readonly monthly_fee_fen: number | null;
}

export interface CallReasonRow {
  readonly rank: number;
  readonly code: CallReason['code'];
  readonly textZh: string;
}

/** A customer comes once for each reason to call, and once with nulls when there is none. */
export type FigureRow = {
  readonly customerId: number;
  readonly expectedLossFen: number | null;
} & (Pick<CallReasonRow, 'code' | 'textZh'> | { readonly code: null });

/** What analytics knows of a customer and the line that rang. */
export interface InsightRows {
  /** Of the customer, ordered by line and month. */
  readonly lines: readonly Line[];
  /** Of the line that rang. */
  readonly months: readonly FeatureRow[];
  readonly scores: readonly ScoreFigures[];
  /** Of the line that rang. */
  readonly lineScores: readonly SubjectScore[];
  readonly treatments: { readonly marketing: number; readonly retention: number } | undefined;
  readonly opportunities: readonly OpportunityRow[];
  readonly callReasons: readonly CallReasonRow[];
  /** By the scoring job. */
  readonly isCovered: boolean;
}

const GUIDANCE = guidancePolicy.parse({});

/** What analytics has to say of one customer and the line that rang, with what contacts says of him. */
export function toInsights(
  rows: InsightRows,
  subscriberId: number,
  live: LiveFacts,
  { period }: BusinessTime,
) {
  const trend = usageTrend(rows.months, period);
  const warnings = warningsOf(rows.lines, period);
  const { state, reasons, guidance } = adviceOf(rows.scores, warnings, rows.opportunities, live);
  return {
    churn: figuresOf(
      'CHURN',
      rows.lineScores.filter(({ subjectId }) => subjectId === subscriberId),
    ),
    guidance,
    callReasons: rows.isCovered
      ? rows.callReasons.map(({ rank, code, textZh }) => ({ rank, code, evidence: { textZh } }))
      : null,
    warnings: warnings.map(({ kind, severity, evidence }) => ({
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
      stateReason: reasons[0]?.textZh ?? null,
      offer: { name: row.name, monthlyFeeFen: row.monthly_fee_fen },
      reason: { textZh: row.reason_zh },
    })),
  };
}

/** What to say to a customer, and whether what was recommended, best first, may be offered. */
export function adviceOf(
  scores: readonly ScoreFigures[],
  warnings: readonly Warning[],
  opportunities: readonly Pick<OpportunityRow, 'kind' | 'rank'>[],
  live: LiveFacts,
) {
  const feeSensitivity = computedOf('FEE_SENSITIVITY', scores);
  const { state, reasons } = opportunityState(feeSensitivity, live);
  const guidance = guidanceFor(
    {
      feeSensitivity,
      complaintSensitivity: computedOf('COMPLAINT_SENSITIVITY', scores),
      churn: computedOf('CHURN', scores),
      warnings,
      retention: state === 'OFFERABLE' ? opportunities.find(({ kind }) => kind === 'RETENTION') : undefined,
      live,
    },
    GUIDANCE,
  );
  return {
    state,
    reasons,
    guidance: guidance.map(({ code, kind, evidence }) => ({
      code,
      kind,
      evidence: { textZh: evidence.textZh },
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
export function scoreOf(kind: Score['kind'], computed: readonly ScoreFigures[]) {
  const { state, value, band, reasonsText } = computedOf(kind, computed);
  const reasons = reasonsText === null ? [] : readReasons(reasonsText);
  return {
    kind,
    state,
    value,
    band,
    reasons: reasons.map(({ textZh }) => ({ textZh })),
  };
}

/** As `scoreOf`, where the kind is known from the field. */
function figuresOf(kind: Score['kind'], computed: readonly ScoreFigures[]) {
  const { state, value, band, reasons } = scoreOf(kind, computed);
  return { state, value, band, reasons };
}

/** As `scoreOf`, with reasons as they are kept. */
function computedOf(kind: Score['kind'], computed: readonly ScoreFigures[]) {
  return computed.find((score) => score.kind === kind) ?? NOT_COMPUTED;
}

const NOT_COMPUTED = { state: 'NOT_COMPUTED', value: null, band: null, reasonsText: null } as const;
