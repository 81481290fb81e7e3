/**
 * The record as the service writes and reads it. Entries of one turn of the
 * event loop go to a thread as one message; nobody waits for a disk here.
 */
import { createSecretKey } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { appError } from '../errors.ts';
import type { WorkerOptions } from './audit-worker.ts';
import { openAuditWriter } from './audit-writer.ts';
import { subjectHash } from './chain.ts';
import type { AuditRecord, AuditTrail } from './trail.ts';

export interface AuditTrailOptions extends WorkerOptions {
  /** Told, without personal data, of what somebody must look after. */
  readonly report?: (problem: string) => void;
  readonly now?: () => number;
}

/**
 * Ready once the file could be opened and agrees with its anchor.
 *
 * @throws Error that says what to do, where records are missing or are not those that were written.
 */
export async function openAuditTrail(options: AuditTrailOptions): Promise<AuditTrail> {
  const { report = () => {}, now = Date.now, ...ofWorker } = options;
  const pseudonymKey = createSecretKey(options.pseudonymKey);
  const writer = await openAuditWriter(ofWorker, report);
  return {
    get isHealthy() {
      return writer.isHealthy;
    },
    append: (entry, limit) => writer.append({ entry, at: now(), perHour: limit?.perHour ?? null }),
    async about(customerId, first, beforeSeq, of) {
      const subject = subjectHash(pseudonymKey, customerId);
      try {
        return readAbout(options.file, {
          customer: subject,
          before: beforeSeq ?? Number.MAX_SAFE_INTEGER,
          first,
          kind: of?.kind ?? null,
          actor: of?.subject ?? null,
        });
      } catch (cause) {
        throw appError('AUDIT_UNAVAILABLE', 'The record cannot be read at the moment.', { cause });
      }
    },
    close: () => writer.close(),
  };
}

/** Opened anew each time: it is asked seldom, and the file may have been put back since. */
function readAbout(file: string, asked: object): AuditRecord[] {
  const db = new BetterSqlite3(file, { readonly: true, timeout: 0 });
  try {
    const rows = db
      .prepare<unknown[], { record: string }>(
        `select audit.record from audit_subject join audit on audit.seq = audit_subject.seq
         where audit_subject.subject = :customer and audit_subject.seq < :before
           and (:actor is null or (audit.kind = :kind and audit.actor = :actor))
         order by audit_subject.seq desc limit :first`,
      )
      .all(asked);
    return rows.map(({ record }) => JSON.parse(record) as AuditRecord);
  } finally {
    db.close();
  }
}
