import type { Knex } from 'knex';
import { compareExactly } from './exact-text.ts';

/**
 * Creates a table whose rows lie in the order of their primary key, so that
 * rows read together share pages. InnoDB always does that; SQLite only
 * `without rowid`, which knex cannot say. Texts are compared byte for byte.
 */
export async function createClusteredTable(
  knex: Knex,
  name: string,
  build: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  const isSqlite = knex.client.config.client === 'better-sqlite3';
  const exactly = (table: Knex.CreateTableBuilder): void => {
    compareExactly(knex, table);
    build(table);
  };
  for (const { sql } of knex.schema.createTable(name, exactly).toSQL()) {
    await knex.raw(isSqlite ? `${sql} without rowid` : sql);
  }
}
