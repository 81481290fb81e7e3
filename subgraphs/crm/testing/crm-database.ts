/** A customer system on disk, for tests: the real migrations, and rows made by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import knex from 'knex';
import { type Database, openSqlite } from '#kit/database';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';

export type Rows = Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;

export interface CrmDatabase {
  readonly db: Database;
  /** Statements run so far; empty it to count anew. */
  readonly statements: string[];
  /** What SQLite will do for a statement, one step a line. */
  explain(sql: string): string[];
  remove(): void;
}

export async function createCrmDatabase(rows: Rows): Promise<CrmDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-'));
  const file = join(folder, 'crm.sqlite');
  const builder = knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true });
  await tables.up(builder);
  for (const [table, ofTable] of Object.entries(rows)) {
    await builder.batchInsert(table, [...ofTable], 200);
  }
  await indexes.up(builder);
  await builder.destroy();

  const statements: string[] = [];
  return {
    db: openSqlite({ file, source: 'crm', onStatement: (sql) => statements.push(sql) }),
    statements,
    explain(sql) {
      const driver = new BetterSqlite3(file, { readonly: true });
      const plan = driver.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
      const steps = plan.all(Array.from({ length: sql.split('?').length - 1 }, () => '[]'));
      driver.close();
      return steps.map(({ detail }) => detail);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
