/**
 * What is true of the made-up operator, before any of its systems records a
 * part. Every customer is a pure function of seed and index, so each system is
 * filled on its own, in any order, and still agrees with the others on ids.
 *
 * Ids are integers here and in SQL. Moments are epoch seconds, days
 * `YYYY-MM-DD`, months `YYYY-MM`, money 分. Nothing here belongs to anybody.
 */

export interface World {
  readonly seed: number;
  /** Customers in all, the named cases included. */
  readonly size: number;
  /** The moment at which the operator stands still, ISO 8601 with offset. */
  readonly now: string;
  /** `now` in epoch seconds. */
  readonly nowSeconds: number;
  /** `now` as a Shanghai day. */
  readonly today: string;
  /** The 24 billed months, oldest first. The running month follows the last. */
  readonly billedMonths: readonly string[];
  readonly runningMonth: string;
  /** Months of itemised records kept, the running one included. */
  readonly detailMonths: number;
  readonly catalogue: Catalogue;
  /** @param index 0 to `size - 1`. */
  customer(index: number): WorldCustomer;
}

/** What all customers share. */
export interface Catalogue {
  readonly regions: readonly { code: string; name: string; province: string; areaCode: string }[];
  /**
   * First seven digits of mobile numbers, or area code + first digit of fixed
   * ones. Ranges assigned but not placed are shorter; the longest prefix counts.
   */
  readonly numberSegments: readonly { prefix: string; operator: OperatorCode; regionCode: string | null }[];
  readonly brands: readonly { code: string; name: string; layer: Layer }[];
  readonly offers: readonly WorldOffer[];
  readonly serviceProviders: readonly { code: string; name: string }[];
  readonly devices: readonly { model: string; brand: string; capabilities: readonly string[] }[];
  readonly staff: readonly { staffId: string; name: string; role: StaffRole }[];
  readonly topics: readonly { code: string; name: string }[];
}

export type OperatorCode = 'CHINA_MOBILE' | 'CHINA_UNICOM' | 'CHINA_TELECOM' | 'CHINA_BROADNET';
export type NetClass = 'G2' | 'G3' | 'G4' | 'G5' | 'FIXED';
export type VipGrade = 'SILVER' | 'GOLD' | 'DIAMOND' | 'SUPREME';
export type StaffRole = 'HOTLINE_AGENT' | 'RETAIL_CLERK' | 'VIP_MANAGER' | 'GROUP_MANAGER' | 'SUPERVISOR';
export type Layer =
  | 'GOTONE_VIP'
  | 'GROUP'
  | 'ROAM_IN'
  | 'GOTONE_CONTRACT'
  | 'PREPAID_BRAND'
  | 'EASYOWN'
  | 'LOCAL_BRAND';
/** As in the SDL enum `Channel`. */
export type ChannelCode =
  | 'HOTLINE'
  | 'RETAIL'
  | 'VIP_MANAGER'
  | 'GROUP_MANAGER'
  | 'SMS'
  | 'WEB'
  | 'CLUB'
  | 'IVR'
  | 'OUTBOUND'
  | 'FAX'
  | 'EMAIL'
  | 'MAIL';

export interface WorldOffer {
  readonly offerId: number;
  readonly name: string;
  readonly kind:
    | 'PLAN'
    | 'DATA_PLAN'
    | 'SMS_PACK'
    | 'MMS'
    | 'RINGBACK'
    | 'SP_SERVICE'
    | 'BROADBAND'
    | 'FIXED_LINE'
    | 'FUNCTION';
  readonly family: 'MOBILE' | 'FIXED' | 'INTERNET' | 'VALUE_ADDED';
  readonly serviceClass: 'BASIC' | 'VALUE_ADDED';
  readonly brandCode: string | null;
  readonly monthlyFeeFen: number;
  readonly voiceMinutes: number | null;
  readonly smsCount: number | null;
  readonly dataKilobytes: number | null;
  /** Charge beyond the allowance. */
  readonly overageFen: { readonly perMinute: number; readonly perSms: number; readonly perMegabyte: number };
  readonly contractMonths: number;
  readonly era: string;
  readonly saleEndedOn: string | null;
}

export interface WorldCustomer {
  readonly index: number;
  readonly customerId: number;
  readonly segment: 'PERSONAL' | 'FAMILY' | 'ENTERPRISE';
  readonly status: 'IN_NET' | 'PROSPECT' | 'LEFT';
  readonly name: string;
  readonly document: {
    readonly type: 'RESIDENT_ID' | 'PASSPORT' | 'BUSINESS_LICENCE';
    readonly number: string;
  };
  readonly regionCode: string;
  readonly address: string | null;
  readonly contactPhone: string | null;
  readonly email: string | null;
  readonly hobbies: readonly string[];
  readonly mailingAddress: string | null;
  readonly language: 'MANDARIN' | 'ENGLISH';
  readonly listFlag: 'NONE' | 'BLACK' | 'RED';
  readonly developmentChannel: ChannelCode;
  readonly openedOn: string;
  readonly openedByStaffId: string;
  readonly managerStaffId: string | null;
  /** The unit itself, for a group customer. */
  readonly group: WorldGroup | null;
  readonly groupSeat: {
    readonly groupCustomerId: number;
    readonly position: string;
    readonly keyPerson: boolean;
    /** Who looks after the unit. */
    readonly managerStaffId: string;
  } | null;
  readonly relations: readonly {
    readonly kind: 'FAMILY' | 'PAYS_FOR' | 'USES';
    readonly customerId: number;
    readonly since: string | null;
  }[];
  readonly memberships: readonly WorldMembership[];
  /** Layer as BOSS has it registered; null for those who hold no line, whom BOSS does not register. */
  readonly registeredLayer: Layer | null;
  readonly accounts: readonly WorldAccount[];
  readonly subscribers: readonly WorldSubscriber[];
  readonly treatments: readonly WorldTreatment[];
  /** Hidden truth that drives events; no system ever stores it. */
  readonly traits: {
    /** Complaints a month, gamma distributed (shape 0.35, mean 0.035). */
    readonly complaintRate: number;
    /** Bill and balance queries a month. */
    readonly queryRate: number;
    /** Other contacts a month. */
    readonly contactRate: number;
  };
  /** What a named case must show; undefined for everybody else. */
  readonly script: CaseScript | undefined;
}

export interface WorldGroup {
  readonly unitName: string;
  readonly unitLevel: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly managerStaffId: string;
}

export interface WorldMembership {
  readonly membershipId: number;
  readonly club: string;
  readonly level: VipGrade;
  readonly cardNumber: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly points: number;
}

export interface WorldAccount {
  readonly accountId: number;
  readonly payMode: 'PREPAID' | 'POSTPAID';
  readonly payMethod: 'CASH' | 'BANK_DEBIT' | 'RECHARGE_CARD' | 'ONLINE' | 'MOBILE_WALLET';
  readonly status: 'ACTIVE' | 'IN_ARREARS' | 'CLOSED';
  readonly creditLimitFen: number;
  /** Money paid in and not used, and money given and not used. */
  readonly cashFen: number;
  readonly giftFen: number;
  /** Charges of the running month so far, over all subscribers that this account pays for. */
  readonly currentChargeFen: number;
  /** Oldest first; months before the account opened are absent. */
  readonly bills: readonly WorldBill[];
  /** Oldest first. What was ever paid = what bills took + `cashFen`. */
  readonly payments: readonly {
    readonly paymentId: number;
    readonly paidAt: number;
    readonly amountFen: number;
    readonly method: WorldAccount['payMethod'];
  }[];
}

export interface WorldBill {
  readonly month: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  /** Item code (of `BILL_ITEMS`) and amount; they add up to `totalFen`. */
  readonly items: readonly (readonly [code: string, amountFen: number])[];
  readonly totalFen: number;
  readonly paidFen: number;
}

/** Item codes, names and SDL `ChargeCategory`. */
export const BILL_ITEMS = {
  PLAN_FEE: { name: '套餐月费', category: 'PLAN' },
  DATA_PLAN_FEE: { name: '流量包月费', category: 'DATA' },
  VOICE: { name: '套餐外通话费', category: 'VOICE' },
  SMS: { name: '套餐外短信费', category: 'MESSAGE' },
  MMS: { name: '彩信费', category: 'MESSAGE' },
  DATA: { name: '套餐外流量费', category: 'DATA' },
  RINGBACK: { name: '彩铃费', category: 'VALUE_ADDED' },
  SP: { name: 'SP代收费', category: 'VALUE_ADDED' },
  FUNCTION: { name: '功能费', category: 'VALUE_ADDED' },
  BROADBAND: { name: '宽带费', category: 'DATA' },
  FIXED_LINE: { name: '固定电话月租', category: 'PLAN' },
  ROAMING: { name: '漫游费', category: 'ROAMING' },
  DISCOUNT: { name: '优惠减免', category: 'ADJUSTMENT' },
} as const;

export interface WorldSubscriber {
  readonly subscriberId: number;
  /** Payer; may belong to another customer. */
  readonly accountId: number;
  readonly serviceNumber: string;
  readonly broadbandAccount: string | null;
  readonly netClass: NetClass;
  readonly brandCode: string;
  readonly status: 'ACTIVE' | 'SUSPENDED_ONE_WAY' | 'SUSPENDED' | 'PRE_CLOSED' | 'CLOSED';
  readonly statusSince: number;
  readonly openedOn: string;
  readonly heldSince: number;
  /** End of the holding; null while held. */
  readonly heldUntil: number | null;
  readonly portedIn: { readonly fromOperator: OperatorCode; readonly on: string } | null;
  readonly developmentChannel: ChannelCode;
  readonly realUser: { readonly name: string; readonly customerId: number | null } | null;
  /** Hash of a made-up IMEI, and an index into `catalogue.devices`. */
  readonly device: { readonly deviceId: string; readonly modelIndex: number } | null;
  readonly subscriptions: readonly WorldSubscription[];
  /** Up to 25, oldest first, the running month last; absent before opening and after closing. */
  readonly months: readonly WorldMonth[];
  /** Hidden truth, for each of `months`: the chance that the line is given up in the month after it. No system stores it. */
  readonly hazards: readonly number[];
}

export interface WorldSubscription {
  readonly subscriptionId: number;
  readonly offerId: number;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly contractEndsOn: string | null;
  readonly openedByStaffId: string | null;
  readonly channel: ChannelCode;
  readonly spCode: string | null;
  readonly ownerType: 'PERSONAL' | 'GROUP';
}

/** Use of one line in one month, and what it costs under its plan. */
export interface WorldMonth {
  readonly month: string;
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly mmsCount: number;
  readonly cmwapKilobytes: number;
  readonly cmnetKilobytes: number;
  readonly valueAddedKilobytes: number;
  readonly activeDays: number;
  /** Border-roaming events. */
  readonly roamingEvents: number;
  readonly ringbackChanges: number;
  /** SP codes with traffic this month. */
  readonly spCodes: readonly string[];
  /** Allowances of the plans in force; 0 when none. */
  readonly voiceAllowance: number;
  readonly smsAllowance: number;
  readonly dataAllowanceKilobytes: number;
  readonly dataChargeFen: number;
  readonly dataPlanFeeFen: number;
  /** Items of this line; the account's bill is the sum over its lines. */
  readonly items: readonly (readonly [code: keyof typeof BILL_ITEMS, amountFen: number])[];
  readonly chargeFen: number;
}

export interface WorldTreatment {
  readonly treatmentId: number;
  readonly campaignKind: 'PLAN_ADJUST' | 'RBT_CHANGE' | 'DUNNING' | 'CARE' | 'RETAIN';
  readonly campaignName: string;
  readonly channel: ChannelCode;
  readonly treatedAt: number;
  readonly offerId: number | null;
  /** Only for RETAIN. */
  readonly reason: string | null;
  readonly response: {
    readonly responseId: number;
    readonly outcome:
      | 'ACCEPTED'
      | 'DECLINED'
      | 'CONSIDERING'
      | 'NO_ANSWER'
      | 'DO_NOT_DISTURB'
      | 'WRONG_PERSON';
    readonly reason: string | null;
    readonly respondedAt: number;
    readonly channel: ChannelCode;
    readonly staffId: string | null;
  } | null;
}

/** What contact history must hold for a named case. */
export interface CaseScript {
  /** Exactly so many contacts in all. */
  readonly contacts?: number;
  /** Exactly so many complaint tickets in the last three months. */
  readonly complaintsThreeMonths?: number;
  /** About so many bill and balance queries in the last six months. */
  readonly billQueries?: number;
  /** An open ticket: within its deadline or past it. */
  readonly openTicket?: 'IN_TIME' | 'OVERDUE';
  /** The last call passed the voice menu to a human. */
  readonly ivrCall?: boolean;
  /** The last contact was by English-speaking staff, a complaint was repeated, … free marks for later cases. */
  readonly repeatComplaint?: boolean;
}

export type SqlValue = string | number | null;

/** Inserts one row; the values in the order of the columns named. */
export type Insert = (values: readonly SqlValue[]) => void;

/**
 * One of the operator's systems, as the loader fills it. Created with a way to
 * insert into its tables; called once for what is shared, then for each customer.
 */
export interface SystemWriter {
  reference(): void;
  customer(customer: WorldCustomer): void;
}

export type CreateSystemWriter = (
  into: (table: string, columns: readonly string[]) => Insert,
  world: World,
) => SystemWriter;
