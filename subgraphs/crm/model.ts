/**
 * What crm knows, as its resolvers see it. Ids are decimal strings, moments
 * epoch seconds named `…At`, days `YYYY-MM-DD`, money 分. A type named like an
 * SDL object type is the parent of its resolvers. Personal values are raw
 * here; resolvers mask them.
 */
import type { NetClass, VipGrade } from '#kit/customer-class';
import type { Page } from '#kit/paging';

export type LookupKey =
  | 'SERVICE_NUMBER'
  | 'ID_DOCUMENT'
  | 'ACCOUNT'
  | 'BROADBAND_ACCOUNT'
  | 'MEMBER_CARD'
  | 'CONTACT_PHONE'
  | 'EMAIL';
export type PartyRole = 'HOLDER' | 'PAYER' | 'CONTACT';
export type Operator = 'CHINA_MOBILE' | 'CHINA_UNICOM' | 'CHINA_TELECOM' | 'CHINA_BROADNET';
export type ServiceLayer =
  | 'GOTONE_VIP'
  | 'GROUP'
  | 'ROAM_IN'
  | 'GOTONE_CONTRACT'
  | 'PREPAID_BRAND'
  | 'EASYOWN'
  | 'LOCAL_BRAND';
export type IdentitySource = 'MEMBERSHIP' | 'GROUP_MEMBERSHIP' | 'BRAND' | 'ORIGIN';
export type Channel =
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
export type SubscriberStatus = 'ACTIVE' | 'SUSPENDED_ONE_WAY' | 'SUSPENDED' | 'PRE_CLOSED' | 'CLOSED';
export type StaffRole = 'HOTLINE_AGENT' | 'RETAIL_CLERK' | 'VIP_MANAGER' | 'GROUP_MANAGER' | 'SUPERVISOR';
export type OfferKind =
  | 'PLAN'
  | 'DATA_PLAN'
  | 'SMS_PACK'
  | 'MMS'
  | 'RINGBACK'
  | 'SP_SERVICE'
  | 'BROADBAND'
  | 'FIXED_LINE'
  | 'FUNCTION';
export type DeviceCapability = 'GPRS' | 'WAP' | 'JAVA' | 'MMS' | 'LTE' | 'NR' | 'VOLTE';

/** In a list of persons: shown masked, whatever the viewer's scopes (S25). */
export interface Listable {
  readonly isListed?: true;
}

export interface Customer extends Listable {
  readonly customerId: string;
  readonly name: string;
  readonly segment: 'PERSONAL' | 'FAMILY' | 'ENTERPRISE';
  readonly status: 'IN_NET' | 'PROSPECT' | 'LEFT';
  readonly document: {
    readonly type: 'RESIDENT_ID' | 'PASSPORT' | 'BUSINESS_LICENCE';
    readonly number: string;
  } | null;
  readonly regionCode: string;
  readonly developmentChannel: Channel;
  readonly language: 'MANDARIN' | 'ENGLISH';
  readonly listFlag: 'NONE' | 'BLACK' | 'RED';
  readonly openedOn: string;
  readonly openedByStaffId: string;
  readonly contactPhone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly mailingAddress: string | null;
  readonly hobbies: readonly string[];
  readonly managerStaffId: string | null;
  readonly synthetic: boolean;
  /** In the unit whose member the person is. */
  readonly seat: GroupMembership | null;
}

export interface Subscriber extends Listable {
  readonly subscriberId: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly serviceNumber: string;
  readonly netClass: NetClass;
  readonly brandCode: string;
  readonly status: SubscriberStatus;
  readonly statusSinceAt: number;
  readonly openedOn: string;
  readonly developmentChannel: Channel;
  readonly portedIn: { readonly fromOperator: Operator; readonly on: string } | null;
  readonly realUser: RealUser | null;
}

export interface RealUser {
  readonly name: string;
  readonly customerId: string | null;
}

/** A period in which a subscriber held a number. Whose it was stays inside crm. */
export interface Holding {
  readonly subscriberId: string;
  readonly sinceAt: number;
  readonly untilAt: number | null;
}

export interface ProductSubscription {
  readonly subscriptionId: string;
  readonly subscriberId: string;
  readonly offerId: string;
  readonly kind: OfferKind;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly contractEndsOn: string | null;
  readonly openedByStaffId: string | null;
  readonly channel: Channel;
  readonly serviceProviderCode: string | null;
  readonly ownerType: 'PERSONAL' | 'GROUP';
}

export interface Offer {
  readonly offerId: string;
  readonly name: string;
  readonly kind: OfferKind;
  readonly family: 'MOBILE' | 'FIXED' | 'INTERNET' | 'VALUE_ADDED';
  readonly serviceClass: 'BASIC' | 'VALUE_ADDED';
  readonly brandCode: string | null;
  readonly monthlyFeeFen: number;
  readonly voiceMinutes: number | null;
  readonly smsCount: number | null;
  readonly dataKilobytes: number | null;
  /** Null when the offer sets no prices. */
  readonly overage: OveragePrices | null;
  readonly contractMonths: number;
  readonly era: string;
  readonly saleEndedOn: string | null;
}

/** Beyond the allowances of all that a line has; data by begun megabytes. */
export interface OveragePrices {
  readonly perMinuteFen: number;
  readonly perSmsFen: number;
  readonly perMegabyteFen: number;
}

export interface Membership extends Listable {
  readonly membershipId: string;
  readonly customerId: string;
  readonly club: string;
  readonly level: VipGrade;
  readonly cardNumber: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly points: number;
}

export interface Device {
  readonly deviceId: string;
  readonly brand: string;
  readonly model: string;
  readonly capabilities: readonly DeviceCapability[];
}

export interface CustomerRelation {
  readonly kind: 'FAMILY' | 'PAYS_FOR' | 'USES';
  readonly otherCustomerId: string;
  readonly since: string | null;
}

export interface GroupCustomer extends Listable {
  readonly customerId: string;
  readonly unitName: string;
  readonly unitLevel: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly managerStaffId: string | null;
}

/** What belongs to a customer, read by an id of its own. */
export type Owned<T> = T & { readonly customerId: string };

/** A person's seat in a unit, seen from the person. */
export interface GroupMembership extends Listable {
  readonly groupCustomerId: string;
  readonly position: string;
  readonly keyPerson: boolean;
}

/** The same seat, seen from the unit. */
export interface GroupMember {
  readonly memberCustomerId: string;
  readonly position: string;
  readonly keyPerson: boolean;
}

export interface GroupMemberConnection {
  readonly groupCustomerId: string;
  readonly page: Page<GroupMember>;
}

export interface CustomerConnection {
  readonly staffId: string;
  readonly page: Page<Customer>;
}

export interface StaffMember {
  readonly staffId: string;
  /** Null when the staff register does not have the 工号. */
  readonly name: string | null;
  readonly role: StaffRole | null;
}

export interface Brand {
  readonly code: string;
  readonly name: string;
  /** What a subscription of the brand claims. */
  readonly layer: ServiceLayer;
}

export interface NumberOrigin {
  readonly operator: Operator;
  readonly regionCode: string | null;
}

export interface ServiceIdentity {
  readonly layer: ServiceLayer;
  readonly rank: number;
  readonly source: IdentitySource;
  readonly subscriber: Subscriber | null;
}

export interface CustomerLookup {
  readonly outcome: 'NONE' | 'ONE' | 'MANY';
  readonly matches: readonly CustomerMatch[];
  readonly truncated: boolean;
  /** Set for `SERVICE_NUMBER`: a stranger's number still has an origin. */
  readonly serviceNumber: string | null;
}

export interface CustomerMatch {
  readonly customer: Customer;
  readonly subscriberId: string | null;
  /** Since when that line has the number it has now. */
  readonly numberHeldSinceAt: number | null;
  readonly role: PartyRole;
}

export interface SubscriptionFilter {
  readonly kinds: readonly OfferKind[] | null;
  readonly endedSince: string | null;
  readonly startedSince: string | null;
}
