// Generated from schema/crm.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Customer as CustomerModel, Subscriber as SubscriberModel, RealUser as RealUserModel, ProductSubscription as ProductSubscriptionModel, Offer as OfferModel, OveragePrices as OveragePricesModel, Membership as MembershipModel, Device as DeviceModel, CustomerRelation as CustomerRelationModel, GroupCustomer as GroupCustomerModel, GroupMembership as GroupMembershipModel, GroupMember as GroupMemberModel, GroupMemberConnection as GroupMemberConnectionModel, CustomerConnection as CustomerConnectionModel, StaffMember as StaffMemberModel, Brand as BrandModel, NumberOrigin as NumberOriginModel, ServiceIdentity as ServiceIdentityModel, CustomerLookup as CustomerLookupModel, CustomerMatch as CustomerMatchModel } from '../../subgraphs/crm/model.ts';
import type { Context } from '../../subgraphs/crm/loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  /** Whole 分 (0.01 yuan). Never a float, never 厘. */
  Fen: { input: number; output: number; }
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * Who is behind this number, document, card …? 客户识别. None, one or many match, of
   * those who are yours to see.
   *
   * `value` is compared as a whole after trimming; nothing is ever guessed. Documents, cards, contact phones
   * and e-mail addresses need the scope `customer:identity`; sixty misses within an hour are on record, and
   * the next is `LIMIT_REACHED`. Recycled
   * numbers 二次放号 answer for the holder at `asOf` (default: now).
   */
  readonly customerLookup?: Maybe<CustomerLookup>;
  /** One customer 客户 by id; null with `FORBIDDEN` when there is none among those who are yours to see. */
  readonly customer?: Maybe<Customer>;
  /** One subscriber 用户 by id; null with `FORBIDDEN` when there is none of a customer who is yours to see. */
  readonly subscriber?: Maybe<Subscriber>;
  /**
   * One group customer 集团客户 by the customer id of the unit; null with `FORBIDDEN` when there is no
   * such unit among those that are yours to see.
   */
  readonly groupCustomer?: Maybe<GroupCustomer>;
  /** One staff member 员工 by 工号; null when there is none. */
  readonly staffMember?: Maybe<StaffMember>;
};


export type QueryCustomerLookupArgs = {
  by: LookupKey;
  value: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryCustomerArgs = {
  customerId: Scalars['ID']['input'];
};


export type QuerySubscriberArgs = {
  subscriberId: Scalars['ID']['input'];
};


export type QueryGroupCustomerArgs = {
  customerId: Scalars['ID']['input'];
};


export type QueryStaffMemberArgs = {
  staffId: Scalars['ID']['input'];
};

/** What a lookup value is 识别方式 (I19). */
export type LookupKey =
  /** Mobile or fixed service number 电话号码. */
  | 'SERVICE_NUMBER'
  /** Identity document number 证件号码. */
  | 'ID_DOCUMENT'
  /** Account number 帐户号. */
  | 'ACCOUNT'
  /** Broadband account name 宽带账号. */
  | 'BROADBAND_ACCOUNT'
  /** Club card number 俱乐部会员卡号. */
  | 'MEMBER_CARD'
  /** Contact phone left with us 联系电话. */
  | 'CONTACT_PHONE'
  /** E-mail address 电子邮箱. */
  | 'EMAIL';

/** How many customers match 识别结果 (I20). */
export type LookupOutcome =
  /** Nobody: ask again, or add a prospect by hand. */
  | 'NONE'
  /** Exactly one: show the view. */
  | 'ONE'
  /** Several: ask for something that narrows it. */
  | 'MANY';

/** Which of the roles of 三户 the matched customer has for the value. */
export type PartyRole =
  /** Holder of the number or document 机主. */
  | 'HOLDER'
  /** Pays for the account 付费人. */
  | 'PAYER'
  /** Is reached there; owns nothing by it 联系人. */
  | 'CONTACT';

/** Answer to `customerLookup`. */
export type CustomerLookup = {
  readonly __typename?: 'CustomerLookup';
  /** None, one or many. */
  readonly outcome: LookupOutcome;
  /**
   * At most 20, by customer id; empty when nobody matches. Where several customers do, their names and
   * numbers are masked for everybody (S25).
   */
  readonly matches: ReadonlyArray<CustomerMatch>;
  /** True when more than 20 match: ask for something narrower. */
  readonly truncated: Scalars['Boolean']['output'];
  /** Where the number belongs 归属地, in net or not; null for other keys and unassigned prefixes. */
  readonly numberOrigin?: Maybe<NumberOrigin>;
};

/** One customer behind a lookup value. */
export type CustomerMatch = {
  readonly __typename?: 'CustomerMatch';
  /** The customer. */
  readonly customer: Customer;
  /** The subscription the value names 用户; null when the value names a person only. */
  readonly subscriber?: Maybe<Subscriber>;
  /** Why this customer matched. */
  readonly role: PartyRole;
};

/** Where a number was issued 号码归属地 (I21, V42). */
export type NumberOrigin = {
  readonly __typename?: 'NumberOrigin';
  /** Operator to whom the range was assigned; a ported number may be served by another. */
  readonly operator: Operator;
  /** Place of the range; null when the range is assigned but not yet placed. */
  readonly region?: Maybe<Region>;
};

/** Network operator 运营商. */
export type Operator =
  /** China Mobile 中国移动. */
  | 'CHINA_MOBILE'
  /** China Unicom 中国联通. */
  | 'CHINA_UNICOM'
  /** China Telecom 中国电信. */
  | 'CHINA_TELECOM'
  /** China Broadnet 中国广电. */
  | 'CHINA_BROADNET';

/** An administrative place 行政区划, GB/T 2260. */
export type Region = {
  readonly __typename?: 'Region';
  /** GB/T 2260 code, six digits. */
  readonly code: Scalars['ID']['output'];
  /** Place name, for example 成都市. */
  readonly name: Scalars['String']['output'];
  /** Province or municipality. */
  readonly province: Scalars['String']['output'];
  /** Trunk code 长途区号, for example 028. */
  readonly areaCode: Scalars['String']['output'];
};

/**
 * The customer 客户: who signed the contract (TMF629 Customer). Owned by crm; other
 * systems add their sections by `customerId`.
 */
export type Customer = {
  readonly __typename?: 'Customer';
  /** Stable id 客户标识. The service number is not one: numbers are recycled. */
  readonly customerId: Scalars['ID']['output'];
  /**
   * Name 客户姓名, in clear with the scope `name:clear`, else the surname only (黄**); or the
   * name of the unit, which is not masked.
   */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Personal, family or enterprise 客户类型 (T24, T29). */
  readonly segment?: Maybe<CustomerSegment>;
  /** In net, prospect or gone 客户状态 (V48). */
  readonly status?: Maybe<CustomerStatus>;
  /** Identity document 证件, its number masked for everybody. */
  readonly idDocument?: Maybe<IdDocument>;
  /** Home region 归属地. */
  readonly homeRegion?: Maybe<Region>;
  /** Brands of all subscriptions in use 客户品牌. */
  readonly brands?: Maybe<ReadonlyArray<Brand>>;
  /** Service layer 服务分层 (R01): the highest of `identities` 最高身份优先 (R04). */
  readonly layer?: Maybe<ServiceLayer>;
  /** Every claim to a layer, highest first (R01, R04). */
  readonly identities?: Maybe<ReadonlyArray<ServiceIdentity>>;
  /** Type and grade that the system decided 用户类型 (I18): that of the best subscription. */
  readonly userClass?: Maybe<UserClass>;
  /** VIP grade 客户级别; null for ordinary customers (R02). */
  readonly vipGrade?: Maybe<VipGrade>;
  /** How the customer came to us 发展渠道 (V26). */
  readonly developmentChannel?: Maybe<Channel>;
  /** Spoken language chosen 语种 (R09). */
  readonly language?: Maybe<Language>;
  /** Black or red list 黑红名单 (R14). */
  readonly listFlag?: Maybe<ListFlag>;
  /** Account opening 开户 day (V02). */
  readonly openedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Staff who opened the account 开户工号 (V02). */
  readonly openedByStaffId?: Maybe<Scalars['ID']['output']>;
  /** How to reach the customer 联系方式 (V04), masked for everybody. */
  readonly contactMedia?: Maybe<ReadonlyArray<ContactMedium>>;
  /** Non-core data a channel may edit 非核心资料 (V45). */
  readonly profile?: Maybe<CustomerProfile>;
  /** Memberships 会员信息 (V05), newest first, expired ones included. */
  readonly memberships?: Maybe<ReadonlyArray<Membership>>;
  /** Points of all valid memberships 客户积分 (S05). */
  readonly points?: Maybe<Scalars['Int']['output']>;
  /** Subscriptions to a number or line 用户, newest first; at most 50. */
  readonly subscribers?: Maybe<ReadonlyArray<Subscriber>>;
  /** Family, unit and other ties 客户关联 (S05, T25); at most 50. */
  readonly relations?: Maybe<ReadonlyArray<CustomerRelation>>;
  /** Personal manager 客户经理 (R06); null when none is assigned. */
  readonly manager?: Maybe<StaffMember>;
  /** Seat in a group customer 集团成员身份; null for others. */
  readonly groupMembership?: Maybe<GroupMembership>;
  /** The unit itself when this customer is one 集团客户; null for persons. */
  readonly group?: Maybe<GroupCustomer>;
  /** True: the record is made up and belongs to nobody. */
  readonly synthetic: Scalars['Boolean']['output'];
};

/** Customer group 客户群 (T29). */
export type CustomerSegment =
  /** Person 个人. */
  | 'PERSONAL'
  /** Family 家庭. */
  | 'FAMILY'
  /** Government or enterprise 政企. */
  | 'ENTERPRISE';

/** Standing of a customer with us. */
export type CustomerStatus =
  /** Has at least one subscription 在网. */
  | 'IN_NET'
  /** Known, not yet a customer 潜在客户. */
  | 'PROSPECT'
  /** All subscriptions closed 离网. */
  | 'LEFT';

/** Identity document 证件 (V42). */
export type IdDocument = {
  readonly __typename?: 'IdDocument';
  /** Kind of document. */
  readonly type: IdDocumentType;
  /** First and last characters, the rest as stars 证件号码(脱敏). */
  readonly numberMasked: Scalars['String']['output'];
};

/** Kind of identity document 证件类型. */
export type IdDocumentType =
  /** Resident identity card 居民身份证. */
  | 'RESIDENT_ID'
  /** Passport 护照. */
  | 'PASSPORT'
  /** Business licence 营业执照. */
  | 'BUSINESS_LICENCE';

/** A brand 品牌. */
export type Brand = {
  readonly __typename?: 'Brand';
  /** Code. */
  readonly code: Scalars['ID']['output'];
  /** Name, for example 全球通. */
  readonly name: Scalars['String']['output'];
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

/** One claim to a service layer 身份. */
export type ServiceIdentity = {
  readonly __typename?: 'ServiceIdentity';
  /** The layer claimed. */
  readonly layer: ServiceLayer;
  /** 1 (highest) to 7. */
  readonly rank: Scalars['Int']['output'];
  /** What gives the claim. */
  readonly source: IdentitySource;
  /** The subscription that gives it; null for other sources. */
  readonly subscriber?: Maybe<Subscriber>;
};

/** What gives a service layer. */
export type IdentitySource =
  /** A valid VIP membership 会员, with a 全球通 subscription in use. */
  | 'MEMBERSHIP'
  /** A seat in a group customer 集团成员. */
  | 'GROUP_MEMBERSHIP'
  /** The brand of a subscription 品牌. */
  | 'BRAND'
  /** A number issued elsewhere 异地. */
  | 'ORIGIN';

/** Type and grade 用户类型与级别 (I18): network class with VIP or ordinary, or group. */
export type UserClass =
  /** 5G VIP. */
  | 'G5_VIP'
  /** 4G VIP. */
  | 'G4_VIP'
  /** 3G VIP. */
  | 'G3_VIP'
  /** 2G VIP. */
  | 'G2_VIP'
  /** Fixed-line VIP 固网VIP. */
  | 'FIXED_VIP'
  /** 5G ordinary 5G普通. */
  | 'G5_ORDINARY'
  /** 4G ordinary 4G普通. */
  | 'G4_ORDINARY'
  /** 3G ordinary 3G普通. */
  | 'G3_ORDINARY'
  /** 2G ordinary 2G普通. */
  | 'G2_ORDINARY'
  /** Fixed-line ordinary 固网普通. */
  | 'FIXED_ORDINARY'
  /** Group customer 集团客户. */
  | 'GROUP';

/** VIP grade 会员级别 (R02, I18), lowest first. */
export type VipGrade =
  /** Silver 银卡. */
  | 'SILVER'
  /** Gold 金卡. */
  | 'GOLD'
  /** Diamond 钻石卡. */
  | 'DIAMOND'
  /** Supreme 至尊卡. */
  | 'SUPREME';

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

/** Spoken language 语种. */
export type Language =
  /** Mandarin 普通话. */
  | 'MANDARIN'
  /** English 英语. */
  | 'ENGLISH';

/** Black and red lists 黑红名单. */
export type ListFlag =
  /** On no list. */
  | 'NONE'
  /** Black list 黑名单: service is restricted. */
  | 'BLACK'
  /** Red list 红名单: never suspend, treat with priority. */
  | 'RED';

/** A way to reach a customer 联系方式 (TMF632 ContactMedium). */
export type ContactMedium = {
  readonly __typename?: 'ContactMedium';
  /** Kind. */
  readonly type: ContactMediumType;
  /** Masked value; an address to the district. */
  readonly valueMasked: Scalars['String']['output'];
};

/** Kind of contact medium. */
export type ContactMediumType =
  /** Phone 联系电话. */
  | 'PHONE'
  /** E-mail 电子邮箱. */
  | 'EMAIL'
  /** Postal address 地址. */
  | 'ADDRESS';

/** Non-core customer data 非核心资料 (V45). */
export type CustomerProfile = {
  readonly __typename?: 'CustomerProfile';
  /** Hobbies 兴趣爱好. */
  readonly hobbies: ReadonlyArray<Scalars['String']['output']>;
  /** Mailing address 邮寄地址, to the district. */
  readonly mailingAddressMasked?: Maybe<Scalars['String']['output']>;
};

/** A club membership 会员 (V05, TMF658 LoyaltyAccount). */
export type Membership = {
  readonly __typename?: 'Membership';
  /** Stable id. */
  readonly membershipId: Scalars['ID']['output'];
  /** Club name 俱乐部. */
  readonly club: Scalars['String']['output'];
  /** Level 俱乐部会员级别 (V26). */
  readonly level: VipGrade;
  /** Card number 会员卡号 (V26), in clear with the scope `number:clear`, else ****0017. */
  readonly cardNumber: Scalars['String']['output'];
  /** First valid day. */
  readonly validFrom: Scalars['LocalDate']['output'];
  /** Last valid day. */
  readonly validUntil: Scalars['LocalDate']['output'];
  /** True on days within the validity. */
  readonly valid: Scalars['Boolean']['output'];
  /** Points 积分. */
  readonly points: Scalars['Int']['output'];
};

/** A tie to another customer 客户关联 (S05, T25). */
export type CustomerRelation = {
  readonly __typename?: 'CustomerRelation';
  /** Kind of tie. */
  readonly kind: RelationKind;
  /** The other customer. */
  readonly customer: Customer;
  /** Since when; null when unknown. */
  readonly since?: Maybe<Scalars['LocalDate']['output']>;
};

/** Kind of tie between customers. */
export type RelationKind =
  /** Same family plan 家庭. */
  | 'FAMILY'
  /** Pays for the other 代付. */
  | 'PAYS_FOR'
  /** Uses a number that the other holds 使用人. */
  | 'USES';

/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type Subscriber = {
  readonly __typename?: 'Subscriber';
  /** Stable id 用户标识. */
  readonly subscriberId: Scalars['ID']['output'];
  /** Holder 机主. */
  readonly customer?: Maybe<Customer>;
  /** Number 电话号码 (V26), in clear with the scope `number:clear`, else 138****8000. */
  readonly serviceNumber?: Maybe<Scalars['String']['output']>;
  /** Broadband account 宽带账号, in clear with `number:clear`, else kd0****0025; null for mobile lines. */
  readonly broadbandAccount?: Maybe<Scalars['String']['output']>;
  /** Where the number was issued 号码归属地 (V42). */
  readonly numberOrigin?: Maybe<NumberOrigin>;
  /** Since when this subscriber holds the number: earlier history is a stranger's. */
  readonly numberHeldSince?: Maybe<Scalars['DateTime']['output']>;
  /** Every holding of this number, oldest first 号码历史. Intervals never overlap. */
  readonly numberHistory?: Maybe<ReadonlyArray<NumberHolding>>;
  /** Number ported in 携号转网; null when it was not. */
  readonly portedIn?: Maybe<PortIn>;
  /** Network class 网络类型. */
  readonly netClass?: Maybe<NetClass>;
  /** Type and grade 用户类型 (I18). */
  readonly userClass?: Maybe<UserClass>;
  /** Brand 品牌. */
  readonly brand?: Maybe<Brand>;
  /** Status 用户状态 (P06). */
  readonly status?: Maybe<SubscriberStatus>;
  /** Since when it has this status. */
  readonly statusSince?: Maybe<Scalars['DateTime']['output']>;
  /** Day the line was opened 入网日期. */
  readonly openedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Whole days on the network 在网时长 (P06). */
  readonly tenureDays?: Maybe<Scalars['Int']['output']>;
  /** How the line was sold 发展渠道 (V34). */
  readonly developmentChannel?: Maybe<Channel>;
  /** Actual user 使用人 (V03); null when nobody else than the holder is registered. */
  readonly realUser?: Maybe<RealUser>;
  /** Account that pays 付费帐户. Owned by billing. */
  readonly payerAccount?: Maybe<Account>;
  /** Main plan 主套餐 in use; null when there is none. */
  readonly plan?: Maybe<ProductSubscription>;
  /** Last day of the longest contract in use 合约到期日; null without one. */
  readonly contractEndsOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Device last seen with the line 终端 (P05). */
  readonly device?: Maybe<Device>;
  /**
   * Orders of value-added service class in the last three months, running or not 近三个月增值产品定制 (V20),
   * newest first; at most 100.
   */
  readonly valueAddedOrders?: Maybe<ReadonlyArray<ProductSubscription>>;
  /** Products 订购 (V07, V19, V34), newest first; at most 100. By default those in use. */
  readonly subscriptions?: Maybe<ReadonlyArray<ProductSubscription>>;
};


/**
 * The subscriber 用户: one number or line in use (TMF637 Product with its realizing
 * resource). Holder, user and payer may be three different people (三户). Owned by crm.
 */
export type SubscriberSubscriptionsArgs = {
  kinds?: InputMaybe<ReadonlyArray<OfferKind>>;
  endedSince?: InputMaybe<Scalars['LocalDate']['input']>;
  startedSince?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** A period in which somebody held a number. */
export type NumberHolding = {
  readonly __typename?: 'NumberHolding';
  /** First moment. */
  readonly heldSince: Scalars['DateTime']['output'];
  /** Moment of hand-over; null for the present holder. */
  readonly heldUntil?: Maybe<Scalars['DateTime']['output']>;
  /** True for the subscriber asked about, false for a stranger. */
  readonly own: Scalars['Boolean']['output'];
};

/** A number ported in 携号转网. */
export type PortIn = {
  readonly __typename?: 'PortIn';
  /** Operator it came from. */
  readonly fromOperator: Operator;
  /** Day of porting. */
  readonly on: Scalars['LocalDate']['output'];
};

/** Network class 网络类型. */
export type NetClass =
  /** 2G. */
  | 'G2'
  /** 3G. */
  | 'G3'
  /** 4G. */
  | 'G4'
  /** 5G. */
  | 'G5'
  /** Fixed line or broadband 固网. */
  | 'FIXED';

/** Status of a line 用户状态. */
export type SubscriberStatus =
  /** In use 正常. */
  | 'ACTIVE'
  /** Outgoing stopped 单向停机. */
  | 'SUSPENDED_ONE_WAY'
  /** Stopped both ways 双向停机. */
  | 'SUSPENDED'
  /** Awaiting closure 预销. */
  | 'PRE_CLOSED'
  /** Closed 销户. */
  | 'CLOSED';

/** Who actually uses a line 使用人 (V03). */
export type RealUser = {
  readonly __typename?: 'RealUser';
  /** The surname only (黄**), for everybody. */
  readonly name: Scalars['String']['output'];
  /** The user as a customer of ours; null when unknown to us. */
  readonly customer?: Maybe<Customer>;
};

/** A device 终端 (P05, TMF639 Resource). */
export type Device = {
  readonly __typename?: 'Device';
  /** Hash of the IMEI; the IMEI itself is never shown. */
  readonly deviceId: Scalars['ID']['output'];
  /** Brand 品牌. */
  readonly brand: Scalars['String']['output'];
  /** Model 型号. */
  readonly model: Scalars['String']['output'];
  /** What the device can do 终端支持的功能. */
  readonly capabilities: ReadonlyArray<DeviceCapability>;
};

/** What a device can do 终端功能 (P05). */
export type DeviceCapability =
  /** GPRS data. */
  | 'GPRS'
  /** WAP. */
  | 'WAP'
  /** Java. */
  | 'JAVA'
  /** MMS 彩信. */
  | 'MMS'
  /** LTE data. */
  | 'LTE'
  /** 5G new radio. */
  | 'NR'
  /** Voice over LTE. */
  | 'VOLTE';

/** A product offering 产品 (TMF620 ProductOffering). Owned by crm. */
export type Offer = {
  readonly __typename?: 'Offer';
  /** Stable id. */
  readonly offerId: Scalars['ID']['output'];
  /** Name 产品名称. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Kind 产品类型. */
  readonly kind?: Maybe<OfferKind>;
  /** Product family 产品大类 (V34). */
  readonly family?: Maybe<ProductFamily>;
  /** Basic or value-added service 基本/增值业务 (V34). */
  readonly serviceClass?: Maybe<ServiceClass>;
  /** Brand it is sold under; null when sold under all. */
  readonly brand?: Maybe<Brand>;
  /** Monthly fee 月费. */
  readonly monthlyFeeFen?: Maybe<Scalars['Fen']['output']>;
  /** Voice minutes included; null when not part of the offer. */
  readonly voiceMinutes?: Maybe<Scalars['Int']['output']>;
  /** Text messages included; null when not part of the offer. */
  readonly smsCount?: Maybe<Scalars['Int']['output']>;
  /** Data included, in KB; null when not part of the offer. */
  readonly dataKilobytes?: Maybe<Scalars['Int']['output']>;
  /** Prices beyond the allowance 套餐外资费; null when the offer does not set them: main plans and fixed lines do. */
  readonly overage?: Maybe<OveragePrices>;
  /** Months of commitment; 0 for none. */
  readonly contractMonths?: Maybe<Scalars['Int']['output']>;
  /** Market era the offer belongs to, for example `2008`. */
  readonly era?: Maybe<Scalars['String']['output']>;
  /** Last day on sale; null while on sale. */
  readonly saleEndedOn?: Maybe<Scalars['LocalDate']['output']>;
};

/** What use costs beyond the allowances of all that a line has 套餐外资费. */
export type OveragePrices = {
  readonly __typename?: 'OveragePrices';
  /** Each minute. */
  readonly perMinuteFen: Scalars['Fen']['output'];
  /** Each text message. */
  readonly perSmsFen: Scalars['Fen']['output'];
  /** Each begun megabyte. */
  readonly perMegabyteFen: Scalars['Fen']['output'];
};

/** Kind of offering 产品类型. */
export type OfferKind =
  /** Main plan 主套餐. */
  | 'PLAN'
  /** Data plan GPRS/流量套餐. */
  | 'DATA_PLAN'
  /** SMS pack 短信包. */
  | 'SMS_PACK'
  /** MMS service 彩信. */
  | 'MMS'
  /** Ringback tone 彩铃. */
  | 'RINGBACK'
  /** Third-party service SP业务. */
  | 'SP_SERVICE'
  /** Broadband 宽带. */
  | 'BROADBAND'
  /** Fixed telephone 固定电话. */
  | 'FIXED_LINE'
  /** Caller display 来电显示 and other functions. */
  | 'FUNCTION';

/** Product family 产品大类 (V34). */
export type ProductFamily =
  /** Mobile 移动产品. */
  | 'MOBILE'
  /** Fixed 固网产品. */
  | 'FIXED'
  /** Internet 互联网产品. */
  | 'INTERNET'
  /** Value-added 增值产品. */
  | 'VALUE_ADDED';

/** Service class 业务类别 (V34). */
export type ServiceClass =
  /** Basic service 基本业务. */
  | 'BASIC'
  /** Value-added service 增值业务. */
  | 'VALUE_ADDED';

/**
 * An offer taken by a subscriber 订购 (TMF637 Product). Not named `Subscription`:
 * GraphQL takes a type of that name for the root of its event streams.
 */
export type ProductSubscription = {
  readonly __typename?: 'ProductSubscription';
  /** Stable id. */
  readonly subscriptionId: Scalars['ID']['output'];
  /** What was ordered. */
  readonly offer: Offer;
  /** Order day 订购/开通日期 (P02, P10, P11). */
  readonly startedOn: Scalars['LocalDate']['output'];
  /** Last day; null while it runs. */
  readonly endedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Last day of commitment 合约到期日; null without one. */
  readonly contractEndsOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Staff who opened it 开通工号 (P02, P11); null when the customer did it alone. */
  readonly openedByStaffId?: Maybe<Scalars['ID']['output']>;
  /** Channel of the order 订购渠道. */
  readonly channel?: Maybe<Channel>;
  /** Third party behind an SP service SP商 (P10); null for our own. */
  readonly serviceProvider?: Maybe<ServiceProvider>;
  /** Personal or group service, for example 个人彩铃/集团彩铃 (P11). */
  readonly ownerType: SubscriptionOwner;
};

/** Third party behind a value-added service SP商. */
export type ServiceProvider = {
  readonly __typename?: 'ServiceProvider';
  /** SP code. */
  readonly code: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
};

/** Whose service it is 个人/集团 (P11). */
export type SubscriptionOwner =
  /** Personal 个人. */
  | 'PERSONAL'
  /** Of the group customer 集团. */
  | 'GROUP';

/** A seat in a group customer 集团成员 (V27). */
export type GroupMembership = {
  readonly __typename?: 'GroupMembership';
  /** The unit; null with `FORBIDDEN` when it is not yours to see. */
  readonly group?: Maybe<GroupCustomer>;
  /** Position 单位职务 (V27). */
  readonly position?: Maybe<Scalars['String']['output']>;
  /** Key person of the unit 关键人 (T28). */
  readonly keyPerson: Scalars['Boolean']['output'];
};

/** A group customer 集团客户 (V27, TMF632 Organization). Its key is the unit's customer id. */
export type GroupCustomer = {
  readonly __typename?: 'GroupCustomer';
  /** Customer id of the unit. */
  readonly customerId: Scalars['ID']['output'];
  /** The unit as a customer, with accounts and contacts. */
  readonly customer?: Maybe<Customer>;
  /** Name of the unit 单位名称. */
  readonly unitName?: Maybe<Scalars['String']['output']>;
  /** Level of the unit 单位级别, A1 (highest) to C. */
  readonly unitLevel?: Maybe<Scalars['String']['output']>;
  /** Contact person 联系人姓名, in clear with the scope `name:clear`, else the surname only (黄**). */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** Contact phone 联系人电话, masked for everybody. */
  readonly contactPhoneMasked?: Maybe<Scalars['String']['output']>;
  /** Group-account manager 集团客户经理. */
  readonly manager?: Maybe<StaffMember>;
  /** Number of members. */
  readonly memberCount?: Maybe<Scalars['Int']['output']>;
  /** Members 成员, by customer id; names and numbers in the list are masked for everybody (S25). */
  readonly members?: Maybe<GroupMemberConnection>;
};


/** A group customer 集团客户 (V27, TMF632 Organization). Its key is the unit's customer id. */
export type GroupCustomerMembersArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of group members. */
export type GroupMemberConnection = {
  readonly __typename?: 'GroupMemberConnection';
  /** The members. */
  readonly nodes: ReadonlyArray<GroupMember>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Members in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A member of a group customer 集团成员. */
export type GroupMember = {
  readonly __typename?: 'GroupMember';
  /** The person. */
  readonly customer: Customer;
  /** Position 单位职务. */
  readonly position?: Maybe<Scalars['String']['output']>;
  /** Key person of the unit 关键人. */
  readonly keyPerson: Scalars['Boolean']['output'];
};

/** Where a page ends (GraphQL Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** True when more follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Pass as `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A staff member 员工. */
export type StaffMember = {
  readonly __typename?: 'StaffMember';
  /** 工号: one letter and six digits. */
  readonly staffId: Scalars['ID']['output'];
  /** Name; null when the staff register does not have it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What the staff member does. */
  readonly role?: Maybe<StaffRole>;
  /**
   * Customers looked after 名下客户 who are yours to see, by customer id: persons for a VIP manager, units
   * for a group manager.
   */
  readonly portfolio?: Maybe<CustomerConnection>;
};


/** A staff member 员工. */
export type StaffMemberPortfolioArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Work of a staff member 岗位. */
export type StaffRole =
  /** Hotline agent 话务员. */
  | 'HOTLINE_AGENT'
  /** Retail clerk 营业员. */
  | 'RETAIL_CLERK'
  /** VIP manager VIP客户经理. */
  | 'VIP_MANAGER'
  /** Group-account manager 集团客户经理. */
  | 'GROUP_MANAGER'
  /** Supervisor 班长. */
  | 'SUPERVISOR';

/** A page of customers. */
export type CustomerConnection = {
  readonly __typename?: 'CustomerConnection';
  /** The customers. */
  readonly nodes: ReadonlyArray<Customer>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Customers in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An account 帐户 that pays for one or more subscribers (TMF666 BillingAccount). Owned by billing. */
export type Account = {
  readonly __typename?: 'Account';
  readonly accountId: Scalars['ID']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Shows one masked value in clear, once 明文查看. Who asked, for what, and why is on record before it is
   * read; 20 an hour for each person, then `LIMIT_REACHED`.
   */
  readonly reveal?: Maybe<Reveal>;
};


export type MutationRevealArgs = {
  input: RevealInput;
};

/** What to show in clear, and why. */
export type RevealInput = {
  /** Of a customer who is yours to see. */
  readonly customerId: Scalars['ID']['input'];
  /** Which value. */
  readonly field: RevealField;
  /** Why, in kind. */
  readonly purpose: Purpose;
  /** Why, in words: 4 to 200 characters. No numbers: it is kept for years, so six digits in a row are refused. */
  readonly reason: Scalars['String']['input'];
};

/** What can be shown in clear 可明文查看的资料. */
export type RevealField =
  /** Name 客户姓名. */
  | 'NAME'
  /** Numbers of all lines in use 电话号码. */
  | 'SERVICE_NUMBERS'
  /** Number of the identity document 证件号码. */
  | 'ID_DOCUMENT'
  /** Contact phone 联系电话. */
  | 'CONTACT_PHONE'
  /** E-mail address 电子邮箱. */
  | 'EMAIL'
  /** Address 地址. */
  | 'ADDRESS'
  /** Mailing address 邮寄地址. */
  | 'MAILING_ADDRESS';

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

/** One value in clear. */
export type Reveal = {
  readonly __typename?: 'Reveal';
  /** Which one was asked for. */
  readonly field: RevealField;
  /** The value; several numbers are separated by commas. Null when the record has none. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** When it was shown. */
  readonly revealedAt: Scalars['DateTime']['output'];
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
  Membership: Membership;
  Subscriber: Subscriber;
  Device: Device;
  Offer: Offer;
  ProductSubscription: ProductSubscription;
  GroupCustomer: GroupCustomer;
  StaffMember: StaffMember;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"customerId":true}> );
  Membership:
    ( { __typename: 'Membership' }
    & GraphQLRecursivePick<FederationTypes['Membership'], {"membershipId":true}> );
  Subscriber:
    ( { __typename: 'Subscriber' }
    & GraphQLRecursivePick<FederationTypes['Subscriber'], {"subscriberId":true}> );
  Device:
    ( { __typename: 'Device' }
    & GraphQLRecursivePick<FederationTypes['Device'], {"deviceId":true}> );
  Offer:
    ( { __typename: 'Offer' }
    & GraphQLRecursivePick<FederationTypes['Offer'], {"offerId":true}> );
  ProductSubscription:
    ( { __typename: 'ProductSubscription' }
    & GraphQLRecursivePick<FederationTypes['ProductSubscription'], {"subscriptionId":true}> );
  GroupCustomer:
    ( { __typename: 'GroupCustomer' }
    & GraphQLRecursivePick<FederationTypes['GroupCustomer'], {"customerId":true}> );
  StaffMember:
    ( { __typename: 'StaffMember' }
    & GraphQLRecursivePick<FederationTypes['StaffMember'], {"staffId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Fen: ResolverTypeWrapper<Scalars['Fen']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LookupKey: LookupKey;
  LookupOutcome: LookupOutcome;
  PartyRole: PartyRole;
  CustomerLookup: ResolverTypeWrapper<CustomerLookupModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CustomerMatch: ResolverTypeWrapper<CustomerMatchModel>;
  NumberOrigin: ResolverTypeWrapper<NumberOriginModel>;
  Operator: Operator;
  Region: ResolverTypeWrapper<Region>;
  Customer: ResolverTypeWrapper<CustomerModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CustomerSegment: CustomerSegment;
  CustomerStatus: CustomerStatus;
  IdDocument: ResolverTypeWrapper<IdDocument>;
  IdDocumentType: IdDocumentType;
  Brand: ResolverTypeWrapper<BrandModel>;
  ServiceLayer: ServiceLayer;
  ServiceIdentity: ResolverTypeWrapper<ServiceIdentityModel>;
  IdentitySource: IdentitySource;
  UserClass: UserClass;
  VipGrade: VipGrade;
  Channel: Channel;
  Language: Language;
  ListFlag: ListFlag;
  ContactMedium: ResolverTypeWrapper<ContactMedium>;
  ContactMediumType: ContactMediumType;
  CustomerProfile: ResolverTypeWrapper<CustomerProfile>;
  Membership: ResolverTypeWrapper<MembershipModel>;
  CustomerRelation: ResolverTypeWrapper<CustomerRelationModel>;
  RelationKind: RelationKind;
  Subscriber: ResolverTypeWrapper<SubscriberModel>;
  NumberHolding: ResolverTypeWrapper<NumberHolding>;
  PortIn: ResolverTypeWrapper<PortIn>;
  NetClass: NetClass;
  SubscriberStatus: SubscriberStatus;
  RealUser: ResolverTypeWrapper<RealUserModel>;
  Device: ResolverTypeWrapper<DeviceModel>;
  DeviceCapability: DeviceCapability;
  Offer: ResolverTypeWrapper<OfferModel>;
  OveragePrices: ResolverTypeWrapper<OveragePricesModel>;
  OfferKind: OfferKind;
  ProductFamily: ProductFamily;
  ServiceClass: ServiceClass;
  ProductSubscription: ResolverTypeWrapper<ProductSubscriptionModel>;
  ServiceProvider: ResolverTypeWrapper<ServiceProvider>;
  SubscriptionOwner: SubscriptionOwner;
  GroupMembership: ResolverTypeWrapper<GroupMembershipModel>;
  GroupCustomer: ResolverTypeWrapper<GroupCustomerModel>;
  GroupMemberConnection: ResolverTypeWrapper<GroupMemberConnectionModel>;
  GroupMember: ResolverTypeWrapper<GroupMemberModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  StaffMember: ResolverTypeWrapper<StaffMemberModel>;
  StaffRole: StaffRole;
  CustomerConnection: ResolverTypeWrapper<CustomerConnectionModel>;
  Account: ResolverTypeWrapper<Account>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RevealInput: RevealInput;
  RevealField: RevealField;
  Purpose: Purpose;
  Reveal: ResolverTypeWrapper<Reveal>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  Fen: Scalars['Fen']['output'];
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  CustomerLookup: CustomerLookupModel;
  Boolean: Scalars['Boolean']['output'];
  CustomerMatch: CustomerMatchModel;
  NumberOrigin: NumberOriginModel;
  Region: Region;
  Customer: CustomerModel;
  Int: Scalars['Int']['output'];
  IdDocument: IdDocument;
  Brand: BrandModel;
  ServiceIdentity: ServiceIdentityModel;
  ContactMedium: ContactMedium;
  CustomerProfile: CustomerProfile;
  Membership: MembershipModel;
  CustomerRelation: CustomerRelationModel;
  Subscriber: SubscriberModel;
  NumberHolding: NumberHolding;
  PortIn: PortIn;
  RealUser: RealUserModel;
  Device: DeviceModel;
  Offer: OfferModel;
  OveragePrices: OveragePricesModel;
  ProductSubscription: ProductSubscriptionModel;
  ServiceProvider: ServiceProvider;
  GroupMembership: GroupMembershipModel;
  GroupCustomer: GroupCustomerModel;
  GroupMemberConnection: GroupMemberConnectionModel;
  GroupMember: GroupMemberModel;
  PageInfo: PageInfo;
  StaffMember: StaffMemberModel;
  CustomerConnection: CustomerConnectionModel;
  Account: Account;
  Mutation: Record<PropertyKey, never>;
  RevealInput: RevealInput;
  Reveal: Reveal;
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  customerLookup?: Resolver<Maybe<ResolversTypes['CustomerLookup']>, ParentType, ContextType, RequireFields<QueryCustomerLookupArgs, 'by' | 'value'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'customerId'>>;
  subscriber?: Resolver<Maybe<ResolversTypes['Subscriber']>, ParentType, ContextType, RequireFields<QuerySubscriberArgs, 'subscriberId'>>;
  groupCustomer?: Resolver<Maybe<ResolversTypes['GroupCustomer']>, ParentType, ContextType, RequireFields<QueryGroupCustomerArgs, 'customerId'>>;
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType, RequireFields<QueryStaffMemberArgs, 'staffId'>>;
};

export type CustomerLookupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerLookup'] = ResolversParentTypes['CustomerLookup']> = {
  outcome?: Resolver<ResolversTypes['LookupOutcome'], ParentType, ContextType>;
  matches?: Resolver<ReadonlyArray<ResolversTypes['CustomerMatch']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  numberOrigin?: Resolver<Maybe<ResolversTypes['NumberOrigin']>, ParentType, ContextType>;
};

export type CustomerMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerMatch'] = ResolversParentTypes['CustomerMatch']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  subscriber?: Resolver<Maybe<ResolversTypes['Subscriber']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
};

export type NumberOriginResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NumberOrigin'] = ResolversParentTypes['NumberOrigin']> = {
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  province?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']>, FederationReferenceType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['CustomerSegment']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CustomerStatus']>, ParentType, ContextType>;
  idDocument?: Resolver<Maybe<ResolversTypes['IdDocument']>, ParentType, ContextType>;
  homeRegion?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  brands?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Brand']>>, ParentType, ContextType>;
  layer?: Resolver<Maybe<ResolversTypes['ServiceLayer']>, ParentType, ContextType>;
  identities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ServiceIdentity']>>, ParentType, ContextType>;
  userClass?: Resolver<Maybe<ResolversTypes['UserClass']>, ParentType, ContextType>;
  vipGrade?: Resolver<Maybe<ResolversTypes['VipGrade']>, ParentType, ContextType>;
  developmentChannel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  listFlag?: Resolver<Maybe<ResolversTypes['ListFlag']>, ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  openedByStaffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contactMedia?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContactMedium']>>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['CustomerProfile']>, ParentType, ContextType>;
  memberships?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Membership']>>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subscribers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Subscriber']>>, ParentType, ContextType>;
  relations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomerRelation']>>, ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  groupMembership?: Resolver<Maybe<ResolversTypes['GroupMembership']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['GroupCustomer']>, ParentType, ContextType>;
  synthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type IdDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdDocument'] = ResolversParentTypes['IdDocument']> = {
  type?: Resolver<ResolversTypes['IdDocumentType'], ParentType, ContextType>;
  numberMasked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BrandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Brand'] = ResolversParentTypes['Brand']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServiceIdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceIdentity'] = ResolversParentTypes['ServiceIdentity']> = {
  layer?: Resolver<ResolversTypes['ServiceLayer'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['IdentitySource'], ParentType, ContextType>;
  subscriber?: Resolver<Maybe<ResolversTypes['Subscriber']>, ParentType, ContextType>;
};

export type ContactMediumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactMedium'] = ResolversParentTypes['ContactMedium']> = {
  type?: Resolver<ResolversTypes['ContactMediumType'], ParentType, ContextType>;
  valueMasked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomerProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerProfile'] = ResolversParentTypes['CustomerProfile']> = {
  hobbies?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mailingAddressMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership'], FederationReferenceType extends FederationReferenceTypes['Membership'] = FederationReferenceTypes['Membership']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Membership']>, FederationReferenceType, ContextType>;
  membershipId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  club?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['VipGrade'], ParentType, ContextType>;
  cardNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerRelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerRelation'] = ResolversParentTypes['CustomerRelation']> = {
  kind?: Resolver<ResolversTypes['RelationKind'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type SubscriberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscriber'] = ResolversParentTypes['Subscriber'], FederationReferenceType extends FederationReferenceTypes['Subscriber'] = FederationReferenceTypes['Subscriber']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Subscriber']>, FederationReferenceType, ContextType>;
  subscriberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  serviceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  broadbandAccount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  numberOrigin?: Resolver<Maybe<ResolversTypes['NumberOrigin']>, ParentType, ContextType>;
  numberHeldSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  numberHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NumberHolding']>>, ParentType, ContextType>;
  portedIn?: Resolver<Maybe<ResolversTypes['PortIn']>, ParentType, ContextType>;
  netClass?: Resolver<Maybe<ResolversTypes['NetClass']>, ParentType, ContextType>;
  userClass?: Resolver<Maybe<ResolversTypes['UserClass']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['Brand']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['SubscriberStatus']>, ParentType, ContextType>;
  statusSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  tenureDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  developmentChannel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  realUser?: Resolver<Maybe<ResolversTypes['RealUser']>, ParentType, ContextType>;
  payerAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['ProductSubscription']>, ParentType, ContextType>;
  contractEndsOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType>;
  valueAddedOrders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProductSubscription']>>, ParentType, ContextType>;
  subscriptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProductSubscription']>>, ParentType, ContextType, Partial<SubscriberSubscriptionsArgs>>;
};

export type NumberHoldingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NumberHolding'] = ResolversParentTypes['NumberHolding']> = {
  heldSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heldUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PortInResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortIn'] = ResolversParentTypes['PortIn']> = {
  fromOperator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type RealUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealUser'] = ResolversParentTypes['RealUser']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device'], FederationReferenceType extends FederationReferenceTypes['Device'] = FederationReferenceTypes['Device']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Device']>, FederationReferenceType, ContextType>;
  deviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['DeviceCapability']>, ParentType, ContextType>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer'], FederationReferenceType extends FederationReferenceTypes['Offer'] = FederationReferenceTypes['Offer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Offer']>, FederationReferenceType, ContextType>;
  offerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['OfferKind']>, ParentType, ContextType>;
  family?: Resolver<Maybe<ResolversTypes['ProductFamily']>, ParentType, ContextType>;
  serviceClass?: Resolver<Maybe<ResolversTypes['ServiceClass']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['Brand']>, ParentType, ContextType>;
  monthlyFeeFen?: Resolver<Maybe<ResolversTypes['Fen']>, ParentType, ContextType>;
  voiceMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  smsCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dataKilobytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  overage?: Resolver<Maybe<ResolversTypes['OveragePrices']>, ParentType, ContextType>;
  contractMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  era?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saleEndedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type OveragePricesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OveragePrices'] = ResolversParentTypes['OveragePrices']> = {
  perMinuteFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  perSmsFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
  perMegabyteFen?: Resolver<ResolversTypes['Fen'], ParentType, ContextType>;
};

export type ProductSubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSubscription'] = ResolversParentTypes['ProductSubscription'], FederationReferenceType extends FederationReferenceTypes['ProductSubscription'] = FederationReferenceTypes['ProductSubscription']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductSubscription']>, FederationReferenceType, ContextType>;
  subscriptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offer?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  contractEndsOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  openedByStaffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  serviceProvider?: Resolver<Maybe<ResolversTypes['ServiceProvider']>, ParentType, ContextType>;
  ownerType?: Resolver<ResolversTypes['SubscriptionOwner'], ParentType, ContextType>;
};

export type ServiceProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceProvider'] = ResolversParentTypes['ServiceProvider']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GroupMembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupMembership'] = ResolversParentTypes['GroupMembership']> = {
  group?: Resolver<Maybe<ResolversTypes['GroupCustomer']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyPerson?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GroupCustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupCustomer'] = ResolversParentTypes['GroupCustomer'], FederationReferenceType extends FederationReferenceTypes['GroupCustomer'] = FederationReferenceTypes['GroupCustomer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GroupCustomer']>, FederationReferenceType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  unitName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitLevel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactPhoneMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  memberCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['GroupMemberConnection']>, ParentType, ContextType, RequireFields<GroupCustomerMembersArgs, 'first'>>;
};

export type GroupMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupMemberConnection'] = ResolversParentTypes['GroupMemberConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GroupMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GroupMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupMember'] = ResolversParentTypes['GroupMember']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyPerson?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember'], FederationReferenceType extends FederationReferenceTypes['StaffMember'] = FederationReferenceTypes['StaffMember']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StaffMember']>, FederationReferenceType, ContextType>;
  staffId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['StaffRole']>, ParentType, ContextType>;
  portfolio?: Resolver<Maybe<ResolversTypes['CustomerConnection']>, ParentType, ContextType, RequireFields<StaffMemberPortfolioArgs, 'first'>>;
};

export type CustomerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reveal?: Resolver<Maybe<ResolversTypes['Reveal']>, ParentType, ContextType, RequireFields<MutationRevealArgs, 'input'>>;
};

export type RevealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reveal'] = ResolversParentTypes['Reveal']> = {
  field?: Resolver<ResolversTypes['RevealField'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revealedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  Fen?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  CustomerLookup?: CustomerLookupResolvers<ContextType>;
  CustomerMatch?: CustomerMatchResolvers<ContextType>;
  NumberOrigin?: NumberOriginResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  IdDocument?: IdDocumentResolvers<ContextType>;
  Brand?: BrandResolvers<ContextType>;
  ServiceIdentity?: ServiceIdentityResolvers<ContextType>;
  ContactMedium?: ContactMediumResolvers<ContextType>;
  CustomerProfile?: CustomerProfileResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  CustomerRelation?: CustomerRelationResolvers<ContextType>;
  Subscriber?: SubscriberResolvers<ContextType>;
  NumberHolding?: NumberHoldingResolvers<ContextType>;
  PortIn?: PortInResolvers<ContextType>;
  RealUser?: RealUserResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OveragePrices?: OveragePricesResolvers<ContextType>;
  ProductSubscription?: ProductSubscriptionResolvers<ContextType>;
  ServiceProvider?: ServiceProviderResolvers<ContextType>;
  GroupMembership?: GroupMembershipResolvers<ContextType>;
  GroupCustomer?: GroupCustomerResolvers<ContextType>;
  GroupMemberConnection?: GroupMemberConnectionResolvers<ContextType>;
  GroupMember?: GroupMemberResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Reveal?: RevealResolvers<ContextType>;
};


