/**
 * A SQLite file that the service itself writes: what lasts. Statements run at
 * once, so that several of them can be one transaction that nothing comes between.
 */
import BetterSqlite3 from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { bindParam, isParam, type ParamRecord } from './database.ts';
import { appError } from './errors.ts';
import { isSqliteError } from './sqlite-error.ts';

export interface WritableDatabase {
  /**
   * Builds and prepares one statement, as `Database.prepare`.
   *
   * @returns The rows that it reads, or that it says it has written (`returning`).
   * @throws SOURCE_UNAVAILABLE, as `atomically` does, where the file is locked, full or broken.
   */
  prepare<P extends ParamRecord, Row = never>(
    build: (sql: Knex, params: RawParamsOf<P>) => Knex.QueryBuilder | Knex.Raw,
  ): (params: P) => Row[];
  /** All of it or nothing; the file is locked before the first statement. */
  atomically<T>(work: () => T): T;
  close(): void;
}

/** Placeholders that knex takes as they are: an object among the values of an insert it would make a text of. */
type RawParamsOf<P> = { readonly [K in keyof P]: Knex.Raw };

function rawParams<P>(builder: Knex): RawParamsOf<P> {
  return new Proxy({} as RawParamsOf<P>, { get: (_, param) => builder.raw('?', [{ param } as never]) });
}

/** Names of migrations in the order in which they run, once each. */
export type Migrations = Readonly<Record<string, Knex.Migration>>;

/** How long another process may hold the file: waiting for it holds everybody. */
const LOCK_WAIT_MS = 100;

/** Opens the file, made where there is none, and brings it up to date. */
export async function openWritableSqlite(file: string, migrations: Migrations): Promise<WritableDatabase> {
  const builder = knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true });
  await builder.migrate.latest({
    migrationSource: {
      getMigrations: async () => Object.keys(migrations),
      getMigrationName: (name: string) => name,
      getMigration: async (name: string) => migrations[name] as Knex.Migration,
    },
  });
  await builder.destroy();

  const driver = new BetterSqlite3(file, { timeout: LOCK_WAIT_MS });
  driver.pragma('journal_mode = WAL');
  // Acknowledged means on the disk.
  driver.pragma('synchronous = FULL');
  return {
    prepare<P extends ParamRecord, Row>(
      build: (sql: Knex, params: RawParamsOf<P>) => Knex.QueryBuilder | Knex.Raw,
    ) {
      const { sql, bindings } = build(builder, rawParams<P>(builder)).toSQL().toNative();
      const valuesOf = (params: P) =>
        bindings.map((each) => (isParam(each) ? bindParam(each, params) : (each as string | number | null)));
      const prepared = driver.prepare<unknown[], Row>(sql);
      return (params: P): Row[] =>
        typed(() => {
          if (prepared.reader) return prepared.all(valuesOf(params));
          prepared.run(valuesOf(params));
          return [];
        });
    },
    atomically: (work) => typed(() => driver.transaction(work).immediate()),
    close: () => {
      driver.close();
    },
  };
}

/** What SQLite can't do is no bug of ours. */
function typed<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!isSqliteError(cause)) throw cause;
    throw appError(
      'SOURCE_UNAVAILABLE',
      'What this service keeps can not be read or written at the moment.',
      {
        cause,
      },
    );
  }
}
