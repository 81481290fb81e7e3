import type { Knex } from 'knex';

/**
 * Creates a table whose rows lie in the order of their primary key, so that
 * rows read together share pages. InnoDB always does that; SQLite only
 * `without rowid`, which knex cannot say.
 */
export async function createClusteredTable(
  knex: Knex,
  name: string,
  build: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  const isSqlite = knex.client.config.client === 'better-sqlite3';
  for (const { sql } of knex.schema.createTable(name, build).toSQL()) {
    await knex.raw(isSqlite ? `${sql} without rowid` : sql);
  }
}
