/** A record in a folder of its own, for tests. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type AuditTrailOptions, openAuditTrail } from '../audit-trail.ts';
import type { AuditEntry, AuditTrail } from '../trail.ts';
import { type Verdict, verifyAudit } from '../verify.ts';

export interface TestRecord {
  readonly folder: string;
  readonly file: string;
  readonly anchorDir: string;
  readonly auditKey: Buffer;
  /** Of those that were opened and not closed, all are closed by `closeAll`. */
  open(options?: Partial<AuditTrailOptions>): Promise<AuditTrail>;
  closeAll(): Promise<void>;
  verify(): Verdict;
  /** As somebody who owns the file could: past its triggers. */
  tamper(sql: string, ...values: unknown[]): void;
  remove(): Promise<void>;
}

export function createTestRecord(): TestRecord {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const file = join(folder, 'audit.sqlite');
  const anchorDir = join(folder, 'elsewhere');
  const auditKey = randomBytes(32);
  const pseudonymKey = randomBytes(32);
  const opened: AuditTrail[] = [];
  async function closeAll(): Promise<void> {
    for (const trail of opened.splice(0)) await trail.close();
  }
  return {
    folder,
    file,
    anchorDir,
    auditKey,
    async open(options = {}) {
      const trail = await openAuditTrail({ file, anchorDir, auditKey, pseudonymKey, ...options });
      opened.push(trail);
      return trail;
    },
    closeAll,
    verify: () => verifyAudit(file, anchorDir, auditKey),
    tamper(sql, ...values) {
      const db = new BetterSqlite3(file);
      const triggers = db.prepare<unknown[], string>("select name from sqlite_master where type = 'trigger'");
      for (const name of triggers.pluck().all()) db.exec(`drop trigger ${name}`);
      db.prepare(sql).run(...values);
      db.close();
    },
    async remove() {
      await closeAll();
      rmSync(folder, { recursive: true });
    },
  };
}

export function testEntry(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    kind: 'VIEW',
    subject: 'A000001',
    role: 'HOTLINE_AGENT',
    channel: 'HOTLINE',
    customers: ['100000001'],
    operation: 'screen-pop',
    fields: ['Customer.name'],
    purpose: null,
    outcome: 'OK',
    ...changes,
  };
}
