/**
 * A system's database, made by the real migrations with rows made by hand: a file
 * in a folder of its own, or a database on MariaDB where the jest project says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { type Database, openSqlite } from '../database.ts';
import { openMysql } from '../mysql-database.ts';
import { connectionOf } from '../mysql-pool.ts';
import { createMariadbDatabase, testDialect } from './mariadb.ts';

interface Migration {
  up(sql: Knex): Promise<void>;
}

export type Row = Readonly<Record<string, string | number | null>>;

/** Rows to begin with, by table. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

export interface TestDatabase {
  readonly db: Database;
  /** Text of each statement run, in order; empty it to count anew. */
  readonly statements: string[];
  /** What SQLite will do for a statement, one step a line. */
  explain(sql: string): string[];
  /** Closes what is still open. */
  remove(): Promise<void>;
}

/** @param source Name of the system, as in errors. */
export async function createTestDatabase(
  source: string,
  migrations: readonly Migration[],
  rows: Rows = {},
): Promise<TestDatabase> {
  const create = testDialect() === 'mysql' ? onMariadb : onSqlite;
  return create(source, async (setUp) => {
    for (const { up } of migrations) await up(setUp);
    for (const [table, ofTable] of Object.entries(rows)) await setUp.batchInsert(table, [...ofTable], 200);
    await setUp.destroy();
  });
}

type Fill = (setUp: Knex) => Promise<void>;

async function onSqlite(source: string, fill: Fill): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `${source}-`));
  const file = join(folder, `${source}.sqlite`);
  await fill(knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true }));

  const statements: string[] = [];
  const db = openSqlite({ file, source, onStatement: (sql) => statements.push(sql) });
  return {
    db,
    statements,
    explain(sql) {
      const driver = new BetterSqlite3(file, { readonly: true });
      const plan = driver.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
      const steps = plan.all(Array.from(sql.matchAll(/\?/g), () => '[]'));
      driver.close();
      return steps.map(({ detail }) => detail);
    },
    async remove() {
      await db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function onMariadb(source: string, fill: Fill): Promise<TestDatabase> {
  const database = await createMariadbDatabase(source);
  const connection = connectionOf({ url: database.url });
  await fill(knex({ client: 'mysql2', connection }));

  const statements: string[] = [];
  const db = openMysql({ url: database.url, source, onStatement: (sql) => statements.push(sql) });
  return {
    db,
    statements,
    explain() {
      throw new Error('Plans are looked at on SQLite.');
    },
    async remove() {
      await db.close();
      await database.remove();
    },
  };
}
