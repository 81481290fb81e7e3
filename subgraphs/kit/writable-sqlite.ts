/** What one node keeps, in a SQLite file. */
import BetterSqlite3 from 'better-sqlite3';
import knex from 'knex';
import type { SqlValue } from './database.ts';
import { type Migrations, migrate } from './migrations.ts';
import { isSqliteError } from './sqlite-error.ts';
import {
  createPreparing,
  type Ran,
  storeFailed,
  type Transaction,
  type WritableDatabase,
} from './writable-database.ts';

interface WritableSqliteOptions {
  /** Called with the text of each statement run, for tests. */
  readonly onStatement?: (sql: string) => void;
}

/** How long another process may hold the file: waiting for it holds everybody. */
const LOCK_WAIT_MS = 100;

/** Opens the file, made where there is none, and brings it up to date. */
export async function openWritableSqlite(
  file: string,
  migrations: Migrations,
  { onStatement }: WritableSqliteOptions = {},
): Promise<WritableDatabase> {
  const builder = knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true });
  try {
    await migrate(builder, migrations);
  } finally {
    await builder.destroy();
  }

  const driver = new BetterSqlite3(file, { timeout: LOCK_WAIT_MS });
  driver.pragma('journal_mode = WAL');
  // Acknowledged means on the disk.
  driver.pragma('synchronous = FULL');
  const [begin, commit, rollback] = ['begin immediate', 'commit', 'rollback'].map((sql) =>
    driver.prepare(sql),
  ) as [BetterSqlite3.Statement, BetterSqlite3.Statement, BetterSqlite3.Statement];
  const prepared = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  const inTurn = createTurns();

  function run(sql: string, values: readonly SqlValue[]): Ran {
    onStatement?.(sql);
    const statement = prepared.get(sql);
    if (!statement) throw new Error('A statement runs that was not prepared.');
    return statement.reader
      ? { rows: statement.all(values), changes: 0 }
      : { rows: [], changes: statement.run(values).changes };
  }

  return {
    dialect: 'sqlite',
    ...createPreparing(builder, (sql) => {
      prepared.set(sql, driver.prepare(sql));
      return (values, transaction) =>
        transaction ? transaction.run(sql, values) : inTurn(async () => run(sql, values));
    }),
    atomically: (work) =>
      inTurn(async () => {
        begin.run();
        let hasEnded = false;
        const transaction: Transaction = {
          run: async (sql, values) => {
            if (hasEnded) throw new Error('A statement runs in a transaction that has ended.');
            return run(sql, values);
          },
        };
        try {
          const result = await work(transaction);
          commit.run();
          return result;
        } finally {
          hasEnded = true;
          // A full disk may have ended it already.
          if (driver.inTransaction) rollback.run();
        }
      }),
    close: () =>
      inTurn(async () => {
        driver.close();
      }),
  };
}

/** One after the other: there is one connection, and whatever runs on it belongs to the transaction that is open. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work).catch((cause: unknown) => {
      // A constraint that is broken is a bug, on every dialect.
      const isFailure = isSqliteError(cause) && !cause.code.startsWith('SQLITE_CONSTRAINT');
      throw isFailure ? storeFailed('SOURCE_UNAVAILABLE', cause) : cause;
    });
    last = turn.catch(() => {});
    return turn;
  };
}
