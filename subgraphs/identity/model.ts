/**
 * What identity knows, as its resolvers see it. Moments are epoch milliseconds of
 * the real clock. A type named like an SDL object type is the parent of its resolvers.
 */
import type { AuditRecord } from '#kit/audit/trail';
import type { NetClass, UserClass, VipGrade } from '#kit/customer-class';
import type { Purpose } from '#kit/viewer';

export type AuthenticationMethod = 'SERVICE_PASSWORD' | 'ID_DOCUMENT' | 'MEMBER_CARD';
export type AuthenticationKey = 'SERVICE_NUMBER' | 'BROADBAND_ACCOUNT' | 'ID_DOCUMENT' | 'MEMBER_CARD';
export type Outcome = 'PASSED' | 'FAILED' | 'CLOSED';
/** In the log: a try that a crash ended stays `TRIED`; one that billing could not check is `UNANSWERED`. */
export type LoggedOutcome = Outcome | 'TRIED' | 'UNREADABLE' | 'UNANSWERED';
export type AuthenticatedUse = 'VIEW' | 'TRANSACTION' | 'FAX_BILL';
export type Segment = 'PERSONAL' | 'FAMILY' | 'ENTERPRISE';

/** Somebody whom crm knows by what was shown. */
export interface Party {
  readonly customerId: string;
  /** The line whose password counts; null where there is none. */
  readonly subscriberId: string | null;
  readonly segment: Segment;
  readonly netClass: NetClass | null;
  readonly userClass: UserClass | null;
  readonly vipGrade: VipGrade | null;
}

export interface Authentication {
  readonly authenticationId: string;
  readonly outcome: Outcome;
  /** Null unless passed. */
  readonly customerId: string | null;
  readonly receipt: string | null;
  readonly expiresAt: number | null;
  readonly mustChangePassword: boolean;
  readonly allowedUses: readonly AuthenticatedUse[];
  /** Null unless closed. */
  readonly closedUntil: number | null;
}

export interface ExportRequest {
  readonly requestId: string;
  readonly requestedAt: number;
  readonly requestedBy: string;
  readonly customerId: string;
  readonly subscriberId: string;
  readonly month: string;
  readonly purpose: Purpose;
  readonly reason: string;
  readonly approvedBy: string | null;
}

export type AccessRecord = AuditRecord;
export type RecordExportRequest = ExportRequest;
export type AuthenticationStatistic = Statistic;

export type Dimension = 'DAY' | 'HOUR' | 'CHANNEL' | 'CUSTOMER_TYPE' | 'USER_CLASS' | 'LEVEL' | 'NET_CLASS';

/** Counts of one combination; a dimension that is not told apart is null. */
export type Statistic = { readonly [D in Exclude<Dimension, 'HOUR'>]: string | null } & {
  readonly HOUR: number | null;
  readonly identified: number;
  readonly passed: number;
};
