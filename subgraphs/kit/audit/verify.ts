/** Reads a whole record against its own chain and its anchor. */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { isSqliteError } from '../sqlite-error.ts';
import { GENESIS, macOf } from './chain.ts';
import { type Head, readHeads } from './heads.ts';

export interface Verdict {
  readonly records: number;
  /** The last record's. */
  readonly head: { readonly seq: number; readonly mac: Buffer };
  /** The newest that is anchored; null where none is. */
  readonly anchored: Head | null;
  /** What is wrong, in words; empty where nothing is. */
  readonly faults: readonly string[];
}

/** What is said where nothing else is wrong than that. */
export const NO_ANCHOR = 'there is no anchor: a tail that was cut could not be seen';

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: string;
  readonly record: string;
  readonly mac: Buffer;
}

/** Beyond these nobody reads on. */
const FAULTS_SHOWN = 20;

export function verifyAudit(file: string, anchorDir: string, auditKey: Uint8Array): Verdict {
  const key = createSecretKey(auditKey);
  // Before the record, which may grow meanwhile.
  const { heads, forged } = readHeads(anchorDir, key);
  const anchored = heads.at(-1) ?? null;
  const faults: string[] = [];
  if (forged > 0) faults.push(`the anchor has ${forged} lines that are not of this key`);
  if (!anchored) faults.push(NO_ANCHOR);
  const read = existsSync(file) ? readRecord(file, key, heads) : NOTHING;
  return { ...read, anchored, faults: [...faults, ...read.faults].slice(0, FAULTS_SHOWN) };
}

type Read = Omit<Verdict, 'anchored'>;

const NOTHING: Read = { records: 0, head: { seq: 0, mac: GENESIS }, faults: ['there is no record'] };

function readRecord(file: string, key: KeyObject, heads: readonly Head[]): Read {
  try {
    const db = new BetterSqlite3(file, { readonly: true });
    try {
      // One moment of it, while the service goes on.
      return db.transaction(() => readChain(db, key, heads))();
    } finally {
      db.close();
    }
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { ...NOTHING, faults: [`the file can't be read: ${error.code}, ${error.message}`] };
  }
}

function readChain(db: BetterSqlite3.Database, key: KeyObject, heads: readonly Head[]): Read {
  const anchored = new Map(heads.map((head) => [head.seq, head.mac]));
  const isListed = db.prepare('select 1 from audit_subject where subject = ? and seq = ?');
  const faults: string[] = [];
  let head: Read['head'] = { seq: 0, mac: GENESIS };
  let records = 0;
  let listed = 0;
  for (const row of db.prepare<unknown[], Row>('select * from audit order by seq').iterate()) {
    if (faults.length >= FAULTS_SHOWN) return { records, head, faults };
    records += 1;
    const mac = row.mac.toString('hex');
    if (row.seq > head.seq + 1) faults.push(`${span(head.seq + 1, row.seq - 1)} missing`);
    else if (row.seq <= head.seq || !macOf(key, head.mac, row.record).equals(row.mac)) {
      faults.push(`record ${row.seq} is not the one that was written here`);
    } else {
      const { customers, isSame } = toSaid(row);
      const found = customers.filter((customer) => isListed.get(customer, row.seq)).length;
      if (!isSame || found < customers.length)
        faults.push(`what record ${row.seq} is found by is not what it says`);
      listed += found;
    }
    if ((anchored.get(row.seq) ?? mac) !== mac)
      faults.push(`record ${row.seq} is not the one that is anchored`);
    if (row.seq > head.seq) head = row;
  }
  const last = heads.at(-1);
  if (last && last.seq > head.seq) faults.push(`${span(head.seq + 1, last.seq)} missing at the end`);
  const found = db.prepare<unknown[], number>('select count(*) from audit_subject').pluck().get() ?? 0;
  if (faults.length === 0 && found > listed) {
    faults.push(`${found - listed} customers are listed under records that do not name them`);
  }
  return { records, head, faults };
}

function span(from: number, to: number): string {
  return from === to ? `record ${from} is` : `records ${from} to ${to} are`;
}

/** What stands beside a record, to find it by, must say the same. */
function toSaid({ seq, at, kind, actor, record }: Row): { isSame: boolean; customers: readonly string[] } {
  const said = JSON.parse(record) as Record<'seq' | 'at' | 'kind' | 'subject', unknown> & {
    customers: string[];
  };
  const isSame = said.seq === seq && said.at === at && said.kind === kind && said.subject === actor;
  return { isSame, customers: [...new Set(said.customers)] };
}
