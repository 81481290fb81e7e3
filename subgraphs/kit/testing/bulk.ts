/** Two tables to rewrite, in a SQLite file, or in a MariaDB database where the jest project says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { type BulkStore, openBulkStore } from '../bulk-store.ts';
import { createClusteredTable } from '../clustered-table.ts';
import { type Database, openSqlite } from '../database.ts';
import { openMysql } from '../mysql-database.ts';
import { connectionOf } from '../mysql-pool.ts';
import { createMariadbDatabase, testDialect } from './mariadb.ts';

/** The columns of both. */
export const COLUMNS = ['id', 'name', 'generation'] as const;
export const TABLES = ['thing', 'other'] as const;

export interface TestBulk {
  readonly store: BulkStore;
  /** As somebody else reads. */
  readonly reader: Database;
  /** Once more, for a job after one that was interrupted; to be closed before it is removed. */
  open(): Promise<BulkStore>;
  remove(): Promise<void>;
}

export async function createTestBulk(): Promise<TestBulk> {
  const { place, reader, setUp, remove } = await (testDialect() === 'mysql' ? onMariadb() : onSqlite());
  for (const table of TABLES) {
    await createClusteredTable(setUp, table, (columns) => {
      columns.bigInteger('id').primary();
      columns.string('name', 40);
      columns.bigInteger('generation').notNullable();
      columns.boolean('synthetic').notNullable().defaultTo(true);
    });
    await setUp.schema.alterTable(table, (columns) => columns.index(['generation', 'id'], `${table}_by_age`));
  }
  await setUp.destroy();
  const open = (): Promise<BulkStore> => openBulkStore(place, 'things');
  const store = await open();
  const readers = reader();
  return {
    store,
    reader: readers,
    open,
    async remove() {
      await store.close();
      await readers.close();
      await remove();
    },
  };
}

interface Place {
  readonly place: Parameters<typeof openBulkStore>[0];
  readonly setUp: Knex;
  reader(): Database;
  remove(): Promise<void>;
}

async function onSqlite(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'bulk-'));
  const file = join(folder, 'things.sqlite');
  return {
    place: { file },
    setUp: knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true }),
    reader: () => openSqlite({ file, source: 'things' }),
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

async function onMariadb(): Promise<Place> {
  const database = await createMariadbDatabase('bulk');
  const place = { url: database.url };
  return {
    place,
    setUp: knex({ client: 'mysql2', connection: connectionOf(place) }),
    reader: () => openMysql({ ...place, source: 'things' }),
    remove: () => database.remove(),
  };
}
