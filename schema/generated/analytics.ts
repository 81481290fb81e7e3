// Generated from schema/analytics.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Evidence as EvidenceModel, EvidenceNumber as EvidenceNumberModel, Warning as WarningModel, Interpretation as InterpretationModel, TrendFigure as TrendFigureModel, UsageTrend as UsageTrendModel, Treatment as TreatmentModel, MarketingHistory as MarketingHistoryModel, ReasonCount as ReasonCountModel, RetentionHistory as RetentionHistoryModel, Opportunity as OpportunityModel, Guidance as GuidanceModel, CallReason as CallReasonModel, ScoreReason as ScoreReasonModel, Score as ScoreModel, SegmentMembership as SegmentMembershipModel } from '../../subgraphs/analytics/model.ts';
import type { Context } from '../../subgraphs/analytics/loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment with offset 时刻, ISO 8601: `2026-11-20T10:00:00+08:00`. */
  DateTime: { input: string; output: string; }
  /** A business day in Asia/Shanghai 日期, `YYYY-MM-DD`. */
  LocalDate: { input: string; output: string; }
  /** Whole 分 (0.01 yuan). Never a float, never 厘. */
  Fen: { input: number; output: number; }
  /** A calendar month 账期, `YYYY-MM`. */
  LocalMonth: { input: string; output: string; }
};

/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type Customer = {
  readonly __typename?: 'Customer';
  readonly customerId: Scalars['ID']['output'];
  /** Scores 评价信息 (V09), one for each kind asked for, computed or not; `CHURN` is that of the line likeliest to be given up. */
  readonly scores?: Maybe<ReadonlyArray<Score>>;
  /** Marketing history 营销历史信息 (V22): what was done to sell. */
  readonly marketingHistory?: Maybe<MarketingHistory>;
  /** Retention history 维系历史信息 (V23) and records 挽留记录 (V41). */
  readonly retentionHistory?: Maybe<RetentionHistory>;
  /** As contacts knows it: analytics decides by it what may be offered, and what to say. */
  readonly openComplaintCount?: Maybe<Scalars['Int']['output']>;
  /** As contacts knows it: analytics decides by it what may be offered, and what to say. */
  readonly doNotDisturb?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Matched saleable and retention products 适销产品、维系产品 (V25), best first; at most 10. Whether one may be
   * offered is decided now, by open complaints, do-not-disturb and fee sensitivity (F1).
   */
  readonly opportunities?: Maybe<ReadonlyArray<Opportunity>>;
  /**
   * What to say and not to say 服务提示 (S12, S13), the most important first; at most 6. Fixed rules over scores,
   * warnings, open complaints and do-not-disturb. A score that is not computed says nothing: empty is then no praise.
   */
  readonly guidance?: Maybe<ReadonlyArray<Guidance>>;
  /**
   * Why he probably calls 来电原因预测 (F3), best first; at most 3. From the scoring job: null until it has covered
   * the customer, empty when it found no reason.
   */
  readonly callReasons?: Maybe<ReadonlyArray<CallReason>>;
  /**
   * Expected loss 预期损失: probability that a line leaves × margin × months, over his lines, to order a portfolio
   * by. From the scoring job; null until computed.
   */
  readonly expectedLossFen?: Maybe<Scalars['Fen']['output']>;
  /** Anomalies and early warning 异动信息与预警 (V29), most severe first; at most 20. */
  readonly warnings?: Maybe<ReadonlyArray<Warning>>;
  /** Segments the customer was put in 客户细分从属关系 (S05), oldest first; at most 20. */
  readonly segmentMemberships?: Maybe<ReadonlyArray<SegmentMembership>>;
};


/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type CustomerScoresArgs = {
  kinds?: InputMaybe<ReadonlyArray<ScoreKind>>;
};


/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type CustomerOpportunitiesArgs = {
  kind?: InputMaybe<OpportunityKind>;
};

/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type Subscriber = {
  readonly __typename?: 'Subscriber';
  readonly subscriberId: Scalars['ID']['output'];
  /** Churn prediction 离网预测 (V17). */
  readonly churn?: Maybe<Score>;
  /** Use of the last three months against the three before 近3个月使用情况增减比 (V40); null when the line has none of the six. */
  readonly usageTrend?: Maybe<UsageTrend>;
  /**
   * Data interpretation 数据解读 (P09, P15, P17): fixed rules with the numbers they
   * used; null when nothing was counted for the line or it has no mobile service.
   */
  readonly interpretations?: Maybe<ReadonlyArray<Interpretation>>;
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberInterpretationsArgs = {
  kinds?: InputMaybe<ReadonlyArray<InterpretationKind>>;
};

/** What a score measures. */
export type ScoreKind =
  /** Churn 流失倾向: percent of chance that the line is given up, or not used for a month, within 60 days; by a model with a card. */
  | 'CHURN'
  /** Fee sensitivity 资费敏感度 (S08): how much more often than others somebody asks about money; 50 is the average, 67 twice, 75 three times as often. */
  | 'FEE_SENSITIVITY'
  /** Complaint sensitivity 投诉敏感度 (S08): the same of complaints. `HIGH` takes two of them. */
  | 'COMPLAINT_SENSITIVITY'
  /** Value 价值评分 (S03): percentile of the mean monthly charge of six months among customers in net. */
  | 'VALUE'
  /** Credit 信用评分 (S03): 100 less the percent of bills that are expected to be paid late; never `HIGH` while one is unpaid. */
  | 'CREDIT';

/**
 * A score 评分. Comes from the scoring job only; until that has run for a customer
 * the state says so and there is no number.
 */
export type Score = {
  readonly __typename?: 'Score';
  /** What it measures. */
  readonly kind: ScoreKind;
  /** Computed or not. */
  readonly state: ScoreState;
  /** 0 to 100, or for `CHURN` the probability in percent; null unless computed. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Band; null unless computed. */
  readonly band?: Maybe<ScoreBand>;
  /** What raised and lowered it, strongest first; empty unless computed. */
  readonly reasons: ReadonlyArray<ScoreReason>;
  /** Model that computed it; null unless computed. */
  readonly modelVersion?: Maybe<Scalars['String']['output']>;
  /** Day the facts are of; null unless computed. */
  readonly asOf?: Maybe<Scalars['LocalDate']['output']>;
};

/** Whether a score is there. */
export type ScoreState =
  /** Computed 已评分. */
  | 'COMPUTED'
  /** No scoring job has covered this customer yet 未评分. Unknown, not low. */
  | 'NOT_COMPUTED';

/** Band of a score. */
export type ScoreBand =
  /** Low 低. */
  | 'LOW'
  /** Medium 中. */
  | 'MEDIUM'
  /** High 高. */
  | 'HIGH';

/** One reason behind a score. */
export type ScoreReason = {
  readonly __typename?: 'ScoreReason';
  /** Stable code. */
  readonly code: Scalars['ID']['output'];
  /** The fact in Chinese, for example 近3个月通话天数下降42%. */
  readonly textZh: Scalars['String']['output'];
  /** The fact in English. */
  readonly textEn: Scalars['String']['output'];
  /** Positive raises the score, negative lowers it; on the model's own scale. */
  readonly contribution: Scalars['Float']['output'];
};

/**
 * Marketing history 营销历史信息 (V22): what was done to sell, `PLAN_ADJUST` and
 * `RBT_CHANGE`. Care and dunning are services; retention has its own history.
 */
export type MarketingHistory = {
  readonly __typename?: 'MarketingHistory';
  /** Calendar year counted. */
  readonly year: Scalars['Int']['output'];
  /** Times marketed to this year 今年营销过的次数. */
  readonly count: Scalars['Int']['output'];
  /** Products offered this year 营销产品, newest first, each once; at most 50. */
  readonly offers: ReadonlyArray<Offer>;
  /** Those treatments of the running month and the 24 before, newest first; at most 50. */
  readonly treatments: ReadonlyArray<Treatment>;
};

/** Retention history 维系历史信息 (V23, V41). */
export type RetentionHistory = {
  readonly __typename?: 'RetentionHistory';
  /** Times retained 被维系过的次数, in the running month and the 24 before. */
  readonly count: Scalars['Int']['output'];
  /** Reasons 维系原因, most frequent first; at most 20. */
  readonly reasons: ReadonlyArray<ReasonCount>;
  /** Kinds of product used 维系产品类型, each once. */
  readonly productTypes: ReadonlyArray<Scalars['String']['output']>;
  /** Records 挽留记录 (V41), newest first; at most 50. */
  readonly treatments: ReadonlyArray<Treatment>;
};

/** How often a reason was recorded. */
export type ReasonCount = {
  readonly __typename?: 'ReasonCount';
  /** Reason, in words. */
  readonly reason: Scalars['String']['output'];
  /** How often. */
  readonly count: Scalars['Int']['output'];
};

/** One marketing or retention treatment 营销/维系 (TMF680). Owned by analytics. */
export type Treatment = {
  readonly __typename?: 'Treatment';
  /** Stable id. */
  readonly treatmentId: Scalars['ID']['output'];
  /** Kind of campaign. */
  readonly campaignKind: CampaignKind;
  /** Campaign, in words. */
  readonly campaignName: Scalars['String']['output'];
  /** Channel used. */
  readonly channel: Channel;
  /** When. */
  readonly treatedAt: Scalars['DateTime']['output'];
  /** Product offered; null when none was. */
  readonly offer?: Maybe<Offer>;
  /** Why the customer was retained 维系原因; null for marketing. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** Kind of campaign. */
export type CampaignKind =
  /** Plan adjustment 资费套餐调整. */
  | 'PLAN_ADJUST'
  /** Ringback change 彩铃变更. */
  | 'RBT_CHANGE'
  /** Dunning 话费催缴. */
  | 'DUNNING'
  /** Care 客户关怀. */
  | 'CARE'
  /** Retention 客户挽留. */
  | 'RETAIN';

/** Channel 渠道 (V30, V47). */
export type Channel =
  /** Service hotline 客服热线. */
  | 'HOTLINE'
  /** Retail store 营业厅. */
  | 'RETAIL'
  /** VIP manager VIP客户经理. */
  | 'VIP_MANAGER'
  /** Group-account manager 集团客户经理. */
  | 'GROUP_MANAGER'
  /** SMS service 短信客服. */
  | 'SMS'
  /** Web hall 网上营业厅. */
  | 'WEB'
  /** Club 俱乐部. */
  | 'CLUB'
  /** Voice menu 自动语音. */
  | 'IVR'
  /** Outbound calls 外呼. */
  | 'OUTBOUND'
  /** Fax 传真. */
  | 'FAX'
  /** E-mail 电子邮件. */
  | 'EMAIL'
  /** Letter 邮信. */
  | 'MAIL';

/** A product offering 产品 (TMF620 ProductOffering). Owned by crm. */
export type Offer = {
  readonly __typename?: 'Offer';
  readonly offerId: Scalars['ID']['output'];
};

/** A product that fits a customer 适销/维系产品 (V25, TMF680 Recommendation). */
export type Opportunity = {
  readonly __typename?: 'Opportunity';
  /** Stable id. */
  readonly opportunityId: Scalars['ID']['output'];
  /** To sell or to keep. */
  readonly kind: OpportunityKind;
  /** The product. */
  readonly offer: Offer;
  /** The line it fits. */
  readonly subscriber?: Maybe<Subscriber>;
  /** 1 is best. */
  readonly rank: Scalars['Int']['output'];
  /** Why it fits, with the numbers used. */
  readonly reason: Evidence;
  /**
   * Whether it may be offered (F1): never to who asked not to be disturbed, has an open complaint or is highly
   * fee-sensitive; nor where one of these is not known.
   */
  readonly state: OpportunityState;
  /** Why it may not, or not yet, be offered, in Chinese: the first of `stateReasons`; null when it may. */
  readonly stateReason?: Maybe<Scalars['String']['output']>;
  /** All that withholds it, or all that is not known; empty when it may be offered. The strongest first. */
  readonly stateReasons: ReadonlyArray<Evidence>;
};

/** To sell or to keep. */
export type OpportunityKind =
  /** Saleable product 适销产品. */
  | 'SALE'
  /** Retention product 维系产品. */
  | 'RETENTION';

/** Whether a product may be offered. */
export type OpportunityState =
  /** May be offered 可推荐. */
  | 'OFFERABLE'
  /** Must not be offered 不可推荐. */
  | 'WITHHELD'
  /**
   * Not checked, so do not offer 未审核: fee sensitivity is not computed, or open complaints and do-not-disturb are not
   * known, because contacts is down or the customer was not asked for.
   */
  | 'UNCHECKED';

/** A statement with the numbers behind it. */
export type Evidence = {
  readonly __typename?: 'Evidence';
  /** Stable code of the rule. */
  readonly code: Scalars['ID']['output'];
  /** In Chinese. */
  readonly textZh: Scalars['String']['output'];
  /** In English. */
  readonly textEn: Scalars['String']['output'];
  /** The numbers the rule used. */
  readonly numbers: ReadonlyArray<EvidenceNumber>;
};

/** One number that a rule used. */
export type EvidenceNumber = {
  readonly __typename?: 'EvidenceNumber';
  /** What it is. */
  readonly name: Scalars['String']['output'];
  /** How much. */
  readonly value: Scalars['Float']['output'];
  /** Unit, for example `KB`, `day`, `percent`, `fen`. */
  readonly unit: Scalars['String']['output'];
};

/** One thing to say, or not to say 服务提示 (S12, S13). */
export type Guidance = {
  readonly __typename?: 'Guidance';
  /** Stable code of the rule. */
  readonly code: Scalars['ID']['output'];
  /** To say or to avoid. */
  readonly kind: GuidanceKind;
  /** In words, with the numbers the rule used. */
  readonly evidence: Evidence;
};

/** To say or to avoid. */
export type GuidanceKind =
  /** Do or say this 建议. */
  | 'SAY'
  /** Do not do or say this 避免. */
  | 'AVOID';

/** A probable reason to call 来电原因 (F3). */
export type CallReason = {
  readonly __typename?: 'CallReason';
  /** 1 is the most probable. */
  readonly rank: Scalars['Int']['output'];
  /** What it is. */
  readonly code: CallReasonCode;
  /** The facts behind it. */
  readonly evidence: Evidence;
  /** Day the facts are of: all before it count. */
  readonly asOf: Scalars['LocalDate']['output'];
};

/** A reason to call 来电原因 (F3). */
export type CallReasonCode =
  /** A bill has been issued 出账. */
  | 'BILL_ISSUED'
  /** A line is suspended 停机. */
  | 'SUSPENDED'
  /** An allowance is nearly or fully spent 套餐用尽. */
  | 'ALLOWANCE_SPENT'
  /** A payment failed or is late 缴费失败. */
  | 'PAYMENT_FAILED'
  /** A ticket is past its deadline 工单超时. */
  | 'TICKET_OVERDUE'
  /** A ticket is open 工单处理中. */
  | 'TICKET_OPEN'
  /** Many were sent a message 群发短信. */
  | 'MASS_SMS'
  /** What the customer usually asks 常问业务. */
  | 'USUAL';

/** An anomaly 异动 or early warning 预警 (V29), found by counting or by the state of the line. */
export type Warning = {
  readonly __typename?: 'Warning';
  /** What happened. */
  readonly kind: WarningKind;
  /** How severe. */
  readonly severity: ScoreBand;
  /** The line concerned; null when it is the customer as a whole. */
  readonly subscriber?: Maybe<Subscriber>;
  /** Month of the facts. */
  readonly month: Scalars['LocalMonth']['output'];
  /** What was counted. */
  readonly evidence: Evidence;
};

/** Kind of anomaly 异动类型 (V29). */
export type WarningKind =
  /** Line suspended, one way or both 停机; evidence without numbers. */
  | 'SUSPENDED'
  /** Bill far above its half-year median 账单突增. */
  | 'BILL_SHOCK'
  /** Use down by half or more 使用量骤降. */
  | 'USAGE_DROP'
  /** Data allowance nearly or fully spent 流量将尽. */
  | 'ALLOWANCE_SPENT'
  /** No use at all for a full month 沉默. */
  | 'SILENT'
  /** Contract ends within 60 days 合约将到期. */
  | 'CONTRACT_ENDING';

/** Use of the last three full months against the three before (V40). */
export type UsageTrend = {
  readonly __typename?: 'UsageTrend';
  /** First of the last three months. */
  readonly fromMonth: Scalars['LocalMonth']['output'];
  /** Last of them. */
  readonly toMonth: Scalars['LocalMonth']['output'];
  /** Call minutes. */
  readonly voice: TrendFigure;
  /** Text messages. */
  readonly sms: TrendFigure;
  /** Data, KB. */
  readonly data: TrendFigure;
};

/** One figure of a trend. */
export type TrendFigure = {
  readonly __typename?: 'TrendFigure';
  /** Sum of the last three months. */
  readonly recent: Scalars['Float']['output'];
  /** Sum of the three months before. */
  readonly previous: Scalars['Float']['output'];
  /** Change in percent, one decimal; null when there was nothing before, or the line lacks one of the six months. */
  readonly changePercent?: Maybe<Scalars['Float']['output']>;
};

/** What an interpretation is about. */
export type InterpretationKind =
  /** Data plan: full use or not, how often (P09). */
  | 'DATA_USE'
  /** MMS and ringback: active or not 是否积极 (P15). */
  | 'MESSAGING_USE'
  /** Roaming: often or not 是否经常漫游 (P17). */
  | 'ROAMING';

/** A data interpretation 数据解读 (P09, P15, P17). */
export type Interpretation = {
  readonly __typename?: 'Interpretation';
  /** What it is about. */
  readonly kind: InterpretationKind;
  /** The month, or last of the months, it is about. */
  readonly month: Scalars['LocalMonth']['output'];
  /** The rule's result and the numbers it used. */
  readonly evidence: Evidence;
};

/** A segment the customer was put in 客户细分 (S05). */
export type SegmentMembership = {
  readonly __typename?: 'SegmentMembership';
  /** Code. */
  readonly code: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Since when. */
  readonly since: Scalars['LocalDate']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Customer: Customer;
  Subscriber: Subscriber;
  Treatment: Treatment;
  Opportunity: Opportunity;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"customerId":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Customer'], {"openComplaintCount":true,"doNotDisturb":true}>
        | GraphQLRecursivePick<FederationTypes['Customer'], {"openComplaintCount":true,"doNotDisturb":true}>
        | GraphQLRecursivePick<FederationTypes['Customer'], {"openComplaintCount":true,"doNotDisturb":true}> ) );
  Subscriber:
    ( { __typename: 'Subscriber' }
    & GraphQLRecursivePick<FederationTypes['Subscriber'], {"subscriberId":true}> );
  Treatment:
    ( { __typename: 'Treatment' }
    & GraphQLRecursivePick<FederationTypes['Treatment'], {"treatmentId":true}> );
  Opportunity:
    ( { __typename: 'Opportunity' }
    & GraphQLRecursivePick<FederationTypes['Opportunity'], {"opportunityId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Fen: ResolverTypeWrapper<Scalars['Fen']['output']>;
  LocalMonth: ResolverTypeWrapper<Scalars['LocalMonth']['output']>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'scores' | 'marketingHistory' | 'retentionHistory' | 'opportunities' | 'guidance' | 'callReasons' | 'warnings' | 'segmentMemberships'> & { scores?: Maybe<ReadonlyArray<ResolversTypes['Score']>>, marketingHistory?: Maybe<ResolversTypes['MarketingHistory']>, retentionHistory?: Maybe<ResolversTypes['RetentionHistory']>, opportunities?: Maybe<ReadonlyArray<ResolversTypes['Opportunity']>>, guidance?: Maybe<ReadonlyArray<ResolversTypes['Guidance']>>, callReasons?: Maybe<ReadonlyArray<ResolversTypes['CallReason']>>, warnings?: Maybe<ReadonlyArray<ResolversTypes['Warning']>>, segmentMemberships?: Maybe<ReadonlyArray<ResolversTypes['SegmentMembership']>> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Subscriber: ResolverTypeWrapper<Omit<Subscriber, 'churn' | 'usageTrend' | 'interpretations'> & { churn?: Maybe<ResolversTypes['Score']>, usageTrend?: Maybe<ResolversTypes['UsageTrend']>, interpretations?: Maybe<ReadonlyArray<ResolversTypes['Interpretation']>> }>;
  ScoreKind: ScoreKind;
  Score: ResolverTypeWrapper<ScoreModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ScoreState: ScoreState;
  ScoreBand: ScoreBand;
  ScoreReason: ResolverTypeWrapper<ScoreReasonModel>;
  MarketingHistory: ResolverTypeWrapper<MarketingHistoryModel>;
  RetentionHistory: ResolverTypeWrapper<RetentionHistoryModel>;
  ReasonCount: ResolverTypeWrapper<ReasonCountModel>;
  Treatment: ResolverTypeWrapper<TreatmentModel>;
  CampaignKind: CampaignKind;
  Channel: Channel;
  Offer: ResolverTypeWrapper<Offer>;
  Opportunity: ResolverTypeWrapper<OpportunityModel>;
  OpportunityKind: OpportunityKind;
  OpportunityState: OpportunityState;
  Evidence: ResolverTypeWrapper<EvidenceModel>;
  EvidenceNumber: ResolverTypeWrapper<EvidenceNumberModel>;
  Guidance: ResolverTypeWrapper<GuidanceModel>;
  GuidanceKind: GuidanceKind;
  CallReason: ResolverTypeWrapper<CallReasonModel>;
  CallReasonCode: CallReasonCode;
  Warning: ResolverTypeWrapper<WarningModel>;
  WarningKind: WarningKind;
  UsageTrend: ResolverTypeWrapper<UsageTrendModel>;
  TrendFigure: ResolverTypeWrapper<TrendFigureModel>;
  InterpretationKind: InterpretationKind;
  Interpretation: ResolverTypeWrapper<InterpretationModel>;
  SegmentMembership: ResolverTypeWrapper<SegmentMembershipModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  Fen: Scalars['Fen']['output'];
  LocalMonth: Scalars['LocalMonth']['output'];
  Customer: Omit<Customer, 'scores' | 'marketingHistory' | 'retentionHistory' | 'opportunities' | 'guidance' | 'callReasons' | 'warnings' | 'segmentMemberships'> & { scores?: Maybe<ReadonlyArray<ResolversParentTypes['Score']>>, marketingHistory?: Maybe<ResolversParentTypes['MarketingHistory']>, retentionHistory?: Maybe<ResolversParentTypes['RetentionHistory']>, opportunities?: Maybe<ReadonlyArray<ResolversParentTypes['Opportunity']>>, guidance?: Maybe<ReadonlyArray<ResolversParentTypes['Guidance']>>, callReasons?: Maybe<ReadonlyArray<ResolversParentTypes['CallReason']>>, warnings?: Maybe<ReadonlyArray<ResolversParentTypes['Warning']>>, segmentMemberships?: Maybe<ReadonlyArray<ResolversParentTypes['SegmentMembership']>> } | FederationReferenceTypes['Customer'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  Subscriber: Omit<Subscriber, 'churn' | 'usageTrend' | 'interpretations'> & { churn?: Maybe<ResolversParentTypes['Score']>, usageTrend?: Maybe<ResolversParentTypes['UsageTrend']>, interpretations?: Maybe<ReadonlyArray<ResolversParentTypes['Interpretation']>> } | FederationReferenceTypes['Subscriber'];
  Score: ScoreModel;
  Float: Scalars['Float']['output'];
  String: Scalars['String']['output'];
  ScoreReason: ScoreReasonModel;
  MarketingHistory: MarketingHistoryModel;
  RetentionHistory: RetentionHistoryModel;
  ReasonCount: ReasonCountModel;
  Treatment: TreatmentModel;
  Offer: Offer;
  Opportunity: OpportunityModel;
  Evidence: EvidenceModel;
  EvidenceNumber: EvidenceNumberModel;
  Guidance: GuidanceModel;
  CallReason: CallReasonModel;
  Warning: WarningModel;
  UsageTrend: UsageTrendModel;
  TrendFigure: TrendFigureModel;
  Interpretation: InterpretationModel;
  SegmentMembership: SegmentMembershipModel;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface FenScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Fen'], any> {
  name: 'Fen';
}

export interface LocalMonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalMonth'], any> {
  name: 'LocalMonth';
}

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scores?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Score']>>, ParentType, ContextType, Partial<CustomerScoresArgs>>;
  marketingHistory?: Resolver<Maybe<ResolversTypes['MarketingHistory']>, ParentType, ContextType>;
  retentionHistory?: Resolver<Maybe<ResolversTypes['RetentionHistory']>, ParentType, ContextType>;
  opportunities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Opportunity']>>, ParentType, ContextType, Partial<CustomerOpportunitiesArgs>>;
  guidance?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Guidance']>>, ParentType, ContextType>;
  callReasons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallReason']>>, ParentType, ContextType>;
  expectedLossFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  warnings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Warning']>>, ParentType, ContextType>;
  segmentMemberships?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SegmentMembership']>>, ParentType, ContextType>;
};

export type SubscriberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscriber'] = ResolversParentTypes['Subscriber'], FederationReferenceType extends FederationReferenceTypes['Subscriber'] = FederationReferenceTypes['Subscriber']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Subscriber']> | FederationReferenceType, FederationReferenceType, ContextType>;
  subscriberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  churn?: Resolver<Maybe<ResolversTypes['Score']>, ParentType, ContextType>;
  usageTrend?: Resolver<Maybe<ResolversTypes['UsageTrend']>, ParentType, ContextType>;
  interpretations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Interpretation']>>, ParentType, ContextType, Partial<SubscriberInterpretationsArgs>>;
};

export type ScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Score'] = ResolversParentTypes['Score']> = {
  kind?: Resolver<ResolversTypes['ScoreKind'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ScoreState'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['ScoreBand']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['ScoreReason']>, ParentType, ContextType>;
  modelVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type ScoreReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreReason'] = ResolversParentTypes['ScoreReason']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  textZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MarketingHistoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketingHistory'] = ResolversParentTypes['MarketingHistory']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offers?: Resolver<ReadonlyArray<ResolversTypes['Offer']>, ParentType, ContextType>;
  treatments?: Resolver<ReadonlyArray<ResolversTypes['Treatment']>, ParentType, ContextType>;
};

export type RetentionHistoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionHistory'] = ResolversParentTypes['RetentionHistory']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['ReasonCount']>, ParentType, ContextType>;
  productTypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  treatments?: Resolver<ReadonlyArray<ResolversTypes['Treatment']>, ParentType, ContextType>;
};

export type ReasonCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReasonCount'] = ResolversParentTypes['ReasonCount']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TreatmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Treatment'] = ResolversParentTypes['Treatment'], FederationReferenceType extends FederationReferenceTypes['Treatment'] = FederationReferenceTypes['Treatment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Treatment']>, FederationReferenceType, ContextType>;
  treatmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  campaignKind?: Resolver<ResolversTypes['CampaignKind'], ParentType, ContextType>;
  campaignName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  treatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer']> = {
  offerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OpportunityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Opportunity'] = ResolversParentTypes['Opportunity'], FederationReferenceType extends FederationReferenceTypes['Opportunity'] = FederationReferenceTypes['Opportunity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Opportunity']>, FederationReferenceType, ContextType>;
  opportunityId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OpportunityKind'], ParentType, ContextType>;
  offer?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
  subscriber?: Resolver<Maybe<ResolversTypes['Subscriber']>, ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OpportunityState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateReasons?: Resolver<ReadonlyArray<ResolversTypes['Evidence']>, ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  textZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  numbers?: Resolver<ReadonlyArray<ResolversTypes['EvidenceNumber']>, ParentType, ContextType>;
};

export type EvidenceNumberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceNumber'] = ResolversParentTypes['EvidenceNumber']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GuidanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Guidance'] = ResolversParentTypes['Guidance']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GuidanceKind'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
};

export type CallReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallReason'] = ResolversParentTypes['CallReason']> = {
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['CallReasonCode'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type WarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = {
  kind?: Resolver<ResolversTypes['WarningKind'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ScoreBand'], ParentType, ContextType>;
  subscriber?: Resolver<Maybe<ResolversTypes['Subscriber']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
};

export type UsageTrendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageTrend'] = ResolversParentTypes['UsageTrend']> = {
  fromMonth?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  toMonth?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  voice?: Resolver<ResolversTypes['TrendFigure'], ParentType, ContextType>;
  sms?: Resolver<ResolversTypes['TrendFigure'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['TrendFigure'], ParentType, ContextType>;
};

export type TrendFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendFigure'] = ResolversParentTypes['TrendFigure']> = {
  recent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  changePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type InterpretationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interpretation'] = ResolversParentTypes['Interpretation']> = {
  kind?: Resolver<ResolversTypes['InterpretationKind'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
};

export type SegmentMembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMembership'] = ResolversParentTypes['SegmentMembership']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  Fen?: GraphQLScalarType;
  LocalMonth?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Subscriber?: SubscriberResolvers<ContextType>;
  Score?: ScoreResolvers<ContextType>;
  ScoreReason?: ScoreReasonResolvers<ContextType>;
  MarketingHistory?: MarketingHistoryResolvers<ContextType>;
  RetentionHistory?: RetentionHistoryResolvers<ContextType>;
  ReasonCount?: ReasonCountResolvers<ContextType>;
  Treatment?: TreatmentResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  Opportunity?: OpportunityResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  EvidenceNumber?: EvidenceNumberResolvers<ContextType>;
  Guidance?: GuidanceResolvers<ContextType>;
  CallReason?: CallReasonResolvers<ContextType>;
  Warning?: WarningResolvers<ContextType>;
  UsageTrend?: UsageTrendResolvers<ContextType>;
  TrendFigure?: TrendFigureResolvers<ContextType>;
  Interpretation?: InterpretationResolvers<ContextType>;
  SegmentMembership?: SegmentMembershipResolvers<ContextType>;
};


