/** What the service keeps, for tests: in a SQLite file, or in a MariaDB database where the jest project says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { Migrations } from '../migrations.ts';
import type { WritableDatabase } from '../writable-database.ts';
import { openWritableMysql } from '../writable-mysql.ts';
import { openWritableSqlite } from '../writable-sqlite.ts';
import { createMariadbDatabase, testDialect } from './mariadb.ts';

/** Where a store is, to be opened by another process as well. */
export type StorePlace =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'mysql'; readonly url: string };

export interface TestStore {
  readonly place: StorePlace;
  readonly store: WritableDatabase;
  /** Text of each statement run, in order; empty it to count anew. */
  readonly statements: string[];
  /** Opens it once more, as another node does; to be closed before it is removed. */
  open(): Promise<WritableDatabase>;
  /** What is kept, read past the store. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Somebody else holds all of it, until they are told to let go. */
  lock(): Promise<() => Promise<void>>;
  /** Nothing is kept any more. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

export async function createTestStore(name: string, migrations: Migrations): Promise<TestStore> {
  return testDialect() === 'mysql' ? onMariadb(name, migrations) : onSqlite(name, migrations);
}

/** Callers of a test wait for their turn however slow the machine is. */
const WAIT_MS = 20_000;

export function openStore(
  place: StorePlace,
  migrations: Migrations,
  onStatement: (sql: string) => void = () => {},
): Promise<WritableDatabase> {
  return place.dialect === 'sqlite'
    ? openWritableSqlite(place.file, migrations, { onStatement })
    : openWritableMysql({ url: place.url, waitMs: WAIT_MS, onStatement }, migrations);
}

async function onSqlite(name: string, migrations: Migrations): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const place = { dialect: 'sqlite', file: join(folder, `${name}.sqlite`) } as const;
  const statements: string[] = [];
  const asked = <T>(ask: (driver: BetterSqlite3.Database) => T): T => {
    const driver = new BetterSqlite3(place.file);
    try {
      return ask(driver);
    } finally {
      driver.close();
    }
  };
  const open = (): Promise<WritableDatabase> => openStore(place, migrations, (sql) => statements.push(sql));
  const store = await open();
  return {
    place,
    store,
    statements,
    open,
    rows: async (sql) => asked((driver) => driver.prepare<[], Record<string, unknown>>(sql).all()),
    async lock() {
      const other = new BetterSqlite3(place.file);
      other.exec('begin exclusive');
      return async () => {
        other.close();
      };
    },
    async empty() {
      asked((driver) => {
        for (const table of tablesIn(
          driver.prepare("select name from sqlite_master where type = 'table'").all(),
        ))
          driver.exec(`delete from ${table}`);
      });
    },
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function onMariadb(name: string, migrations: Migrations): Promise<TestStore> {
  const database = await createMariadbDatabase(name);
  const place = { dialect: 'mysql', url: database.url } as const;
  const statements: string[] = [];
  const connection = await createConnection({ uri: database.url, dateStrings: true });
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.query(sql))[0] as Record<string, unknown>[];
  const tables = async (): Promise<string[]> =>
    tablesIn(
      await rows('select table_name as name from information_schema.tables where table_schema = database()'),
    );
  const open = (): Promise<WritableDatabase> => openStore(place, migrations, (sql) => statements.push(sql));
  const store = await open();
  return {
    place,
    store,
    statements,
    open,
    rows,
    async lock() {
      const locks = (await tables()).map((table) => `${table} write`);
      await connection.query(`lock tables ${locks.join(', ')}`);
      return async () => {
        await connection.query('unlock tables');
      };
    },
    async empty() {
      for (const table of await tables()) await connection.query(`delete from ${table}`);
    },
    async remove() {
      await store.close();
      await connection.end();
      await database.remove();
    },
  };
}

/** But not those in which migrations are noted. */
function tablesIn(found: readonly unknown[]): string[] {
  return (found as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !/^(knex|sqlite)_/.test(name));
}
