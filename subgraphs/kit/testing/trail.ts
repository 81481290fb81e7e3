/** The record, kept in memory. */
import type { AuditEntry, AuditTrail } from '../audit/trail.ts';
import { appError } from '../errors.ts';

export interface MemoryTrail extends AuditTrail {
  /** What was kept, in order. */
  readonly entries: readonly AuditEntry[];
  /** From now on entries can't be kept. */
  fail(): void;
  /** … and now they can again. */
  recover(): void;
}

/** Time stands still in it: all that was kept counts for the limit of an hour. */
export function memoryTrail(): MemoryTrail {
  const entries: AuditEntry[] = [];
  let isHealthy = true;
  return {
    entries,
    get isHealthy() {
      return isHealthy;
    },
    fail: () => {
      isHealthy = false;
    },
    recover: () => {
      isHealthy = true;
    },
    async append(entry, limit) {
      // Nothing is durable at once.
      await Promise.resolve();
      if (!isHealthy) throw appError('AUDIT_UNAVAILABLE', 'Who looks cannot be recorded at the moment.');
      const before = entries.filter(({ kind, subject }) => kind === entry.kind && subject === entry.subject);
      if (limit && before.length >= limit.perHour) {
        throw appError('LIMIT_REACHED', 'You have done this too often within the hour.');
      }
      entries.push(entry);
    },
    async about(customerId, first, beforeSeq, of) {
      const records = entries.map((entry, at) => ({ ...entry, seq: at + 1, at }));
      return records
        .filter(({ customers, seq }) => customers.includes(customerId) && seq < (beforeSeq ?? Infinity))
        .filter(({ kind, subject }) => !of || (kind === of.kind && subject === of.subject))
        .reverse()
        .slice(0, first);
    },
    async close() {},
  };
}
