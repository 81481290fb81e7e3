import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { toCustomerId, toSubscriberId } from './ids.ts';
import { NAMED_CASES } from './named-cases.ts';
import { WORLD_VERSION } from './world.ts';

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

interface Provenance {
  readonly version: number;
  readonly now: string;
  readonly customers: number;
}

function readProvenance(file: string): Provenance {
  const row = findProvenance(file);
  if (row === undefined) throw new Error(`${file} is no made-up operator. Run \`npm run seed\`.`);
  if (row.version === WORLD_VERSION) return row;
  throw new Error(`${file} was made by another version of Panorama. Run \`npm run seed -- --force\`.`);
}

function findProvenance(file: string): Provenance | undefined {
  let db: BetterSqlite3.Database | undefined;
  try {
    db = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    return db.prepare<[], Provenance>('SELECT * FROM world').get();
  } catch {
    // Whatever is wrong with it, the answer is to seed.
    return undefined;
  } finally {
    db?.close();
  }
}
