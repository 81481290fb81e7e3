// Generated from schema/contacts.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Contact as ContactModel, ContactConnection as ContactConnectionModel, ContactLink as ContactLinkModel, Ticket as TicketModel, ServiceRequest as ServiceRequestModel, OpenMatter as OpenMatterModel, Response as ResponseModel, Topic as TopicModel, CommonFunction as CommonFunctionModel, ComplaintSummary as ComplaintSummaryModel } from '../../subgraphs/contacts/model.ts';
import type { Context } from '../../subgraphs/contacts/loaders.ts';
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
};

export type Query = {
  readonly __typename?: 'Query';
  /** One contact 接触 by id; null when its customer has none of it, with `FORBIDDEN` when he is not yours to see. */
  readonly contact?: Maybe<Contact>;
  /** One ticket 工单 by id; null when its customer has none of it, with `FORBIDDEN` when he is not yours to see. */
  readonly ticket?: Maybe<Ticket>;
  /** Common functions 常用功能区 (V12) of a channel's desktop: what to link, never the thing itself. */
  readonly commonFunctions?: Maybe<ReadonlyArray<CommonFunction>>;
};


export type QueryContactArgs = {
  contactId: Scalars['ID']['input'];
};


export type QueryTicketArgs = {
  ticketId: Scalars['ID']['input'];
};


export type QueryCommonFunctionsArgs = {
  channel: Channel;
};

/** An entry of the common-functions area 常用功能区 (V12). */
export type CommonFunction = {
  readonly __typename?: 'CommonFunction';
  /** Code. */
  readonly code: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Path in the operator's own system, relative to the desktop that shows it. */
  readonly path: Scalars['String']['output'];
};

/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type Customer = {
  readonly __typename?: 'Customer';
  readonly customerId: Scalars['ID']['output'];
  /**
   * Contacts 接触 over all channels (V06, V11, V13, T14), newest first. Never from
   * before the customer held the number that called.
   */
  readonly contacts?: Maybe<ContactConnection>;
  /** The newest contact; null when there was none. */
  readonly lastContact?: Maybe<Contact>;
  /** Contacts by channel in the last twelve months (V30); channels without any are left out. */
  readonly contactsByChannel?: Maybe<ReadonlyArray<ChannelCount>>;
  /** Contacts by type in the last twelve months (V31); types without any are left out. */
  readonly contactsByType?: Maybe<ReadonlyArray<TypeCount>>;
  /** What is still open 未决事宜 (V14): tickets and service requests, the most urgent first; at most 50. */
  readonly openMatters?: Maybe<ReadonlyArray<OpenMatter>>;
  /** The ticket accepted last 最后一次工单 (V32), open or not; null when there was none. */
  readonly lastTicket?: Maybe<Ticket>;
  /** Tickets 工单 (V33), newest first. */
  readonly tickets?: Maybe<ReadonlyArray<Ticket>>;
  /** Complaints 投诉信息 (V10, V21, P07). */
  readonly complaints?: Maybe<ComplaintSummary>;
  /** Complaints that are still open 在途投诉, now: open tickets that have a complaint class. One is enough to withhold offers (F1). */
  readonly openComplaintCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Whether he has asked not to be disturbed 免打扰: once an answer to a treatment was `DO_NOT_DISTURB`, whatever
   * came after it. Absolute: nothing may then be offered (F1).
   */
  readonly doNotDisturb?: Maybe<Scalars['Boolean']['output']>;
  /** Services asked about by phone 来电咨询过业务名称 (V18), in the last twelve months, most asked first; at most 20. */
  readonly consultedTopics?: Maybe<ReadonlyArray<ConsultedTopic>>;
  /** Service requests 服务请求 (V06), newest first. */
  readonly serviceRequests?: Maybe<ReadonlyArray<ServiceRequest>>;
};


/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type CustomerContactsArgs = {
  channel?: InputMaybe<Channel>;
  types?: InputMaybe<ReadonlyArray<RequestType>>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type CustomerTicketsArgs = {
  openOnly?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
};


/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type CustomerServiceRequestsArgs = {
  direction?: InputMaybe<RequestDirection>;
  first?: Scalars['Int']['input'];
};

/** A page of contacts. */
export type ContactConnection = {
  readonly __typename?: 'ContactConnection';
  /** The contacts. */
  readonly nodes: ReadonlyArray<Contact>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Contacts of that filter in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Where a page ends (GraphQL Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** True when more follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Pass as `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

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

/** Direction of a contact. */
export type ContactDirection =
  /** The customer came to us 呼入. */
  | 'INBOUND'
  /** We went to the customer 呼出. */
  | 'OUTBOUND';

/** Who began a service request 服务请求方向. */
export type RequestDirection =
  /** The customer 被动服务. */
  | 'PASSIVE'
  /** The operator 主动服务. */
  | 'ACTIVE';

/** Type of a request or contact 服务请求类型 (V31). */
export type RequestType =
  /** Consultation 业务咨询. */
  | 'CONSULT'
  /** Transaction 业务办理. */
  | 'HANDLE'
  /** Query 信息查询. */
  | 'QUERY'
  /** Complaint or suggestion 投诉建议. */
  | 'COMPLAINT'
  /** Fault report 故障申告. */
  | 'FAULT'
  /** Care 客户关怀. */
  | 'CARE'
  /** Retention 客户挽留. */
  | 'RETAIN'
  /** Callback 客户回访. */
  | 'REVISIT'
  /** Survey 客户调查. */
  | 'SURVEY'
  /** Marketing 主动营销. */
  | 'MARKET';

/** One contact 接触 (TMF683 PartyInteraction). */
export type Contact = {
  readonly __typename?: 'Contact';
  /** Stable id. */
  readonly contactId: Scalars['ID']['output'];
  /** Channel 接触渠道. */
  readonly channel: Channel;
  /** Direction. */
  readonly direction: ContactDirection;
  /** Type 接触类型 (V31) of its main item. */
  readonly type: RequestType;
  /** Begin. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** End; null while it lasts. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Staff who took it 工号; null for self-service. */
  readonly staffId?: Maybe<Scalars['ID']['output']>;
  /** What it was about 业务名称. */
  readonly topics: ReadonlyArray<Topic>;
  /** How it was settled 处理结果; null while open. */
  readonly resolution?: Maybe<Scalars['String']['output']>;
  /** Call trajectory 呼叫轨迹 (V15): menus passed, in order; empty when there was no voice menu. */
  readonly ivrPath: ReadonlyArray<IvrStep>;
  /** Seconds in the queue 排队时长; null when there was no queue. */
  readonly queueSeconds?: Maybe<Scalars['Int']['output']>;
  /** Satisfaction 满意度; null when not asked or not answered. */
  readonly satisfaction?: Maybe<Satisfaction>;
  /** Contacts this one belongs with. */
  readonly linkedContacts: ReadonlyArray<ContactLink>;
  /** Tickets it opened or touched. */
  readonly tickets: ReadonlyArray<Ticket>;
};

/** A subject of contacts 业务名称. */
export type Topic = {
  readonly __typename?: 'Topic';
  /** Code. */
  readonly code: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
};

/** One step through the voice menu 呼叫轨迹 (V15). */
export type IvrStep = {
  readonly __typename?: 'IvrStep';
  /** Key pressed; null at the entrance. */
  readonly menuKey?: Maybe<Scalars['String']['output']>;
  /** Menu reached. */
  readonly prompt: Scalars['String']['output'];
  /** Seconds spent there. */
  readonly seconds: Scalars['Int']['output'];
};

/** Satisfaction 客户满意度 (V33). */
export type Satisfaction =
  /** Satisfied 满意. */
  | 'SATISFIED'
  /** So-so 一般. */
  | 'NEUTRAL'
  /** Dissatisfied 不满意. */
  | 'DISSATISFIED';

/** A tie between contacts (TMF683 interactionRelationship). */
export type ContactLink = {
  readonly __typename?: 'ContactLink';
  /** Kind of tie. */
  readonly relation: ContactRelation;
  /** Id of the other contact. */
  readonly contactId: Scalars['ID']['output'];
};

/** Kind of tie between contacts. */
export type ContactRelation =
  /** Same complaint again 重复投诉. */
  | 'REPEAT'
  /** Follow-up 后续. */
  | 'FOLLOW_UP'
  /** Handed over 转接. */
  | 'HANDOVER';

/** Contacts of one channel. */
export type ChannelCount = {
  readonly __typename?: 'ChannelCount';
  /** Channel. */
  readonly channel: Channel;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Contacts of one type. */
export type TypeCount = {
  readonly __typename?: 'TypeCount';
  /** Type. */
  readonly type: RequestType;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Something not settled yet 未决事宜 (V14). */
export type OpenMatter = {
  readonly __typename?: 'OpenMatter';
  /** Kind. */
  readonly kind: OpenMatterKind;
  /** What it is, in words. */
  readonly title: Scalars['String']['output'];
  /** Since when. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Promised by; null without a deadline. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when the deadline has passed 超时. */
  readonly overdue: Scalars['Boolean']['output'];
  /** The ticket; null for a service request. */
  readonly ticket?: Maybe<Ticket>;
  /** The service request; null for a ticket. */
  readonly serviceRequest?: Maybe<ServiceRequest>;
};

/** Kind of open matter. */
export type OpenMatterKind =
  /** Ticket 工单. */
  | 'TICKET'
  /** Service request 服务请求. */
  | 'SERVICE_REQUEST';

/** A ticket 工单 (V33, TMF621 TroubleTicket). */
export type Ticket = {
  readonly __typename?: 'Ticket';
  /** Stable id 工单号. */
  readonly ticketId: Scalars['ID']['output'];
  /** Accepted 工单受理时间. */
  readonly acceptedAt: Scalars['DateTime']['output'];
  /** Service concerned 业务类型. */
  readonly businessType: Scalars['String']['output'];
  /** Deadline 处理截止时间. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** State 处理情况 (TMF621). */
  readonly status: TicketStatus;
  /** What was done, in words 处理情况; null while nothing was. */
  readonly progress?: Maybe<Scalars['String']['output']>;
  /** Staff who accepted it 受理工号. */
  readonly acceptedByStaffId: Scalars['ID']['output'];
  /** Staff who answered 回复人员工号; null while unanswered. */
  readonly repliedByStaffId?: Maybe<Scalars['ID']['output']>;
  /** Answered 回复时间; null while unanswered. */
  readonly repliedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Satisfaction 客户满意度; null when not asked. */
  readonly satisfaction?: Maybe<Satisfaction>;
  /** Class of complaint; null when it is none. */
  readonly complaintClass?: Maybe<ComplaintClass>;
  /** Sub-class of complaint 投诉小类, for example 不知情订购; null when it is none. */
  readonly complaintTopic?: Maybe<Scalars['String']['output']>;
  /** How urgent. */
  readonly severity: TicketSeverity;
  /** Taken to the regulator 申诉. */
  readonly escalated: Scalars['Boolean']['output'];
  /** Opened again after an answer 重复投诉. */
  readonly reopened: Scalars['Boolean']['output'];
  /** Past its deadline and not settled 超时. */
  readonly overdue: Scalars['Boolean']['output'];
};

/** State of a ticket 工单状态, by TMF621. */
export type TicketStatus =
  /** Accepted 已受理. */
  | 'ACKNOWLEDGED'
  /** In work 处理中. */
  | 'IN_PROGRESS'
  /** Waiting for somebody 待处理, 已催办. */
  | 'PENDING'
  /** On hold 挂起. */
  | 'HELD'
  /** Sent back 已退回. */
  | 'REJECTED'
  /** Answered 已回复. */
  | 'RESOLVED'
  /** Archived 已归档. */
  | 'CLOSED'
  /** Withdrawn 已撤回. */
  | 'CANCELLED';

/** How urgent a ticket is 紧急程度. */
export type TicketSeverity =
  /** Ordinary 一般. */
  | 'MINOR'
  /** Urgent 紧急. */
  | 'MAJOR'
  /** Very urgent 特急. */
  | 'CRITICAL';

/** Complaint class 投诉大类, as the regulator counts (P07). */
export type ComplaintClass =
  /** Service 用户服务. */
  | 'SERVICE'
  /** Network quality 网络质量. */
  | 'NETWORK'
  /** Charges 收费争议. */
  | 'CHARGES';

/** Complaints of a customer 投诉信息 (V10, V21, P07). */
export type ComplaintSummary = {
  readonly __typename?: 'ComplaintSummary';
  /** Complaints of the last three months 三月投诉次数 (P07): a fact, never a score. */
  readonly threeMonthCount: Scalars['Int']['output'];
  /** True when `threeMonthCount` exceeds `redAbove` 红色提醒 (P08). */
  readonly redReminder: Scalars['Boolean']['output'];
  /** The threshold x of the red reminder, as configured. */
  readonly redAbove: Scalars['Int']['output'];
  /** Each class over all history 投诉历史 (P07), always all three. */
  readonly byClass: ReadonlyArray<ComplaintClassCount>;
  /** Complaints of the last three months 近三个月业务投诉情况 (V21), newest first; at most 50. */
  readonly recent: ReadonlyArray<Ticket>;
};

/** Complaints of one class (P07). */
export type ComplaintClassCount = {
  readonly __typename?: 'ComplaintClassCount';
  /** Class. */
  readonly complaintClass: ComplaintClass;
  /** How many 次数. */
  readonly count: Scalars['Int']['output'];
  /** The last one 最近一次投诉日期; null when there was none. */
  readonly lastOn?: Maybe<Scalars['LocalDate']['output']>;
};

/** A service asked about 来电咨询过业务 (V18). */
export type ConsultedTopic = {
  readonly __typename?: 'ConsultedTopic';
  /** The service. */
  readonly topic: Topic;
  /** How often. */
  readonly count: Scalars['Int']['output'];
  /** Last time. */
  readonly lastAt: Scalars['DateTime']['output'];
};

/** A service request 服务请求 (TMF683). */
export type ServiceRequest = {
  readonly __typename?: 'ServiceRequest';
  /** Stable id. */
  readonly requestId: Scalars['ID']['output'];
  /** From the customer or from us. */
  readonly direction: RequestDirection;
  /** Type. */
  readonly type: RequestType;
  /** Service concerned, in words. */
  readonly title: Scalars['String']['output'];
  /** 1 (first) to 5: decides who is served first. */
  readonly priority: Scalars['Int']['output'];
  /** Channel it came or goes by. */
  readonly channel: Channel;
  /** Department that asked for it 发起部门; null when the customer did. */
  readonly originDepartment?: Maybe<Scalars['String']['output']>;
  /** State. */
  readonly status: ServiceRequestStatus;
  /** When it was made. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Promised by; null without a deadline. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The contact in which it was made; null for a batch. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
};

/** State of a service request. */
export type ServiceRequestStatus =
  /** Waiting or in work 未完成. */
  | 'OPEN'
  /** Done 已完成. */
  | 'DONE'
  /** Given up 已取消. */
  | 'CANCELLED';

/** One marketing or retention treatment 营销/维系 (TMF680). Owned by analytics. */
export type Treatment = {
  readonly __typename?: 'Treatment';
  readonly treatmentId: Scalars['ID']['output'];
  /** What the customer answered 客户响应; null when no answer was recorded. */
  readonly response?: Maybe<Response>;
};

/** Answer to a treatment 客户响应 (TMF683 resolution). */
export type Response = {
  readonly __typename?: 'Response';
  /** Stable id. */
  readonly responseId: Scalars['ID']['output'];
  /** Outcome. */
  readonly outcome: Outcome;
  /** Reason given, in words; null when none was. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly respondedAt: Scalars['DateTime']['output'];
  /** Channel. */
  readonly channel: Channel;
  /** Staff who recorded it 工号; null for self-service. */
  readonly staffId?: Maybe<Scalars['ID']['output']>;
};

/** Outcome of a treatment 响应结果. */
export type Outcome =
  /** Accepted 接受. */
  | 'ACCEPTED'
  /** Declined 拒绝. */
  | 'DECLINED'
  /** Thinks it over 考虑. */
  | 'CONSIDERING'
  /** Not reached 无人接听. */
  | 'NO_ANSWER'
  /** Asked not to be disturbed 请勿打扰: absolute. */
  | 'DO_NOT_DISTURB'
  /** Wrong person 非本人. */
  | 'WRONG_PERSON';



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
  Contact: Contact;
  Ticket: Ticket;
  ServiceRequest: ServiceRequest;
  Treatment: Treatment;
  Response: Response;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"customerId":true}> );
  Contact:
    ( { __typename: 'Contact' }
    & GraphQLRecursivePick<FederationTypes['Contact'], {"contactId":true}> );
  Ticket:
    ( { __typename: 'Ticket' }
    & GraphQLRecursivePick<FederationTypes['Ticket'], {"ticketId":true}> );
  ServiceRequest:
    ( { __typename: 'ServiceRequest' }
    & GraphQLRecursivePick<FederationTypes['ServiceRequest'], {"requestId":true}> );
  Treatment:
    ( { __typename: 'Treatment' }
    & GraphQLRecursivePick<FederationTypes['Treatment'], {"treatmentId":true}> );
  Response:
    ( { __typename: 'Response' }
    & GraphQLRecursivePick<FederationTypes['Response'], {"responseId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CommonFunction: ResolverTypeWrapper<CommonFunctionModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'contacts' | 'lastContact' | 'openMatters' | 'lastTicket' | 'tickets' | 'complaints' | 'consultedTopics' | 'serviceRequests'> & { contacts?: Maybe<ResolversTypes['ContactConnection']>, lastContact?: Maybe<ResolversTypes['Contact']>, openMatters?: Maybe<ReadonlyArray<ResolversTypes['OpenMatter']>>, lastTicket?: Maybe<ResolversTypes['Ticket']>, tickets?: Maybe<ReadonlyArray<ResolversTypes['Ticket']>>, complaints?: Maybe<ResolversTypes['ComplaintSummary']>, consultedTopics?: Maybe<ReadonlyArray<ResolversTypes['ConsultedTopic']>>, serviceRequests?: Maybe<ReadonlyArray<ResolversTypes['ServiceRequest']>> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ContactConnection: ResolverTypeWrapper<ContactConnectionModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Channel: Channel;
  ContactDirection: ContactDirection;
  RequestDirection: RequestDirection;
  RequestType: RequestType;
  Contact: ResolverTypeWrapper<ContactModel>;
  Topic: ResolverTypeWrapper<TopicModel>;
  IvrStep: ResolverTypeWrapper<IvrStep>;
  Satisfaction: Satisfaction;
  ContactLink: ResolverTypeWrapper<ContactLinkModel>;
  ContactRelation: ContactRelation;
  ChannelCount: ResolverTypeWrapper<ChannelCount>;
  TypeCount: ResolverTypeWrapper<TypeCount>;
  OpenMatter: ResolverTypeWrapper<OpenMatterModel>;
  OpenMatterKind: OpenMatterKind;
  Ticket: ResolverTypeWrapper<TicketModel>;
  TicketStatus: TicketStatus;
  TicketSeverity: TicketSeverity;
  ComplaintClass: ComplaintClass;
  ComplaintSummary: ResolverTypeWrapper<ComplaintSummaryModel>;
  ComplaintClassCount: ResolverTypeWrapper<ComplaintClassCount>;
  ConsultedTopic: ResolverTypeWrapper<Omit<ConsultedTopic, 'topic'> & { topic: ResolversTypes['Topic'] }>;
  ServiceRequest: ResolverTypeWrapper<ServiceRequestModel>;
  ServiceRequestStatus: ServiceRequestStatus;
  Treatment: ResolverTypeWrapper<Omit<Treatment, 'response'> & { response?: Maybe<ResolversTypes['Response']> }>;
  Response: ResolverTypeWrapper<ResponseModel>;
  Outcome: Outcome;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  CommonFunction: CommonFunctionModel;
  String: Scalars['String']['output'];
  Customer: Omit<Customer, 'contacts' | 'lastContact' | 'openMatters' | 'lastTicket' | 'tickets' | 'complaints' | 'consultedTopics' | 'serviceRequests'> & { contacts?: Maybe<ResolversParentTypes['ContactConnection']>, lastContact?: Maybe<ResolversParentTypes['Contact']>, openMatters?: Maybe<ReadonlyArray<ResolversParentTypes['OpenMatter']>>, lastTicket?: Maybe<ResolversParentTypes['Ticket']>, tickets?: Maybe<ReadonlyArray<ResolversParentTypes['Ticket']>>, complaints?: Maybe<ResolversParentTypes['ComplaintSummary']>, consultedTopics?: Maybe<ReadonlyArray<ResolversParentTypes['ConsultedTopic']>>, serviceRequests?: Maybe<ReadonlyArray<ResolversParentTypes['ServiceRequest']>> } | FederationReferenceTypes['Customer'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  ContactConnection: ContactConnectionModel;
  PageInfo: PageInfo;
  Contact: ContactModel;
  Topic: TopicModel;
  IvrStep: IvrStep;
  ContactLink: ContactLinkModel;
  ChannelCount: ChannelCount;
  TypeCount: TypeCount;
  OpenMatter: OpenMatterModel;
  Ticket: TicketModel;
  ComplaintSummary: ComplaintSummaryModel;
  ComplaintClassCount: ComplaintClassCount;
  ConsultedTopic: Omit<ConsultedTopic, 'topic'> & { topic: ResolversParentTypes['Topic'] };
  ServiceRequest: ServiceRequestModel;
  Treatment: Omit<Treatment, 'response'> & { response?: Maybe<ResolversParentTypes['Response']> } | FederationReferenceTypes['Treatment'];
  Response: ResponseModel;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType, RequireFields<QueryContactArgs, 'contactId'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'ticketId'>>;
  commonFunctions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CommonFunction']>>, ParentType, ContextType, RequireFields<QueryCommonFunctionsArgs, 'channel'>>;
};

export type CommonFunctionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommonFunction'] = ResolversParentTypes['CommonFunction']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['ContactConnection']>, ParentType, ContextType, RequireFields<CustomerContactsArgs, 'first'>>;
  lastContact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contactsByChannel?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChannelCount']>>, ParentType, ContextType>;
  contactsByType?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TypeCount']>>, ParentType, ContextType>;
  openMatters?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OpenMatter']>>, ParentType, ContextType>;
  lastTicket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  tickets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Ticket']>>, ParentType, ContextType, RequireFields<CustomerTicketsArgs, 'openOnly' | 'first'>>;
  complaints?: Resolver<Maybe<ResolversTypes['ComplaintSummary']>, ParentType, ContextType>;
  openComplaintCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  doNotDisturb?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  consultedTopics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConsultedTopic']>>, ParentType, ContextType>;
  serviceRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ServiceRequest']>>, ParentType, ContextType, RequireFields<CustomerServiceRequestsArgs, 'first'>>;
};

export type ContactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactConnection'] = ResolversParentTypes['ContactConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Contact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact'], FederationReferenceType extends FederationReferenceTypes['Contact'] = FederationReferenceTypes['Contact']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contact']>, FederationReferenceType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['ContactDirection'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RequestType'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  staffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Topic']>, ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ivrPath?: Resolver<ReadonlyArray<ResolversTypes['IvrStep']>, ParentType, ContextType>;
  queueSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  satisfaction?: Resolver<Maybe<ResolversTypes['Satisfaction']>, ParentType, ContextType>;
  linkedContacts?: Resolver<ReadonlyArray<ResolversTypes['ContactLink']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type TopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IvrStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IvrStep'] = ResolversParentTypes['IvrStep']> = {
  menuKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prompt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContactLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactLink'] = ResolversParentTypes['ContactLink']> = {
  relation?: Resolver<ResolversTypes['ContactRelation'], ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ChannelCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelCount'] = ResolversParentTypes['ChannelCount']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TypeCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypeCount'] = ResolversParentTypes['TypeCount']> = {
  type?: Resolver<ResolversTypes['RequestType'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpenMatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenMatter'] = ResolversParentTypes['OpenMatter']> = {
  kind?: Resolver<ResolversTypes['OpenMatterKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket'], FederationReferenceType extends FederationReferenceTypes['Ticket'] = FederationReferenceTypes['Ticket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Ticket']>, FederationReferenceType, ContextType>;
  ticketId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  acceptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  businessType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  acceptedByStaffId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  repliedByStaffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  repliedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  satisfaction?: Resolver<Maybe<ResolversTypes['Satisfaction']>, ParentType, ContextType>;
  complaintClass?: Resolver<Maybe<ResolversTypes['ComplaintClass']>, ParentType, ContextType>;
  complaintTopic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['TicketSeverity'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ComplaintSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComplaintSummary'] = ResolversParentTypes['ComplaintSummary']> = {
  threeMonthCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  redReminder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  redAbove?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byClass?: Resolver<ReadonlyArray<ResolversTypes['ComplaintClassCount']>, ParentType, ContextType>;
  recent?: Resolver<ReadonlyArray<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type ComplaintClassCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComplaintClassCount'] = ResolversParentTypes['ComplaintClassCount']> = {
  complaintClass?: Resolver<ResolversTypes['ComplaintClass'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type ConsultedTopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsultedTopic'] = ResolversParentTypes['ConsultedTopic']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ServiceRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceRequest'] = ResolversParentTypes['ServiceRequest'], FederationReferenceType extends FederationReferenceTypes['ServiceRequest'] = FederationReferenceTypes['ServiceRequest']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ServiceRequest']>, FederationReferenceType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['RequestDirection'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RequestType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  originDepartment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ServiceRequestStatus'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contactId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TreatmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Treatment'] = ResolversParentTypes['Treatment'], FederationReferenceType extends FederationReferenceTypes['Treatment'] = FederationReferenceTypes['Treatment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Treatment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  treatmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['Response']>, ParentType, ContextType>;
};

export type ResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Response'] = ResolversParentTypes['Response'], FederationReferenceType extends FederationReferenceTypes['Response'] = FederationReferenceTypes['Response']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Response']>, FederationReferenceType, ContextType>;
  responseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  respondedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  staffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  CommonFunction?: CommonFunctionResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  ContactConnection?: ContactConnectionResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  IvrStep?: IvrStepResolvers<ContextType>;
  ContactLink?: ContactLinkResolvers<ContextType>;
  ChannelCount?: ChannelCountResolvers<ContextType>;
  TypeCount?: TypeCountResolvers<ContextType>;
  OpenMatter?: OpenMatterResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  ComplaintSummary?: ComplaintSummaryResolvers<ContextType>;
  ComplaintClassCount?: ComplaintClassCountResolvers<ContextType>;
  ConsultedTopic?: ConsultedTopicResolvers<ContextType>;
  ServiceRequest?: ServiceRequestResolvers<ContextType>;
  Treatment?: TreatmentResolvers<ContextType>;
  Response?: ResponseResolvers<ContextType>;
};


