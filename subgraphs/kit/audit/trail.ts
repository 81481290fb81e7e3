/** The record of who did what (审计): append only, chained, and readable by those whom it is about. */
import type { Purpose, Role } from '../viewer.ts';

export type AuditKind =
  /** Customers were looked at. */
  | 'VIEW'
  /** Something was asked for that the viewer may not have. */
  | 'REFUSAL'
  /** Somebody was looked up whom there is not. */
  | 'LOOKUP'
  | 'REVEAL'
  | 'AUTHENTICATION'
  | 'PASSWORD_CHANGE'
  | 'EXPORT_REQUEST'
  | 'EXPORT_APPROVAL'
  | 'EXPORT'
  | 'ROLE_CHANGE'
  /** Unusual browsing. */
  | 'ALERT';

export interface AuditEntry {
  readonly kind: AuditKind;
  /** 工号, or the id of a system. */
  readonly subject: string;
  readonly role: Role;
  readonly channel: string;
  /** Ids; the trail keeps their keyed hashes. */
  readonly customers: readonly string[];
  /** Name of the trusted document, or `ad hoc`. */
  readonly operation: string;
  /** Coordinates of the fields: `Customer.name`. Never values. */
  readonly fields: readonly string[];
  readonly purpose: Purpose | null;
  /** Given for a reveal or an export, in words. */
  readonly reason?: string;
  /** `OK`, or an error code, or the outcome of an authentication. */
  readonly outcome: string;
  /** Epoch milliseconds, where that was before it was kept: the record could not be written then. */
  readonly happenedAt?: number;
}

/** An entry as it was kept. */
export interface AuditRecord extends Omit<AuditEntry, 'customers'> {
  readonly seq: number;
  /** Epoch milliseconds, of the real clock. */
  readonly at: number;
  /** Keyed hashes. */
  readonly customers: readonly string[];
}

export interface AuditTrail {
  /** False while entries can't be kept: what must be on record is then refused. */
  readonly isHealthy: boolean;
  /**
   * Resolves once the entry is durable.
   *
   * @param limit The entry is not kept, and LIMIT_REACHED thrown, where the subject has
   *   this many of the same kind within the hour already. Views are not counted.
   * @throws AUDIT_UNAVAILABLE, retryable, where it can't be kept.
   */
  append(entry: AuditEntry, limit?: { readonly perHour: number }): Promise<void>;
  /**
   * Records about a customer, newest first.
   *
   * @param beforeSeq Of those before it, where that is not null.
   * @param of What somebody did, where that alone is asked for.
   */
  about(
    customerId: string,
    first: number,
    beforeSeq: number | null,
    of?: Pick<AuditEntry, 'kind' | 'subject'>,
  ): Promise<AuditRecord[]>;
  close(): Promise<void>;
}
