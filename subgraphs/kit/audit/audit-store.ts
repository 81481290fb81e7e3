/** The file of the record, and the one way to write it. */
import { createSecretKey } from 'node:crypto';
import { statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { GENESIS, macOf, toRecord } from './chain.ts';

/** One entry on its way to the file. */
export interface Pending {
  /** JSON, its customers hashed. */
  readonly entry: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: string;
  readonly actor: string;
  readonly customers: readonly string[];
  /** Refused where the actor has this many of the kind within the hour. */
  readonly perHour: number | null;
}

export type Kept = 'kept' | 'limit';

export interface AuditStore {
  /** All or none. @throws Error where the file can't be written. */
  write(batch: readonly Pending[]): Kept[];
  /** @throws Error where the file can't be written. */
  probe(): void;
  /** @throws Error where the file is not any more the one that was opened: what is written would be lost. */
  requireInPlace(): void;
  head(): { readonly seq: number; readonly mac: Buffer };
  close(): void;
}

const HOUR_MS = 3_600_000;

/** More than an entry needs: what has room for it has room to go on. It stays free for entries. */
const PROBE_BYTES = 65_536;

/** Nobody changes a record by accident; who does it on purpose is found by the chain. */
const TABLES = `
  create table if not exists audit (
    seq integer primary key, at integer not null, kind text not null, actor text not null,
    record text not null, mac blob not null
  );
  create index if not exists audit_acts on audit (actor, kind, at) where kind <> 'VIEW';
  create table if not exists audit_subject (subject text not null, seq integer not null, primary key (subject, seq)) without rowid;
  create table if not exists probe (filler blob);
  create trigger if not exists audit_is_next before insert on audit
    when new.seq <> coalesce((select max(seq) from audit), 0) + 1 begin select raise(abort, 'append only'); end;
  create trigger if not exists audit_is_final before update on audit begin select raise(abort, 'append only'); end;
  create trigger if not exists audit_stays before delete on audit begin select raise(abort, 'append only'); end;
  create trigger if not exists audit_subject_is_final before update on audit_subject begin select raise(abort, 'append only'); end;
  create trigger if not exists audit_subject_stays before delete on audit_subject begin select raise(abort, 'append only'); end;
`;

/** @param maxPages Bounds the file, for tests of a full disk. */
export function openAuditStore(file: string, auditKey: Uint8Array, maxPages?: number): AuditStore {
  const key = createSecretKey(auditKey);
  const db = new BetterSqlite3(file, { timeout: 1_000 });
  db.pragma('journal_mode = WAL');
  // Acknowledged means on the disk.
  db.pragma('synchronous = FULL');
  // Customers are listed all over the file: pages that are written again and again are moved once.
  db.pragma('wal_autocheckpoint = 8000');
  if (maxPages !== undefined) db.pragma(`max_page_count = ${maxPages}`);
  db.exec(TABLES);
  const { ino } = statSync(file);
  const insert = db.prepare(
    'insert into audit (seq, at, kind, actor, record, mac) values (?, ?, ?, ?, ?, ?)',
  );
  const insertSubject = db.prepare('insert or ignore into audit_subject (subject, seq) values (?, ?)');
  const countRecent = db
    .prepare<unknown[], number>(
      "select count(*) from audit where actor = ? and kind = ? and kind <> 'VIEW' and at > ?",
    )
    .pluck();
  const last = db.prepare<unknown[], { seq: number; mac: Buffer }>(
    'select seq, mac from audit order by seq desc limit 1',
  );

  const head = (): { seq: number; mac: Buffer } => last.get() ?? { seq: 0, mac: GENESIS };

  const write = db.transaction((batch: readonly Pending[]): Kept[] => {
    let { seq, mac } = head();
    return batch.map(({ entry, at, kind, actor, customers, perHour }) => {
      if (perHour !== null && Number(countRecent.get(actor, kind, at - HOUR_MS)) >= perHour) return 'limit';
      seq += 1;
      const record = toRecord(seq, at, entry);
      mac = macOf(key, mac, record);
      insert.run(seq, at, kind, actor, record, mac);
      for (const subject of customers) insertSubject.run(subject, seq);
      return 'kept';
    });
  });

  return {
    write: (batch) => write.immediate(batch),
    probe() {
      // In two transactions: within one, what is inserted and deleted is never written.
      db.exec(`insert into probe values (zeroblob(${PROBE_BYTES}))`);
      db.exec('delete from probe');
    },
    requireInPlace() {
      if (statSync(file, { throwIfNoEntry: false })?.ino !== ino) {
        throw new Error('its file was taken away or replaced');
      }
    },
    head,
    close: () => {
      db.close();
    },
  };
}
