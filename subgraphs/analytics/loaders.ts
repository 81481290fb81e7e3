import { addMonths, startOfDay } from '#kit/clock';
import type { Database } from '#kit/database';
import { type ById, createLoader } from '#kit/loader';
import type { Owners } from '#kit/owners';
import { createCountedLines } from './counted-lines.ts';
import type {
  CountedMonth,
  FeatureMonth,
  Insights,
  Line,
  Opportunity,
  Score,
  SegmentMembership,
  Treatment,
} from './model.ts';
import type { Owned } from './owners.ts';
import type { Period } from './period.ts';
import type { GuidancePolicy } from './rules/guidance-policy.ts';
import { createFeaturesSource, type FeaturesSource } from './sources/features-sql.ts';
import { createInsightsSource, type InsightsSource } from './sources/insights-sql.ts';
import { createLinesSource, type LinesSource } from './sources/lines-sql.ts';
import { createOpportunitiesSource, type OpportunitiesSource } from './sources/opportunities-sql.ts';
import { createScoresSource, type ScoresSource } from './sources/scores-sql.ts';
import { createSegmentsSource, type SegmentsSource } from './sources/segments-sql.ts';
import { createTreatmentsSource, type TreatmentsSource } from './sources/treatments-sql.ts';

/** Everything an analytics resolver can reach. Built anew for each request. */
export interface Context {
  /** The months that are counted, the same for the whole request. */
  readonly period: Period;
  readonly owners: Owners<Owned>;
  readonly guidancePolicy: GuidancePolicy;
  readonly loaders: {
    readonly features: ById<FeatureMonth[]>;
    /** Months of a line as far as trends need them. */
    readonly months: ById<readonly CountedMonth[]>;
    /** Of a customer, with their months as far as warnings need them. */
    readonly lines: ById<readonly Line[]>;
    readonly treatment: ById<Treatment | null>;
    readonly treatments: ById<Treatment[]>;
    readonly opportunity: ById<Opportunity | null>;
    readonly opportunities: ById<Opportunity[]>;
    /** Of what `scored` names. */
    readonly scores: ById<Score[]>;
    readonly segments: ById<SegmentMembership[]>;
    /** Null where the scoring job has not covered the customer. */
    readonly insights: ById<Insights | null>;
  };
}

export const MAX_SEGMENTS = 20;

/** The running month and the 24 before it. */
const HISTORY_MONTHS = 24;

export interface Sources {
  readonly features: FeaturesSource;
  readonly lines: LinesSource;
  readonly treatments: TreatmentsSource;
  readonly opportunities: OpportunitiesSource;
  readonly scores: ScoresSource;
  readonly segments: SegmentsSource;
  readonly insights: InsightsSource;
}

export function createSources(db: Database): Sources {
  return {
    features: createFeaturesSource(db),
    lines: createLinesSource(db),
    treatments: createTreatmentsSource(db),
    opportunities: createOpportunitiesSource(db),
    scores: createScoresSource(db),
    segments: createSegmentsSource(db),
    insights: createInsightsSource(db),
  };
}

export function createContext(
  sources: Sources,
  { period, owners, guidancePolicy }: Pick<Context, 'period' | 'owners' | 'guidancePolicy'>,
): Context {
  const range = { from: period.fullMonths[0] as string, to: period.runningMonth };
  const { features, treatments, opportunities, scores, segments, insights } = sources;
  const featuresLoader = createLoader('features', (ids) => features.bySubscribers(ids, range), []);
  const lines = createCountedLines(sources.lines, featuresLoader, range);
  return {
    period,
    owners,
    guidancePolicy,
    loaders: {
      features: featuresLoader,
      months: createLoader<readonly CountedMonth[], readonly CountedMonth[]>(
        'months',
        (ids) => lines.monthsBySubscribers(ids),
        [],
      ),
      lines: createLoader<readonly Line[], readonly Line[]>('lines', (ids) => lines.byCustomers(ids), []),
      treatment: createLoader('treatment', (ids) => treatments.byIds(ids), null),
      treatments: createLoader(
        'treatments',
        (ids) => treatments.byCustomers(ids, startOfHistory(period)),
        [],
      ),
      opportunity: createLoader('opportunity', (ids) => opportunities.byIds(ids), null),
      opportunities: createLoader('opportunities', (ids) => opportunities.byCustomers(ids), []),
      scores: createLoader('scores', (subjects) => scores.bySubjects(subjects), []),
      segments: createLoader('segments', (ids) => segments.byCustomers(ids), []),
      insights: createLoader('insights', (ids) => insights.byCustomers(ids), null),
    },
  };
}

/** Epoch seconds at which the oldest month of the histories began. */
function startOfHistory({ runningMonth }: Period): number {
  return startOfDay(`${addMonths(runningMonth, -HISTORY_MONTHS)}-01`);
}
