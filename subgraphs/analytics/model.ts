/** What analytics knows. A type named as in the SDL is what that type's resolvers receive. */
import type {
  CallReasonCode,
  CampaignKind,
  Channel,
  GuidanceKind,
  InterpretationKind,
  OpportunityKind,
  ScoreBand,
  ScoreKind,
  ScoreState,
  WarningKind,
} from '#schema/analytics';

/** Use and charge of one line in one month. */
export interface FeatureMonth {
  readonly month: string;
  /** With mobile service, which fixed lines and broadband are without. */
  readonly mobile: boolean;
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly mmsCount: number;
  readonly dataKilobytes: number;
  /** Allowance of the plans in force; 0 without a data plan. */
  readonly dataAllowanceKilobytes: number;
  readonly activeDays: number;
  /** Border-roaming events. */
  readonly roamingEvents: number;
  readonly ringbackChanges: number;
  readonly chargeFen: number;
}

/** The figures that warnings and trends look at; of the others only interpretations need to know. */
export type CountedMonth = Pick<
  FeatureMonth,
  | 'month'
  | 'voiceMinutes'
  | 'smsCount'
  | 'mmsCount'
  | 'dataKilobytes'
  | 'dataAllowanceKilobytes'
  | 'chargeFen'
>;

/** A line of a customer with its months, as far as the period read goes. */
export interface Line {
  readonly subscriberId: string;
  readonly status: LineStatus;
  /** Last day of the longest contract in use; null without one. */
  readonly contractEndsOn: string | null;
  /** Oldest first; months before opening and after closing are absent. */
  readonly months: readonly CountedMonth[];
}

export type LineStatus = 'ACTIVE' | 'SUSPENDED_ONE_WAY' | 'SUSPENDED' | 'PRE_CLOSED' | 'CLOSED';

export interface Evidence {
  readonly code: string;
  readonly textZh: string;
  readonly textEn: string;
  readonly numbers: readonly EvidenceNumber[];
}

export interface EvidenceNumber {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export interface Warning {
  readonly kind: WarningKind;
  readonly severity: ScoreBand;
  readonly subscriberId: string;
  readonly month: string;
  readonly evidence: Evidence;
}

export interface Interpretation {
  readonly kind: InterpretationKind;
  readonly month: string;
  readonly evidence: Evidence;
}

export interface TrendFigure {
  readonly recent: number;
  readonly previous: number;
  readonly changePercent: number | null;
}

export interface UsageTrend {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly voice: TrendFigure;
  readonly sms: TrendFigure;
  readonly data: TrendFigure;
}

export interface Treatment {
  readonly treatmentId: string;
  readonly campaignKind: CampaignKind;
  readonly campaignName: string;
  readonly channel: Channel;
  /** Epoch seconds: text is made of it where it is shown. */
  readonly treatedAt: number;
  readonly offerId: string | null;
  /** Kind of the product offered, in words. */
  readonly productType: string | null;
  readonly reason: string | null;
}

export interface MarketingHistory {
  readonly year: number;
  readonly count: number;
  readonly offers: readonly { readonly offerId: string }[];
  readonly treatments: readonly Treatment[];
}

export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

export interface RetentionHistory {
  readonly count: number;
  readonly reasons: readonly ReasonCount[];
  readonly productTypes: readonly string[];
  readonly treatments: readonly Treatment[];
}

/** At most so many opportunities of a kind are read, and shown, for each customer. */
export const MAX_OPPORTUNITIES = 10;

/** What contacts says of a customer now; null where it could not. */
export interface LiveFacts {
  readonly openComplaintCount: number | null;
  readonly doNotDisturb: boolean | null;
}

export interface Opportunity {
  readonly opportunityId: string;
  readonly customerId: string;
  readonly subscriberId: string;
  /** That the line is held by that customer, as it should be. */
  readonly isOwnLine: boolean;
  readonly kind: OpportunityKind;
  readonly offerId: string;
  readonly rank: number;
  readonly reason: Evidence;
  /** Of the customer through whom it was come by; absent where it was asked for by its id. */
  readonly live?: LiveFacts;
}

export interface Guidance {
  readonly code: string;
  readonly kind: GuidanceKind;
  readonly evidence: Evidence;
}

/** At most so many probable reasons to call are read, and shown, for each customer. */
export const MAX_CALL_REASONS = 3;

export interface CallReason {
  readonly rank: number;
  readonly code: CallReasonCode;
  readonly evidence: Evidence;
  readonly asOf: string;
}

/** What the scoring job works out for every customer that it covers. */
export interface Insights {
  /** Null where no line of his has a churn score. */
  readonly expectedLossFen: number | null;
  /** Best first. */
  readonly callReasons: readonly CallReason[];
}

export interface ScoreReason {
  readonly code: string;
  readonly textZh: string;
  readonly textEn: string;
  readonly contribution: number;
}

export interface Score {
  readonly kind: ScoreKind;
  readonly state: ScoreState;
  readonly value: number | null;
  readonly band: ScoreBand | null;
  /** A JSON list of `ScoreReason`, read where it is shown; null unless computed. */
  readonly reasonsText: string | null;
  readonly modelVersion: string | null;
  readonly asOf: string | null;
}

export interface SegmentMembership {
  readonly code: string;
  readonly name: string;
  readonly since: string;
}
