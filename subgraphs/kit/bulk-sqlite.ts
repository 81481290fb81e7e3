/**
 * A bulk store in a SQLite file. While it is open the file has a write-ahead log: whoever reads sees what it was when
 * they began, and waits for nobody. Without one each commit would shut the file, for longer than readers wait.
 */
import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import knex from 'knex';
import type { BulkStore } from './bulk-contract.ts';
import { createPieces } from './bulk-statement.ts';
import { openSqlite } from './database.ts';
import { unreachable } from './errors.ts';
import { isSqliteError } from './sqlite-error.ts';

/** Crossing into SQLite costs more than the row. */
const ROWS = [32, 1];
/** Readers of a file without a log hold it for a moment each; another job for as long as it runs. */
const LOCK_WAIT_MS = 5_000;
/**
 * What was written last may be gone after a power cut, but nothing is broken: the job runs again. The log is put into
 * the file whenever it has 32 MB, of pages of 8 kB.
 */
const WHILE_WRITING = ['synchronous = NORMAL', 'cache_size = -65536', 'wal_autocheckpoint = 4096'];

interface SchemaRow {
  readonly name: string;
  readonly sql: string;
}

export function openBulkSqlite(file: string, source: string): BulkStore {
  // Without a connection: it only builds texts.
  const builder = knex({ client: 'better-sqlite3', useNullAsDefault: true });
  const driver = told(source, () => openWriter(file));
  const db = openSqlite({ file, source });
  const pieces = createPieces(builder, ROWS);
  const prepared = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  const schema = driver.prepare<[string, string], SchemaRow>(
    'select name, sql from sqlite_schema where type = ? and tbl_name = ? and sql is not null order by name',
  );

  function prepare(sql: string): BetterSqlite3.Statement<unknown[]> {
    const statement = prepared.get(sql) ?? driver.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  }

  /** All or nothing. Statements of `db` share what they see with others of a turn, so it ends after the turn. */
  async function atomically(work: () => void): Promise<void> {
    told(source, () => driver.transaction(work).immediate());
    await setImmediate();
  }

  function schemaOf(type: 'table' | 'index', table: string): SchemaRow[] {
    const found = schema.all(type, table);
    if (type === 'table' && found.length === 0) throw new Error(`There is no table ${table}.`);
    return found;
  }

  function run(sql: string, ...names: readonly string[]): void {
    driver.exec(builder.raw(sql, names).toQuery());
  }

  return {
    db,
    write: (table, columns, rows) =>
      atomically(() => {
        for (const { sql, values } of pieces(table, columns, rows)) prepare(sql).run(values);
      }),
    clear: (table) => atomically(() => run('delete from ??', table)),
    beginNext: (table) =>
      atomically(() => {
        const next = nextOf(table);
        run('drop table if exists ??', next);
        for (const { sql } of schemaOf('table', table))
          driver.exec(sql.replace(CREATED, builder.raw('create table ??', [next]).toQuery()));
      }),
    swapNext: (tables) =>
      atomically(() => {
        for (const table of tables) {
          // Names of indexes are the file's; and one is made faster of all rows than row by row.
          const indexes = schemaOf('index', table);
          schemaOf('table', nextOf(table));
          run('drop table ??', table);
          run('alter table ?? rename to ??', nextOf(table), table);
          for (const { sql } of indexes) driver.exec(sql);
        }
      }),
    async close() {
      await db.close();
      if (!driver.open) return;
      // So that the file alone is the whole store, and read where nothing can be written. Whoever reads it keeps the
      // log, which is not wrong either.
      driver.pragma('busy_timeout = 0');
      driver.pragma('wal_checkpoint(TRUNCATE)');
      try {
        driver.pragma('journal_mode = DELETE');
      } catch (error) {
        if (!isSqliteError(error)) throw error;
      } finally {
        driver.close();
      }
    },
  };
}

/** How the text begins that made a table. */
const CREATED = /^create table\s+(?:`[^`]+`|"[^"]+"|\w+)/i;

function nextOf(table: string): string {
  return `${table}_next`;
}

function openWriter(file: string): BetterSqlite3.Database {
  const driver = new BetterSqlite3(file, { fileMustExist: true, timeout: LOCK_WAIT_MS });
  try {
    driver.pragma('journal_mode = WAL');
    for (const pragma of WHILE_WRITING) driver.pragma(pragma);
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

/** @throws SOURCE_UNAVAILABLE where the file can't be read or written; what breaks a rule of its tables is a bug. */
function told<T>(source: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const isFailure = isSqliteError(cause) && !/^SQLITE_(ERROR|CONSTRAINT)/.test(cause.code);
    throw isFailure ? unreachable(source, cause) : cause;
  }
}
