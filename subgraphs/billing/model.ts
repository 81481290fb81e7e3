/**
 * Billing's own words. A type with the name of an SDL type is what that type's
 * resolvers receive; fields that are computed are not here. Money is 分.
 */

export interface Customer {
  readonly customerId: string;
}

export interface Subscriber {
  readonly subscriberId: string;
}

/** Rank 1 to 7, highest first. */
export type ServiceLayer =
  | 'GOTONE_VIP'
  | 'GROUP'
  | 'ROAM_IN'
  | 'GOTONE_CONTRACT'
  | 'PREPAID_BRAND'
  | 'EASYOWN'
  | 'LOCAL_BRAND';

export type PaymentMethod = 'CASH' | 'BANK_DEBIT' | 'RECHARGE_CARD' | 'ONLINE' | 'MOBILE_WALLET';

export interface Account {
  readonly accountId: string;
  readonly customerId: string;
  readonly payMode: 'PREPAID' | 'POSTPAID';
  readonly payMethod: PaymentMethod;
  readonly status: 'ACTIVE' | 'IN_ARREARS' | 'CLOSED';
  readonly creditLimitFen: number;
  readonly cashFen: number;
  readonly giftFen: number;
  readonly currentChargeFen: number;
}

export interface Bill {
  readonly accountId: string;
  readonly month: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalFen: number;
  readonly paidFen: number;
}

export interface BillItem {
  readonly code: string;
  readonly name: string;
  readonly category: ChargeCategory;
  readonly amountFen: number;
}

export type ChargeCategory = 'PLAN' | 'VOICE' | 'MESSAGE' | 'DATA' | 'VALUE_ADDED' | 'ROAMING' | 'ADJUSTMENT';

export interface Payment {
  readonly paymentId: string;
  readonly accountId: string;
  /** Epoch seconds. */
  readonly paidAtSeconds: number;
  readonly amountFen: number;
  readonly method: PaymentMethod;
}

export interface Bucket {
  readonly bucketId: string;
  readonly kind: 'CASH' | 'GIFT' | 'VOICE' | 'SMS' | 'DATA';
  readonly unit: 'FEN' | 'MINUTE' | 'MESSAGE' | 'KILOBYTE';
  readonly totalAmount: number | null;
  readonly usedAmount: number | null;
  readonly leftAmount: number;
  readonly validUntil: string | null;
}

export interface UsageMonth {
  readonly subscriberId: string;
  readonly month: string;
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly mmsCount: number;
  readonly cmwapKilobytes: number;
  readonly cmnetKilobytes: number;
  readonly valueAddedKilobytes: number;
  readonly activeDays: number;
  /** Allowances of the plans in force; 0 when they have none. */
  readonly voiceAllowance: number;
  readonly smsAllowance: number;
  readonly dataAllowanceKilobytes: number;
  readonly dataChargeFen: number;
  readonly dataPlanFeeFen: number;
  readonly chargeFen: number;
}

export interface DailyData {
  readonly day: string;
  readonly cmwapKilobytes: number;
  readonly cmnetKilobytes: number;
}

export interface DailyMms {
  readonly day: string;
  readonly application: 'PERSON_TO_PERSON' | 'TERMINAL_TO_APPLICATION' | 'APPLICATION_TO_TERMINAL';
  readonly count: number;
}

export interface SpMonth {
  readonly month: string;
  readonly spCode: string;
  readonly spName: string;
  readonly uplinkSms: number;
  readonly downlinkSms: number;
  readonly downlinkWap: number;
  readonly downlinkMms: number;
}

export interface RingbackMonth {
  readonly month: string;
  readonly changes: number;
  readonly informationFeeFen: number;
  readonly functionFeeFen: number;
}

export interface RoamingEvent {
  readonly day: string;
  readonly cell: string;
  readonly place: string;
  readonly feeFen: number;
}

export type UsageKind = 'VOICE' | 'SMS' | 'MMS' | 'DATA';

export interface UsageRecord {
  readonly usageId: string;
  /** Place in the month, counted from its first record; a page continues from it. */
  readonly position: number;
  readonly kind: UsageKind;
  /** Epoch seconds. */
  readonly startedAtSeconds: number;
  readonly peerMasked: string | null;
  readonly seconds: number | null;
  readonly kilobytes: number | null;
  readonly chargeFen: number;
}
