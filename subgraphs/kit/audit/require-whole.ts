/** Looks at the end of a record before anything is added to it. */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { GENESIS, macOf } from './chain.ts';
import { readHeads } from './heads.ts';

/** A start reads so many of the last records, and this much of the anchor's history. */
const TAIL = 1_000;
const HISTORY_BYTES = 4_096;

/**
 * An old record may be long: all of it is read by `verifyAudit` only.
 *
 * @throws Error that says what to do, where the record is not what its anchor knows, has
 *   none, or does not hold together at its end.
 */
export function requireWhole(file: string, anchorDir: string, auditKey: Uint8Array): void {
  const key = createSecretKey(auditKey);
  const anchored = readHeads(anchorDir, key, HISTORY_BYTES).heads.at(-1);
  const { records, anchoredMac, isWhole } = readTail(file, key, anchored?.seq ?? 0);
  if (!isWhole) throw new Error(NOT_WHOLE);
  if (anchored && anchored.seq > 0 && anchoredMac !== anchored.mac) throw new Error(NOT_ANCHORED);
  if (!anchored && records > 0) throw new Error(NO_ANCHOR);
}

/** @returns Of the anchored record and what follows, at least of the last `TAIL`, whether it holds together. */
function readTail(file: string, key: KeyObject, anchoredSeq: number) {
  const tail = { records: 0, anchoredMac: '', isWhole: true };
  if (!existsSync(file)) return tail;
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    const hasTable = db.prepare("select 1 from sqlite_master where name = 'audit'").get() !== undefined;
    if (!hasTable) return tail;
    const last = db.prepare<unknown[], number | null>('select max(seq) from audit').pluck().get() ?? 0;
    let seq = Math.max(1, Math.min(anchoredSeq, last - TAIL)) - 1;
    let mac =
      db.prepare<unknown[], Buffer>('select mac from audit where seq = ?').pluck().get(seq) ?? GENESIS;
    const rows = db.prepare<unknown[], { seq: number; record: string; mac: Buffer }>(
      'select seq, record, mac from audit where seq > ? order by seq',
    );
    for (const row of rows.iterate(seq)) {
      tail.isWhole &&= row.seq === seq + 1 && macOf(key, mac, row.record).equals(row.mac);
      ({ seq, mac } = row);
      if (seq === anchoredSeq) tail.anchoredMac = mac.toString('hex');
      tail.records += 1;
    }
    return tail;
  } finally {
    db.close();
  }
}

const SEE = 'Run `npm run audit:verify` to see what is wrong.';
const NOT_WHOLE = `The last entries of the record are not those that were written. ${SEE}`;
const NOT_ANCHORED = `The record lacks entries that its anchor knows of. ${SEE}`;
const NO_ANCHOR =
  'The record has entries and no anchor of its key. Put the anchor back, or, if it is lost, make a new one: ' +
  '`npm run audit:verify -- --new-anchor`.';
