import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { toCustomerId, toSubscriberId } from './ids.ts';
import { NAMED_CASES } from './named-cases.ts';

/** A customer whom the README names, with ids as the graph carries them. */
export interface NamedCase {
  readonly id: string;
  readonly serviceNumber: string;
  readonly customerId: string;
  /** Of the line that the number rings; null for those who have none. */
  readonly subscriberId: string | null;
  /** What it shows. */
  readonly zh: string;
  readonly en: string;
}

export interface SeededWorld {
  /** The moment at which the operator stands still, ISO 8601 with offset. */
  readonly now: string;
  readonly customers: number;
  readonly namedCases: readonly NamedCase[];
}

/** @throws Error that says how to seed, when the folder holds no complete operator. */
export function readWorld(dataDir: string): SeededWorld {
  const { now, customers } = readProvenance(join(dataDir, 'crm.sqlite'));
  const namedCases = NAMED_CASES.map(({ id, index, line, serviceNumber, zh, en }) => ({
    id,
    serviceNumber,
    customerId: String(toCustomerId(index)),
    subscriberId: line === null ? null : String(toSubscriberId(index, line)),
    zh,
    en,
  }));
  return { now, customers, namedCases };
}

function readProvenance(file: string): { now: string; customers: number } {
  try {
    const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    const row = db.prepare<[], { now: string; customers: number }>('SELECT now, customers FROM world').get();
    db.close();
    if (row) return row;
  } catch {
    // Told below, in words that say what to do.
  }
  throw new Error(`${file} is no made-up operator. Run \`npm run seed -- --force\`.`);
}
