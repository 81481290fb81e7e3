// Generated from schema/billing.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Customer as CustomerModel, Subscriber as SubscriberModel, Account as AccountModel, Bill as BillModel, BillItem as BillItemModel, Payment as PaymentModel, Bucket as BucketModel, UsageMonth as UsageMonthModel, DailyData as DailyDataModel, DailyMms as DailyMmsModel, SpMonth as SpMonthModel, RingbackMonth as RingbackMonthModel, RoamingEvent as RoamingEventModel, UsageRecord as UsageRecordModel } from '../../subgraphs/billing/model.ts';
import type { Context } from '../../subgraphs/billing/loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
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
  /** A calendar month 账期, `YYYY-MM`. */
  LocalMonth: { input: string; output: string; }
  /** Whole 分 (0.01 yuan). Never a float, never 厘. */
  Fen: { input: number; output: number; }
};

export type Query = {
  readonly __typename?: 'Query';
  /** One account 帐户 by id; null with `FORBIDDEN` when there is none of a customer who is yours to see. */
  readonly account?: Maybe<Account>;
  /** One bill 帐单 by id; null when the account has none of that month, with `FORBIDDEN` as for `account`. */
  readonly bill?: Maybe<Bill>;
};


export type QueryAccountArgs = {
  accountId: Scalars['ID']['input'];
};


export type QueryBillArgs = {
  billId: Scalars['ID']['input'];
};

/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type Customer = {
  readonly __typename?: 'Customer';
  readonly customerId: Scalars['ID']['output'];
  /** Accounts 帐户 (V08) the customer pays by; at most 20. */
  readonly accounts?: Maybe<ReadonlyArray<Account>>;
  /**
   * Owed over all `accounts` 欠费合计 (V38): the sum of `Account.arrears.amountFen`. A line that
   * somebody else pays for is not in it: see `Subscriber.payerAccount`.
   */
  readonly arrearsFen?: Maybe<Scalars['Fen']['output']>;
  /**
   * Money left over all `accounts` 余额合计 (V39): the sum of `Account.balanceFen`. Like
   * `arrearsFen`, without accounts of others that pay for this customer's lines.
   */
  readonly balanceFen?: Maybe<Scalars['Fen']['output']>;
  /** Half-year consumption value 半年消费值 (V24): exactly the bills of the last six billed months, of all accounts. */
  readonly halfYearConsumption?: Maybe<Consumption>;
  /** Consumption curve 消费曲线 (V16): one point a month with a bill, oldest first. */
  readonly consumptionCurve?: Maybe<ReadonlyArray<MonthlyConsumption>>;
  /** Service layer as registered in BOSS (R03); crm computes `layer` from the same facts. */
  readonly registeredLayer?: Maybe<ServiceLayer>;
};


/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type CustomerConsumptionCurveArgs = {
  months?: Scalars['Int']['input'];
};

/** The seven service layers 七层服务 (R01), highest first. */
export type ServiceLayer =
  /** 1 全球通VIP大客户. */
  | 'GOTONE_VIP'
  /** 2 集团客户. */
  | 'GROUP'
  /** 3 长途来话和异地用户. */
  | 'ROAM_IN'
  /** 4 全球通普通签约客户. */
  | 'GOTONE_CONTRACT'
  /** 5 预存话费类品牌客户. */
  | 'PREPAID_BRAND'
  /** 6 神州行客户. */
  | 'EASYOWN'
  /** 7 其他本地品牌用户. */
  | 'LOCAL_BRAND';

/** An account 帐户 that pays for one or more subscribers (TMF666 BillingAccount). Owned by billing. */
export type Account = {
  readonly __typename?: 'Account';
  /** Stable id 帐户标识. */
  readonly accountId: Scalars['ID']['output'];
  /** Who pays 付费客户. */
  readonly customer?: Maybe<Customer>;
  /** Prepaid or postpaid 付费模式. */
  readonly payMode?: Maybe<PayMode>;
  /** How bills are settled 付费方式. */
  readonly payMethod?: Maybe<PaymentMethod>;
  /** Status 帐户状态. */
  readonly status?: Maybe<AccountStatus>;
  /** Credit limit 信用额度. */
  readonly creditLimitFen?: Maybe<Scalars['Fen']['output']>;
  /** Money left 余额 (V39), gifts included. Arrears are not subtracted: see `arrears`. */
  readonly balanceFen?: Maybe<Scalars['Fen']['output']>;
  /** Ledger of the balance by kind of money 余额明细 (V39). */
  readonly buckets?: Maybe<ReadonlyArray<Bucket>>;
  /** Owed 欠费 (V38): exactly the unpaid part of bills past their due day. */
  readonly arrears?: Maybe<Arrears>;
  /** Unbilled charges of this month so far 本周期话费 (V28). */
  readonly currentChargeFen?: Maybe<Scalars['Fen']['output']>;
  /** Bills 帐单 (V35), newest first. */
  readonly bills?: Maybe<ReadonlyArray<Bill>>;
  /** Payments 缴费 (V37), newest first; at most 100. */
  readonly payments?: Maybe<ReadonlyArray<Payment>>;
  /** Half-year consumption value 半年消费值 (V24): exactly the bills of the last six billed months. */
  readonly halfYearConsumption?: Maybe<Consumption>;
};


/** An account 帐户 that pays for one or more subscribers (TMF666 BillingAccount). Owned by billing. */
export type AccountBillsArgs = {
  months?: Scalars['Int']['input'];
};


/** An account 帐户 that pays for one or more subscribers (TMF666 BillingAccount). Owned by billing. */
export type AccountPaymentsArgs = {
  months?: Scalars['Int']['input'];
};

/** When an account pays 付费模式. */
export type PayMode =
  /** Before use 预付费. */
  | 'PREPAID'
  /** After the bill 后付费. */
  | 'POSTPAID';

/** Status of an account 帐户状态. */
export type AccountStatus =
  /** In order 正常. */
  | 'ACTIVE'
  /** In arrears 欠费. */
  | 'IN_ARREARS'
  /** Closed 销户. */
  | 'CLOSED';

/** What is owed 欠费 (V38, TMF666). */
export type Arrears = {
  readonly __typename?: 'Arrears';
  /** Owed now; 0 when nothing is. */
  readonly amountFen: Scalars['Fen']['output'];
  /** Due day of the oldest unpaid bill; null when nothing is owed. */
  readonly since?: Maybe<Scalars['LocalDate']['output']>;
  /** Whole days since then; 0 when nothing is owed. */
  readonly overdueDays: Scalars['Int']['output'];
  /** The unpaid bills, oldest first; their unpaid parts add up to `amountFen`. */
  readonly bills: ReadonlyArray<Bill>;
};

/** An issued bill 帐单 (V35, TMF678 CustomerBill). Never changes; corrections are items of a later bill. */
export type Bill = {
  readonly __typename?: 'Bill';
  /** Stable id. */
  readonly billId: Scalars['ID']['output'];
  /** Billing month 账期. */
  readonly month: Scalars['LocalMonth']['output'];
  /** Day of issue. */
  readonly issuedOn: Scalars['LocalDate']['output'];
  /** Last day to pay without being late. */
  readonly dueOn: Scalars['LocalDate']['output'];
  /** Billed: exactly the sum of `items`. */
  readonly totalFen: Scalars['Fen']['output'];
  /** Paid so far. */
  readonly paidFen: Scalars['Fen']['output'];
  /** Still unpaid: `totalFen - paidFen`. */
  readonly unpaidFen: Scalars['Fen']['output'];
  /** State. */
  readonly state: BillState;
  /** Items 帐目, largest first. */
  readonly items: ReadonlyArray<BillItem>;
};

/** State of a bill. */
export type BillState =
  /** Paid in full 已缴清. */
  | 'PAID'
  /** Not yet due 待缴. */
  | 'OPEN'
  /** Past its due day and not paid in full 逾期. */
  | 'OVERDUE';

/** One item of a bill 帐目 (TMF678 AppliedCustomerBillingRate). */
export type BillItem = {
  readonly __typename?: 'BillItem';
  /** Item code 帐目编码. */
  readonly code: Scalars['ID']['output'];
  /** Name 帐目名称. */
  readonly name: Scalars['String']['output'];
  /** Where it counts in the consumption value. */
  readonly category: ChargeCategory;
  /** Amount; negative for a discount or correction. */
  readonly amountFen: Scalars['Fen']['output'];
};

/** Kind of charge 费用类别 (V24). */
export type ChargeCategory =
  /** Plan fee 套餐月费. */
  | 'PLAN'
  /** Calls 话费. */
  | 'VOICE'
  /** Messages 短信/彩信. */
  | 'MESSAGE'
  /** Data 流量. */
  | 'DATA'
  /** Value-added products 增值产品. */
  | 'VALUE_ADDED'
  /** Roaming 漫游. */
  | 'ROAMING'
  /** Discounts and corrections 优惠与调账. */
  | 'ADJUSTMENT';

/** Consumption over some months 消费值 (V24). */
export type Consumption = {
  readonly __typename?: 'Consumption';
  /** First month. */
  readonly fromMonth: Scalars['LocalMonth']['output'];
  /** Last month. */
  readonly toMonth: Scalars['LocalMonth']['output'];
  /** Sum of the bills. */
  readonly totalFen: Scalars['Fen']['output'];
  /** The same sum by category, largest first; categories without items are left out. */
  readonly byCategory: ReadonlyArray<CategoryConsumption>;
};

/** Consumption in one category. */
export type CategoryConsumption = {
  readonly __typename?: 'CategoryConsumption';
  /** Category. */
  readonly category: ChargeCategory;
  /** Sum of its items. */
  readonly amountFen: Scalars['Fen']['output'];
};

/** A point of the consumption curve 消费曲线 (V16). */
export type MonthlyConsumption = {
  readonly __typename?: 'MonthlyConsumption';
  /** Month. */
  readonly month: Scalars['LocalMonth']['output'];
  /** Sum of the month's bills. */
  readonly totalFen: Scalars['Fen']['output'];
};

/** A payment 缴费 (V37, TMF676). */
export type Payment = {
  readonly __typename?: 'Payment';
  /** Stable id. */
  readonly paymentId: Scalars['ID']['output'];
  /** When. */
  readonly paidAt: Scalars['DateTime']['output'];
  /** How much. */
  readonly amountFen: Scalars['Fen']['output'];
  /** How. */
  readonly method: PaymentMethod;
};

/** Way of paying 缴费方式. */
export type PaymentMethod =
  /** Cash at a counter 营业厅现金. */
  | 'CASH'
  /** Bank debit 银行托收. */
  | 'BANK_DEBIT'
  /** Recharge card 充值卡. */
  | 'RECHARGE_CARD'
  /** Online 网上支付. */
  | 'ONLINE'
  /** Mobile wallet 手机支付. */
  | 'MOBILE_WALLET';

/** Something that is used up 余额/余量 (V39, TMF654 Bucket). */
export type Bucket = {
  readonly __typename?: 'Bucket';
  /** Stable id. */
  readonly bucketId: Scalars['ID']['output'];
  /** What it holds. */
  readonly kind: BucketKind;
  /** Unit of the three amounts. */
  readonly unit: BucketUnit;
  /** In all; null for money, which has no fixed total. */
  readonly totalAmount?: Maybe<Scalars['Int']['output']>;
  /** Used so far; null for money. */
  readonly usedAmount?: Maybe<Scalars['Int']['output']>;
  /** Left. */
  readonly leftAmount: Scalars['Int']['output'];
  /** Last day; null when it does not lapse. */
  readonly validUntil?: Maybe<Scalars['LocalDate']['output']>;
};

/** What a bucket holds. */
export type BucketKind =
  /** Money paid in 现金余额. */
  | 'CASH'
  /** Money given 赠送余额. */
  | 'GIFT'
  /** Calls 语音余量. */
  | 'VOICE'
  /** Messages 短信余量. */
  | 'SMS'
  /** Data 流量余量. */
  | 'DATA';

/** Unit of a bucket. */
export type BucketUnit =
  /** 分. */
  | 'FEN'
  /** Minutes 分钟. */
  | 'MINUTE'
  /** Messages 条. */
  | 'MESSAGE'
  /** Kilobytes K字节. */
  | 'KILOBYTE';

/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type Subscriber = {
  readonly __typename?: 'Subscriber';
  readonly subscriberId: Scalars['ID']['output'];
  /** Usage by month 使用量 (V28, P04), newest first, the running month first of all. */
  readonly usageMonths?: Maybe<ReadonlyArray<UsageMonth>>;
  /**
   * Average monthly charge of this line over the last three billed months ARPU值 (V28),
   * half a 分 rounded up. Fewer months when the line is newer; null when it has none.
   */
  readonly averageRevenueFen?: Maybe<Scalars['Fen']['output']>;
  /** Allowances of the running month 套餐余量 (V39). */
  readonly allowances?: Maybe<ReadonlyArray<Bucket>>;
  /** Data volume day by day 每日业务量 (P03), oldest first; adds up to the month. Days without any are left out. */
  readonly dailyData?: Maybe<ReadonlyArray<DailyData>>;
  /** Multimedia messages day by day 条数 (P12), oldest first; those sent add up to `UsageMonth.mmsCount`. */
  readonly dailyMms?: Maybe<ReadonlyArray<DailyMms>>;
  /** Messages from and to third parties SP上行/下行 (P10, P13), newest month first. */
  readonly spMonths?: Maybe<ReadonlyArray<SpMonth>>;
  /** Ringback use 彩铃使用 (P14), newest month first. */
  readonly ringbackMonths?: Maybe<ReadonlyArray<RingbackMonth>>;
  /** Border roaming of this month and the last 边界漫游 (P16). */
  readonly borderRoaming?: Maybe<BorderRoaming>;
  /**
   * Itemised records 清单 (V36), newest first; the other party is always masked.
   * Calls are complete: their begun minutes add up to `UsageMonth.voiceMinutes`. Of
   * messages and data sessions (one a day) every charged one is kept, and the newest
   * of the others. Null when billing keeps no records of that month.
   */
  readonly usageRecords?: Maybe<UsageRecordConnection>;
  /**
   * Itemised records of a month in bulk 清单导出, newest first, at most 5,000; the other
   * party is always masked. A second person must have approved it: `FORBIDDEN` where
   * none did, where the approval is of another line, month or person, or has run out.
   * Null when billing keeps no records of that month.
   */
  readonly usageRecordExport?: Maybe<ReadonlyArray<UsageRecord>>;
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberUsageMonthsArgs = {
  months?: Scalars['Int']['input'];
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberDailyDataArgs = {
  month?: InputMaybe<Scalars['LocalMonth']['input']>;
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberDailyMmsArgs = {
  month?: InputMaybe<Scalars['LocalMonth']['input']>;
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberSpMonthsArgs = {
  months?: Scalars['Int']['input'];
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberRingbackMonthsArgs = {
  months?: Scalars['Int']['input'];
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberUsageRecordsArgs = {
  month?: InputMaybe<Scalars['LocalMonth']['input']>;
  kind?: InputMaybe<UsageKind>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberUsageRecordExportArgs = {
  month: Scalars['LocalMonth']['input'];
  approval: Scalars['String']['input'];
};

/** Usage of one month 月使用量 (V28, P04). */
export type UsageMonth = {
  readonly __typename?: 'UsageMonth';
  /** Month. */
  readonly month: Scalars['LocalMonth']['output'];
  /** Call minutes 月通话量. */
  readonly voiceMinutes: Scalars['Int']['output'];
  /** Text messages sent 月短信使用量. */
  readonly smsCount: Scalars['Int']['output'];
  /** Multimedia messages sent 彩信条数. */
  readonly mmsCount: Scalars['Int']['output'];
  /** Data by cmwap, KB. */
  readonly cmwapKilobytes: Scalars['Int']['output'];
  /** Data by cmnet (and all later access points), KB. */
  readonly cmnetKilobytes: Scalars['Int']['output'];
  /** Data of value-added services 月增值业务流量, KB; part of cmwap. */
  readonly valueAddedKilobytes: Scalars['Int']['output'];
  /** Data charges beyond the plan this month 本月累计通信费 (P04). */
  readonly dataChargeFen: Scalars['Fen']['output'];
  /** Monthly fee of the data plan 包月费 (P04). */
  readonly dataPlanFeeFen: Scalars['Fen']['output'];
  /** Days with any chargeable use 通话天数. */
  readonly activeDays: Scalars['Int']['output'];
  /** Charges of this line in the month. */
  readonly chargeFen: Scalars['Fen']['output'];
};

/** Data volume of one day 每日业务量 (P03). */
export type DailyData = {
  readonly __typename?: 'DailyData';
  /** Day. */
  readonly day: Scalars['LocalDate']['output'];
  /** Volume by cmwap, KB. */
  readonly cmwapKilobytes: Scalars['Int']['output'];
  /** Volume by cmnet, KB. */
  readonly cmnetKilobytes: Scalars['Int']['output'];
};

/** Multimedia messages of one day 彩信条数 (P12). */
export type DailyMms = {
  readonly __typename?: 'DailyMms';
  /** Day. */
  readonly day: Scalars['LocalDate']['output'];
  /** Application 应用类型. */
  readonly application: MmsApplication;
  /** Messages 条数. */
  readonly count: Scalars['Int']['output'];
};

/** Application of multimedia messages 彩信应用类型 (P12). */
export type MmsApplication =
  /** Person to person 点对点. */
  | 'PERSON_TO_PERSON'
  /** From a device to an application 终端到应用. */
  | 'TERMINAL_TO_APPLICATION'
  /** From an application to a device 应用到终端. */
  | 'APPLICATION_TO_TERMINAL';

/** Traffic with one third party in one month SP收发 (P10, P13). */
export type SpMonth = {
  readonly __typename?: 'SpMonth';
  /** Month. */
  readonly month: Scalars['LocalMonth']['output'];
  /** SP code. */
  readonly spCode: Scalars['ID']['output'];
  /** SP name SP商. */
  readonly spName: Scalars['String']['output'];
  /** Text messages sent to it 上行短信条数 (P10). */
  readonly uplinkSms: Scalars['Int']['output'];
  /** Text messages from it sms下行条数 (P13). */
  readonly downlinkSms: Scalars['Int']['output'];
  /** WAP pushes from it wap下行条数 (P13). */
  readonly downlinkWap: Scalars['Int']['output'];
  /** Multimedia messages from it mms下行条数 (P13). */
  readonly downlinkMms: Scalars['Int']['output'];
};

/** Ringback use of one month 彩铃使用 (P14). */
export type RingbackMonth = {
  readonly __typename?: 'RingbackMonth';
  /** Month. */
  readonly month: Scalars['LocalMonth']['output'];
  /** Tunes changed 变更次数. */
  readonly changes: Scalars['Int']['output'];
  /** Information fee 信息费. */
  readonly informationFeeFen: Scalars['Fen']['output'];
  /** Function fee 功能费. */
  readonly functionFeeFen: Scalars['Fen']['output'];
};

/** Border roaming 边界漫游 of two months (P16). */
export type BorderRoaming = {
  readonly __typename?: 'BorderRoaming';
  /** Times this month 本月漫游次数. */
  readonly thisMonthCount: Scalars['Int']['output'];
  /** Times last month 上月漫游次数. */
  readonly lastMonthCount: Scalars['Int']['output'];
  /** Each time, newest first; at most 200. */
  readonly events: ReadonlyArray<RoamingEvent>;
};

/** One roaming event 漫游 (P16). */
export type RoamingEvent = {
  readonly __typename?: 'RoamingEvent';
  /** Day 漫游日期. */
  readonly day: Scalars['LocalDate']['output'];
  /** Cell 漫游基站. */
  readonly cell: Scalars['String']['output'];
  /** Place 漫游地: the prefecture in the home province, else 省外. */
  readonly place: Scalars['String']['output'];
  /** Fee 漫游费. */
  readonly feeFen: Scalars['Fen']['output'];
};

/** Kind of itemised record 清单类型. */
export type UsageKind =
  /** Call 语音. */
  | 'VOICE'
  /** Text message 短信. */
  | 'SMS'
  /** Multimedia message 彩信. */
  | 'MMS'
  /** Data session 上网. */
  | 'DATA';

/** A page of itemised records. */
export type UsageRecordConnection = {
  readonly __typename?: 'UsageRecordConnection';
  /** The records. */
  readonly nodes: ReadonlyArray<UsageRecord>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Records of that month and kind in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An itemised record 详单 (V36, TMF635 Usage). */
export type UsageRecord = {
  readonly __typename?: 'UsageRecord';
  /** Stable id. */
  readonly usageId: Scalars['ID']['output'];
  /** Kind. */
  readonly kind: UsageKind;
  /** Begin. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** Other party, masked 对方号码; null for data. */
  readonly peerMasked?: Maybe<Scalars['String']['output']>;
  /** Seconds of a call or session; null for messages. */
  readonly seconds?: Maybe<Scalars['Int']['output']>;
  /** Data volume, KB; null for calls and messages. */
  readonly kilobytes?: Maybe<Scalars['Int']['output']>;
  /** Charge beyond the allowance. */
  readonly chargeFen: Scalars['Fen']['output'];
};

/** Where a page ends (GraphQL Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** True when more follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Pass as `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
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
  Account: Account;
  Bill: Bill;
  Payment: Payment;
  Bucket: Bucket;
  Subscriber: Subscriber;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"customerId":true}> );
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"accountId":true}> );
  Bill:
    ( { __typename: 'Bill' }
    & GraphQLRecursivePick<FederationTypes['Bill'], {"billId":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"paymentId":true}> );
  Bucket:
    ( { __typename: 'Bucket' }
    & GraphQLRecursivePick<FederationTypes['Bucket'], {"bucketId":true}> );
  Subscriber:
    ( { __typename: 'Subscriber' }
    & GraphQLRecursivePick<FederationTypes['Subscriber'], {"subscriberId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LocalMonth: ResolverTypeWrapper<Scalars['LocalMonth']['output']>;
  Fen: ResolverTypeWrapper<Scalars['Fen']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Customer: ResolverTypeWrapper<CustomerModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ServiceLayer: ServiceLayer;
  Account: ResolverTypeWrapper<AccountModel>;
  PayMode: PayMode;
  AccountStatus: AccountStatus;
  Arrears: ResolverTypeWrapper<Omit<Arrears, 'bills'> & { bills: ReadonlyArray<ResolversTypes['Bill']> }>;
  Bill: ResolverTypeWrapper<BillModel>;
  BillState: BillState;
  BillItem: ResolverTypeWrapper<BillItemModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ChargeCategory: ChargeCategory;
  Consumption: ResolverTypeWrapper<Consumption>;
  CategoryConsumption: ResolverTypeWrapper<CategoryConsumption>;
  MonthlyConsumption: ResolverTypeWrapper<MonthlyConsumption>;
  Payment: ResolverTypeWrapper<PaymentModel>;
  PaymentMethod: PaymentMethod;
  Bucket: ResolverTypeWrapper<BucketModel>;
  BucketKind: BucketKind;
  BucketUnit: BucketUnit;
  Subscriber: ResolverTypeWrapper<SubscriberModel>;
  UsageMonth: ResolverTypeWrapper<UsageMonthModel>;
  DailyData: ResolverTypeWrapper<DailyDataModel>;
  DailyMms: ResolverTypeWrapper<DailyMmsModel>;
  MmsApplication: MmsApplication;
  SpMonth: ResolverTypeWrapper<SpMonthModel>;
  RingbackMonth: ResolverTypeWrapper<RingbackMonthModel>;
  BorderRoaming: ResolverTypeWrapper<Omit<BorderRoaming, 'events'> & { events: ReadonlyArray<ResolversTypes['RoamingEvent']> }>;
  RoamingEvent: ResolverTypeWrapper<RoamingEventModel>;
  UsageKind: UsageKind;
  UsageRecordConnection: ResolverTypeWrapper<Omit<UsageRecordConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['UsageRecord']> }>;
  UsageRecord: ResolverTypeWrapper<UsageRecordModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  LocalMonth: Scalars['LocalMonth']['output'];
  Fen: Scalars['Fen']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Customer: CustomerModel;
  Int: Scalars['Int']['output'];
  Account: AccountModel;
  Arrears: Omit<Arrears, 'bills'> & { bills: ReadonlyArray<ResolversParentTypes['Bill']> };
  Bill: BillModel;
  BillItem: BillItemModel;
  String: Scalars['String']['output'];
  Consumption: Consumption;
  CategoryConsumption: CategoryConsumption;
  MonthlyConsumption: MonthlyConsumption;
  Payment: PaymentModel;
  Bucket: BucketModel;
  Subscriber: SubscriberModel;
  UsageMonth: UsageMonthModel;
  DailyData: DailyDataModel;
  DailyMms: DailyMmsModel;
  SpMonth: SpMonthModel;
  RingbackMonth: RingbackMonthModel;
  BorderRoaming: Omit<BorderRoaming, 'events'> & { events: ReadonlyArray<ResolversParentTypes['RoamingEvent']> };
  RoamingEvent: RoamingEventModel;
  UsageRecordConnection: Omit<UsageRecordConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['UsageRecord']> };
  UsageRecord: UsageRecordModel;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface LocalMonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalMonth'], any> {
  name: 'LocalMonth';
}

export interface FenScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Fen'], any> {
  name: 'Fen';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'accountId'>>;
  bill?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType, RequireFields<QueryBillArgs, 'billId'>>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']>, FederationReferenceType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  accounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Account']>>, ParentType, ContextType>;
  arrearsFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  balanceFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  halfYearConsumption?: Resolver<Maybe<ResolversTypes['Consumption']>, ParentType, ContextType>;
  consumptionCurve?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MonthlyConsumption']>>, ParentType, ContextType, RequireFields<CustomerConsumptionCurveArgs, 'months'>>;
  registeredLayer?: Resolver<Maybe<ResolversTypes['ServiceLayer']>, ParentType, ContextType>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']>, FederationReferenceType, ContextType>;
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  payMode?: Resolver<Maybe<ResolversTypes['PayMode']>, ParentType, ContextType>;
  payMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['AccountStatus']>, ParentType, ContextType>;
  creditLimitFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  balanceFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  buckets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Bucket']>>, ParentType, ContextType>;
  arrears?: Resolver<Maybe<ResolversTypes['Arrears']>, ParentType, ContextType>;
  currentChargeFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  bills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Bill']>>, ParentType, ContextType, RequireFields<AccountBillsArgs, 'months'>>;
  payments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Payment']>>, ParentType, ContextType, RequireFields<AccountPaymentsArgs, 'months'>>;
  halfYearConsumption?: Resolver<Maybe<ResolversTypes['Consumption']>, ParentType, ContextType>;
};

export type ArrearsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Arrears'] = ResolversParentTypes['Arrears']> = {
  amountFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  overdueDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bills?: Resolver<ReadonlyArray<ResolversTypes['Bill']>, ParentType, ContextType>;
};

export type BillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bill'] = ResolversParentTypes['Bill'], FederationReferenceType extends FederationReferenceTypes['Bill'] = FederationReferenceTypes['Bill']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Bill']>, FederationReferenceType, ContextType>;
  billId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  totalFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  paidFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  unpaidFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BillState'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['BillItem']>, ParentType, ContextType>;
};

export type BillItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillItem'] = ResolversParentTypes['BillItem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['ChargeCategory'], ParentType, ContextType>;
  amountFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type ConsumptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consumption'] = ResolversParentTypes['Consumption']> = {
  fromMonth?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  toMonth?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  totalFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  byCategory?: Resolver<ReadonlyArray<ResolversTypes['CategoryConsumption']>, ParentType, ContextType>;
};

export type CategoryConsumptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryConsumption'] = ResolversParentTypes['CategoryConsumption']> = {
  category?: Resolver<ResolversTypes['ChargeCategory'], ParentType, ContextType>;
  amountFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type MonthlyConsumptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MonthlyConsumption'] = ResolversParentTypes['MonthlyConsumption']> = {
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  totalFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']>, FederationReferenceType, ContextType>;
  paymentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paidAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  amountFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
};

export type BucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bucket'] = ResolversParentTypes['Bucket'], FederationReferenceType extends FederationReferenceTypes['Bucket'] = FederationReferenceTypes['Bucket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Bucket']>, FederationReferenceType, ContextType>;
  bucketId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BucketKind'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['BucketUnit'], ParentType, ContextType>;
  totalAmount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  usedAmount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  leftAmount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type SubscriberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscriber'] = ResolversParentTypes['Subscriber'], FederationReferenceType extends FederationReferenceTypes['Subscriber'] = FederationReferenceTypes['Subscriber']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Subscriber']>, FederationReferenceType, ContextType>;
  subscriberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  usageMonths?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UsageMonth']>>, ParentType, ContextType, RequireFields<SubscriberUsageMonthsArgs, 'months'>>;
  averageRevenueFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  allowances?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Bucket']>>, ParentType, ContextType>;
  dailyData?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DailyData']>>, ParentType, ContextType, Partial<SubscriberDailyDataArgs>>;
  dailyMms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DailyMms']>>, ParentType, ContextType, Partial<SubscriberDailyMmsArgs>>;
  spMonths?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SpMonth']>>, ParentType, ContextType, RequireFields<SubscriberSpMonthsArgs, 'months'>>;
  ringbackMonths?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RingbackMonth']>>, ParentType, ContextType, RequireFields<SubscriberRingbackMonthsArgs, 'months'>>;
  borderRoaming?: Resolver<Maybe<ResolversTypes['BorderRoaming']>, ParentType, ContextType>;
  usageRecords?: Resolver<Maybe<ResolversTypes['UsageRecordConnection']>, ParentType, ContextType, RequireFields<SubscriberUsageRecordsArgs, 'first'>>;
  usageRecordExport?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UsageRecord']>>, ParentType, ContextType, RequireFields<SubscriberUsageRecordExportArgs, 'month' | 'approval'>>;
};

export type UsageMonthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageMonth'] = ResolversParentTypes['UsageMonth']> = {
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  voiceMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  smsCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mmsCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cmwapKilobytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cmnetKilobytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  valueAddedKilobytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dataChargeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  dataPlanFeeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  activeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chargeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type DailyDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyData'] = ResolversParentTypes['DailyData']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  cmwapKilobytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cmnetKilobytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DailyMmsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyMms'] = ResolversParentTypes['DailyMms']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  application?: Resolver<ResolversTypes['MmsApplication'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SpMonthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpMonth'] = ResolversParentTypes['SpMonth']> = {
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  spCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  spName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uplinkSms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  downlinkSms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  downlinkWap?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  downlinkMms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RingbackMonthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RingbackMonth'] = ResolversParentTypes['RingbackMonth']> = {
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  informationFeeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  functionFeeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type BorderRoamingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BorderRoaming'] = ResolversParentTypes['BorderRoaming']> = {
  thisMonthCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastMonthCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['RoamingEvent']>, ParentType, ContextType>;
};

export type RoamingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoamingEvent'] = ResolversParentTypes['RoamingEvent']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  cell?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  feeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type UsageRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageRecordConnection'] = ResolversParentTypes['UsageRecordConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UsageRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UsageRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageRecord'] = ResolversParentTypes['UsageRecord']> = {
  usageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['UsageKind'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  peerMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kilobytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chargeFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  LocalMonth?: GraphQLScalarType;
  Fen?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  Arrears?: ArrearsResolvers<ContextType>;
  Bill?: BillResolvers<ContextType>;
  BillItem?: BillItemResolvers<ContextType>;
  Consumption?: ConsumptionResolvers<ContextType>;
  CategoryConsumption?: CategoryConsumptionResolvers<ContextType>;
  MonthlyConsumption?: MonthlyConsumptionResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Bucket?: BucketResolvers<ContextType>;
  Subscriber?: SubscriberResolvers<ContextType>;
  UsageMonth?: UsageMonthResolvers<ContextType>;
  DailyData?: DailyDataResolvers<ContextType>;
  DailyMms?: DailyMmsResolvers<ContextType>;
  SpMonth?: SpMonthResolvers<ContextType>;
  RingbackMonth?: RingbackMonthResolvers<ContextType>;
  BorderRoaming?: BorderRoamingResolvers<ContextType>;
  RoamingEvent?: RoamingEventResolvers<ContextType>;
  UsageRecordConnection?: UsageRecordConnectionResolvers<ContextType>;
  UsageRecord?: UsageRecordResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
};


