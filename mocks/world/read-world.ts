import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Clock } from '#kit/clock';
import type { SourceConfig } from '#kit/source-config';
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
  /** The moment at which the operator stands still, ISO 8601 with offset; of a real one, when it was read. */
  readonly now: string;
  /** Business time. */
  readonly clock: Clock;
  /** Of a real operator none. */
  readonly namedCases: readonly NamedCase[];
}

/** The made-up operator of a folder. @throws Error that says how to seed, when it holds no complete one. */
export function readWorld(dataDir: string): SeededWorld & Pick<Provenance, 'customers'> {
  const { now, customers } = readProvenance(join(dataDir, 'crm.sqlite'));
  return { ...standingAt(now), customers };
}

/** The operator whose systems the configuration names: made up, and where it says nothing that of the folder, or a real one. */
export function openWorld(dataDir: string, { standsAt, databases }: SourceConfig): SeededWorld {
  if (standsAt !== null) return standingAt(standsAt);
  return databases.crm ? somebodyElses() : readWorld(dataDir);
}

/** An operator of whom nothing is known here: it lives by the real clock. */
export function somebodyElses(): SeededWorld {
  return { now: new Date().toISOString(), clock: () => new Date(), namedCases: [] };
}

function standingAt(now: string): SeededWorld {
  const namedCases = NAMED_CASES.map(({ id, index, line, serviceNumber, zh, en }) => ({
    id,
    serviceNumber,
    customerId: String(toCustomerId(index)),
    subscriberId: line === null ? null : String(toSubscriberId(index, line)),
    zh,
    en,
  }));
  const at = Date.parse(now);
  return { now, clock: () => new Date(at), namedCases };
}

interface Provenance {
  readonly version: number;
  readonly now: string;
  readonly customers: number;
}

/** What made the operator of a folder. @throws Error that says how to seed. */
export function readProvenance(file: string): Provenance {
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
