/** The synthetic operator's databases, read only, by statements of this system's own. */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { toDateTime, toEpochSeconds } from '#kit/clock';

export interface Operator {
  readonly crm: BetterSqlite3.Database;
  readonly billing: BetterSqlite3.Database;
  /** Epoch seconds at which the operator stands still. */
  readonly nowSeconds: number;
  /** The day of that, `YYYY-MM-DD`. */
  readonly today: string;
  close(): void;
}

/**
 * @param dataDir Holds crm.sqlite and billing.sqlite, made by mocks/world/seed.ts.
 * @param now ISO 8601 with offset; by default the moment for which the operator was made.
 * @throws Error when the files are not there, or do not say when now is.
 */
export function openOperator(dataDir: string, now?: string): Operator {
  const crm = openReadOnly(join(dataDir, 'crm.sqlite'));
  const billing = openReadOnly(join(dataDir, 'billing.sqlite'));
  const nowSeconds = toEpochSeconds(now ?? readNow(crm));
  if (Number.isNaN(nowSeconds)) throw new Error('now must be a moment, like 2026-11-20T10:00:00+08:00.');
  return {
    crm,
    billing,
    nowSeconds,
    today: toDateTime(nowSeconds).slice(0, 10),
    close() {
      crm.close();
      billing.close();
    },
  };
}

function openReadOnly(file: string): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new Error(`${file} cannot be opened. Make an operator with \`npm run seed\`.`, { cause });
  }
}

function readNow(crm: BetterSqlite3.Database): string {
  const row = crm.prepare<[], { now: string }>('select now from world').get();
  if (row === undefined) throw new Error('crm.sqlite does not say for which moment it was made.');
  return row.now;
}
