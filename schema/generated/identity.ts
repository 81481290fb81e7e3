// Generated from schema/identity.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Authentication as AuthenticationModel, AccessRecord as AccessRecordModel, RecordExportRequest as RecordExportRequestModel, AuthenticationStatistic as AuthenticationStatisticModel } from '../../subgraphs/identity/model.ts';
import type { Context } from '../../subgraphs/identity/loaders.ts';
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
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * Who looked at a customer's data, and why 谁查询过我的资料 (F8), newest first. The customer asks about
   * himself (`audit:own`), an auditor about anybody (`audit:read`).
   */
  readonly accessRecords?: Maybe<AccessRecordConnection>;
  /**
   * Authentications 认证统计 (O12): how many customers were identified and how many passed, in a row for
   * each combination of `by` that occurred, in the order of its values.
   */
  readonly authenticationStatistics?: Maybe<ReadonlyArray<AuthenticationStatistic>>;
  /** Exports of itemised records that wait for a second person 待审批的详单导出, oldest first; at most 100. */
  readonly recordExportRequests?: Maybe<ReadonlyArray<RecordExportRequest>>;
};


export type QueryAccessRecordsArgs = {
  customerId: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAuthenticationStatisticsArgs = {
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
  by?: ReadonlyArray<StatisticsDimension>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Authenticates a customer 客户认证 (I01–I06), one within the reach of whoever asks: by service password, by the identity document shown, or by
   * member card, whatever the channel. Who somebody is, without proof, is `customerLookup`.
   *
   * A password comes sealed: whoever collects it (voice menu, keypad at a counter, web form) encrypts it for
   * the billing system, which alone opens and checks it. Five errors in a row close authentication of the
   * customer for 30 minutes, twenty within 30 minutes that of the staff member, a hundred that of the address.
   */
  readonly authenticate?: Maybe<Authentication>;
  /** Sets another service password 修改服务密码 (I14), sealed as the old one was. */
  readonly changeServicePassword?: Maybe<PasswordChange>;
  /** Enters the flow of transactions 进入业务办理流程 (I15): what to say first, and whether the customer may. */
  readonly enterTransactionFlow?: Maybe<TransactionEntry>;
  /** Asks for a month of itemised records in bulk 申请导出详单; somebody else must approve it. */
  readonly requestRecordExport?: Maybe<RecordExportRequest>;
  /** Approves an export that somebody else asked for 审批导出. */
  readonly approveRecordExport?: Maybe<RecordExportApproval>;
};


export type MutationAuthenticateArgs = {
  input: AuthenticateInput;
};


export type MutationChangeServicePasswordArgs = {
  input: ChangeServicePasswordInput;
};


export type MutationEnterTransactionFlowArgs = {
  customerId: Scalars['ID']['input'];
};


export type MutationRequestRecordExportArgs = {
  input: RecordExportInput;
};


export type MutationApproveRecordExportArgs = {
  requestId: Scalars['ID']['input'];
};

/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type Customer = {
  readonly __typename?: 'Customer';
  readonly customerId: Scalars['ID']['output'];
};

/** Who authenticates, and by what 认证方式. */
export type AuthenticateInput = {
  /** How. Which of them a channel may use is a rule of the operator's (I08). */
  readonly method: AuthenticationMethod;
  /** What `value` is. */
  readonly by: AuthenticationKey;
  /** The number, account, document or card, as given; 1 to 64 characters. */
  readonly value: Scalars['String']['input'];
  /** Sealed service password, for `SERVICE_PASSWORD`: a nested JWT of the collector. Used once, within 120 s. */
  readonly passwordBlock?: InputMaybe<Scalars['String']['input']>;
};

/** How somebody proves who they are. */
export type AuthenticationMethod =
  /** Service password 服务密码, with a number, broadband account or document (I02–I04). */
  | 'SERVICE_PASSWORD'
  /** Identity document shown at the counter 出示证件 (I05); not to somebody who had its number shown by `reveal`. */
  | 'ID_DOCUMENT'
  /** Club card shown 俱乐部会员卡 (I06). */
  | 'MEMBER_CARD';

/** What somebody is named by when they authenticate. */
export type AuthenticationKey =
  /** Mobile or fixed service number 电话号码. */
  | 'SERVICE_NUMBER'
  /** Broadband account name 宽带账号. */
  | 'BROADBAND_ACCOUNT'
  /** Identity document number 证件号码. */
  | 'ID_DOCUMENT'
  /** Club card number 俱乐部会员卡号. */
  | 'MEMBER_CARD';

/** Outcome of an authentication 认证结果 (I17). */
export type Authentication = {
  readonly __typename?: 'Authentication';
  /** Id in the log 认证流水号. */
  readonly authenticationId: Scalars['ID']['output'];
  /** Passed or failed. */
  readonly outcome: AuthenticationOutcome;
  /** Who passed, with type, grade and club level from crm (I17); null unless passed. */
  readonly customer?: Maybe<Customer>;
  /**
   * Proof for the header `panorama-authentication`, good for who asked and for 10 minutes; null unless passed.
   * There is none by member card: staff see its number.
   */
  readonly receipt?: Maybe<Scalars['String']['output']>;
  /** Until when the receipt is good; null without one. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** True where the password is still the initial one 初始密码 (I14). */
  readonly mustChangePassword: Scalars['Boolean']['output'];
  /**
   * What the customer may do now; transactions and fax bills not before the initial password is changed (I14),
   * and not by member card.
   */
  readonly allowedUses: ReadonlyArray<AuthenticatedUse>;
  /** Until when authentication is closed 认证关闭 (I13); null unless closed. */
  readonly closedUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** Outcome of a try. */
export type AuthenticationOutcome =
  /** 认证通过. */
  | 'PASSED'
  /** 认证失败: not this customer, or nobody of that number. The two are not told apart. */
  | 'FAILED'
  /** Not tried: too many errors before (I13). */
  | 'CLOSED';

/** What an authenticated customer may do. */
export type AuthenticatedUse =
  /** See what is theirs 查询. */
  | 'VIEW'
  /** Transactions 业务办理. */
  | 'TRANSACTION'
  /** Bills by fax 传真帐单. */
  | 'FAX_BILL';

/** A new service password. */
export type ChangeServicePasswordInput = {
  /** Receipt of an authentication by the line's present password or by the document shown (I15), 10 minutes old at most. */
  readonly receipt: Scalars['String']['input'];
  /** The line, one of the customer's. */
  readonly subscriberId: Scalars['ID']['input'];
  /** Sealed new password: six digits, neither all equal nor in sequence. */
  readonly newPasswordBlock: Scalars['String']['input'];
};

/** What became of a change of password. */
export type PasswordChange = {
  readonly __typename?: 'PasswordChange';
  /** True where the new password counts from now on. */
  readonly changed: Scalars['Boolean']['output'];
  /** What to tell the customer where it does not; null otherwise. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** The first step of a transaction. */
export type TransactionEntry = {
  readonly __typename?: 'TransactionEntry';
  /** To be spoken, the first time only (I15); null later. */
  readonly notice?: Maybe<Scalars['String']['output']>;
  /** Whether the customer is authenticated by whom asks, by a receipt sent along. */
  readonly authenticated: Scalars['Boolean']['output'];
  /** Whether they may transact: authenticated, and the password is not the initial one (I14). */
  readonly mayTransact: Scalars['Boolean']['output'];
};

/** An export that is asked for. */
export type RecordExportInput = {
  /** The line. */
  readonly subscriberId: Scalars['ID']['input'];
  /** The month. */
  readonly month: Scalars['LocalMonth']['input'];
  /** Why, in words; 4 to 200 characters, without numbers of people. */
  readonly reason: Scalars['String']['input'];
};

/** An export of itemised records that was asked for 详单导出申请. */
export type RecordExportRequest = {
  readonly __typename?: 'RecordExportRequest';
  /** Stable id. */
  readonly requestId: Scalars['ID']['output'];
  /** When. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Who asked 申请工号. */
  readonly requestedBy: Scalars['ID']['output'];
  /** The line. */
  readonly subscriberId: Scalars['ID']['output'];
  /** The month. */
  readonly month: Scalars['LocalMonth']['output'];
  /** Why. */
  readonly purpose: Purpose;
  /** Why, in words. */
  readonly reason: Scalars['String']['output'];
};

/** That a second person approved. */
export type RecordExportApproval = {
  readonly __typename?: 'RecordExportApproval';
  /** For the argument `approval` of `usageRecordExport`; good for who asked, for an hour. */
  readonly approval: Scalars['String']['output'];
  /** Until when it is good. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** Why somebody looks 查询目的 (F8). */
export type Purpose =
  /** Handling a request 业务办理. */
  | 'SERVICE_REQUEST'
  /** A question about a bill 账单咨询. */
  | 'BILL_ENQUIRY'
  /** A complaint 投诉处理. */
  | 'COMPLAINT'
  /** Keeping a customer 客户挽留. */
  | 'RETENTION'
  /** Looking into fraud 反欺诈核查. */
  | 'FRAUD_CHECK'
  /** Audit 审计. */
  | 'AUDIT'
  /** The customer's own data 客户本人查询. */
  | 'OWN_DATA';

/** A page of access records. */
export type AccessRecordConnection = {
  readonly __typename?: 'AccessRecordConnection';
  /** The records. */
  readonly nodes: ReadonlyArray<AccessRecord>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** That somebody looked at, or did, something 访问记录 (F8). */
export type AccessRecord = {
  readonly __typename?: 'AccessRecord';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What. */
  readonly kind: AccessKind;
  /** Who 工号, or the id of a system. */
  readonly subject: Scalars['ID']['output'];
  /** As what: a role of this service. */
  readonly role: Scalars['String']['output'];
  /** Where: a channel. */
  readonly channel: Scalars['String']['output'];
  /** Why; null where nothing was said. */
  readonly purpose?: Maybe<Purpose>;
  /** Name of the trusted document, `ad hoc`, or of the mutation. */
  readonly operation: Scalars['String']['output'];
  /** Personal fields that were asked for, `Type.field`. */
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  /** `OK`, or what was refused. */
  readonly outcome: Scalars['String']['output'];
};

/** What was done 访问类型. */
export type AccessKind =
  /** Looked at 查看. */
  | 'VIEW'
  /** Refused 拒绝. */
  | 'REFUSAL'
  /** Somebody looked up whom there is not 查无此人. */
  | 'LOOKUP'
  /** A masked value shown in clear 明文查看. */
  | 'REVEAL'
  /** An authentication 认证. */
  | 'AUTHENTICATION'
  /** A password changed 修改密码. */
  | 'PASSWORD_CHANGE'
  /** An export asked for 申请导出. */
  | 'EXPORT_REQUEST'
  /** An export approved 审批导出. */
  | 'EXPORT_APPROVAL'
  /** An export made 导出. */
  | 'EXPORT'
  /** Rights changed 权限变更. */
  | 'ROLE_CHANGE'
  /** Unusual browsing 异常浏览. */
  | 'ALERT';

/** Where a page ends (GraphQL Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** True when more follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Pass as `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** What statistics tell apart 统计维度 (O12). */
export type StatisticsDimension =
  /** Day 时间段. */
  | 'DAY'
  /** Hour of the day 时段. */
  | 'HOUR'
  /** Channel 服务渠道. */
  | 'CHANNEL'
  /** Customer group 客户类型. */
  | 'CUSTOMER_TYPE'
  /** Type and grade 用户类型. */
  | 'USER_CLASS'
  /** VIP grade 用户级别. */
  | 'LEVEL'
  /** Network class 网络类型. */
  | 'NET_CLASS';

/** Authentications of one combination of values. */
export type AuthenticationStatistic = {
  readonly __typename?: 'AuthenticationStatistic';
  /** Day; null unless told apart. */
  readonly day?: Maybe<Scalars['LocalDate']['output']>;
  /** Hour, 0 to 23, in Shanghai; null unless told apart. */
  readonly hour?: Maybe<Scalars['Int']['output']>;
  /** Channel; null unless told apart. */
  readonly channel?: Maybe<Scalars['String']['output']>;
  /** Customer group; null unless told apart, or unknown. */
  readonly customerType?: Maybe<Scalars['String']['output']>;
  /** Type and grade; null unless told apart, or unknown. */
  readonly userClass?: Maybe<Scalars['String']['output']>;
  /** VIP grade; null unless told apart, for ordinary customers, or unknown. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Network class; null unless told apart, or unknown. */
  readonly netClass?: Maybe<Scalars['String']['output']>;
  /** Tries that named a customer 认证识别量. */
  readonly identified: Scalars['Int']['output'];
  /** Tries that passed 认证成功量. */
  readonly passed: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LocalMonth: ResolverTypeWrapper<Scalars['LocalMonth']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Customer: ResolverTypeWrapper<Customer>;
  AuthenticateInput: AuthenticateInput;
  AuthenticationMethod: AuthenticationMethod;
  AuthenticationKey: AuthenticationKey;
  Authentication: ResolverTypeWrapper<AuthenticationModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AuthenticationOutcome: AuthenticationOutcome;
  AuthenticatedUse: AuthenticatedUse;
  ChangeServicePasswordInput: ChangeServicePasswordInput;
  PasswordChange: ResolverTypeWrapper<PasswordChange>;
  TransactionEntry: ResolverTypeWrapper<TransactionEntry>;
  RecordExportInput: RecordExportInput;
  RecordExportRequest: ResolverTypeWrapper<RecordExportRequestModel>;
  RecordExportApproval: ResolverTypeWrapper<RecordExportApproval>;
  Purpose: Purpose;
  AccessRecordConnection: ResolverTypeWrapper<Omit<AccessRecordConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['AccessRecord']> }>;
  AccessRecord: ResolverTypeWrapper<AccessRecordModel>;
  AccessKind: AccessKind;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  StatisticsDimension: StatisticsDimension;
  AuthenticationStatistic: ResolverTypeWrapper<AuthenticationStatisticModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  LocalMonth: Scalars['LocalMonth']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Customer: Customer;
  AuthenticateInput: AuthenticateInput;
  Authentication: AuthenticationModel;
  Boolean: Scalars['Boolean']['output'];
  ChangeServicePasswordInput: ChangeServicePasswordInput;
  PasswordChange: PasswordChange;
  TransactionEntry: TransactionEntry;
  RecordExportInput: RecordExportInput;
  RecordExportRequest: RecordExportRequestModel;
  RecordExportApproval: RecordExportApproval;
  AccessRecordConnection: Omit<AccessRecordConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['AccessRecord']> };
  AccessRecord: AccessRecordModel;
  PageInfo: PageInfo;
  AuthenticationStatistic: AuthenticationStatisticModel;
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessRecords?: Resolver<Maybe<ResolversTypes['AccessRecordConnection']>, ParentType, ContextType, RequireFields<QueryAccessRecordsArgs, 'customerId' | 'first'>>;
  authenticationStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AuthenticationStatistic']>>, ParentType, ContextType, RequireFields<QueryAuthenticationStatisticsArgs, 'from' | 'to' | 'by'>>;
  recordExportRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordExportRequest']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  authenticate?: Resolver<Maybe<ResolversTypes['Authentication']>, ParentType, ContextType, RequireFields<MutationAuthenticateArgs, 'input'>>;
  changeServicePassword?: Resolver<Maybe<ResolversTypes['PasswordChange']>, ParentType, ContextType, RequireFields<MutationChangeServicePasswordArgs, 'input'>>;
  enterTransactionFlow?: Resolver<Maybe<ResolversTypes['TransactionEntry']>, ParentType, ContextType, RequireFields<MutationEnterTransactionFlowArgs, 'customerId'>>;
  requestRecordExport?: Resolver<Maybe<ResolversTypes['RecordExportRequest']>, ParentType, ContextType, RequireFields<MutationRequestRecordExportArgs, 'input'>>;
  approveRecordExport?: Resolver<Maybe<ResolversTypes['RecordExportApproval']>, ParentType, ContextType, RequireFields<MutationApproveRecordExportArgs, 'requestId'>>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AuthenticationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authentication'] = ResolversParentTypes['Authentication']> = {
  authenticationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuthenticationOutcome'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mustChangePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  allowedUses?: Resolver<ReadonlyArray<ResolversTypes['AuthenticatedUse']>, ParentType, ContextType>;
  closedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PasswordChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasswordChange'] = ResolversParentTypes['PasswordChange']> = {
  changed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransactionEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransactionEntry'] = ResolversParentTypes['TransactionEntry']> = {
  notice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authenticated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayTransact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecordExportRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordExportRequest'] = ResolversParentTypes['RecordExportRequest']> = {
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subscriberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalMonth'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordExportApprovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordExportApproval'] = ResolversParentTypes['RecordExportApproval']> = {
  approval?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AccessRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRecordConnection'] = ResolversParentTypes['AccessRecordConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRecord'] = ResolversParentTypes['AccessRecord']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccessKind'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuthenticationStatisticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationStatistic'] = ResolversParentTypes['AuthenticationStatistic']> = {
  day?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  hour?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  netClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identified?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  LocalMonth?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  Authentication?: AuthenticationResolvers<ContextType>;
  PasswordChange?: PasswordChangeResolvers<ContextType>;
  TransactionEntry?: TransactionEntryResolvers<ContextType>;
  RecordExportRequest?: RecordExportRequestResolvers<ContextType>;
  RecordExportApproval?: RecordExportApprovalResolvers<ContextType>;
  AccessRecordConnection?: AccessRecordConnectionResolvers<ContextType>;
  AccessRecord?: AccessRecordResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  AuthenticationStatistic?: AuthenticationStatisticResolvers<ContextType>;
};


