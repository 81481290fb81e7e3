import type { Knex } from 'knex';

/**
 * Text of the table is compared byte for byte, as SQLite does. Otherwise MySQL takes keys that differ in
 * case or accent for the same, and knex tells it to, whatever the database is set to.
 */
export function compareExactly(knex: Knex, table: Knex.CreateTableBuilder): void {
  if (knex.client.config.client === 'mysql2') table.collate('utf8mb4_bin');
}
