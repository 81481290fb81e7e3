/** What identity keeps: counters of tries, the log of authentications, and exports that wait for approval. */
import type { Knex } from 'knex';
import { compareExactly } from '#kit/exact-text';

const TABLES = ['export_request', 'transaction_notice', 'authentication', 'attempts'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema
    // Counted before a password is checked. `who` is a keyed hash or an id, never a number or document.
    .createTable('attempts', (table) => {
      compareExactly(knex, table);
      table.string('scope', 12).notNullable();
      table.string('who', 96).notNullable();
      table.integer('failures').notNullable();
      table.bigInteger('window_from').notNullable();
      table.bigInteger('closed_until');
      table.primary(['scope', 'who']);
    })
    // 客户认证操作日志 (I16), and what statistics (O12) count.
    .createTable('authentication', (table) => {
      compareExactly(knex, table);
      table.string('authentication_id', 36).primary();
      table.bigInteger('at').notNullable();
      table.string('subject', 64).notNullable();
      table.string('role', 16).notNullable();
      table.string('channel', 16).notNullable();
      table.string('method', 24).notNullable();
      table.string('outcome', 12).notNullable();
      table.string('address_hash', 32).notNullable();
      // Null where nobody was identified.
      table.bigInteger('customer_id');
      // The line whose password was asked for.
      table.bigInteger('subscriber_id');
      // Passed by the initial password, and it was not changed since.
      table.boolean('must_change').notNullable().defaultTo(false);
      table.string('segment', 16);
      table.string('user_class', 16);
      table.string('vip_grade', 16);
      table.string('net_class', 8);
      table.index(['at']);
    })
    .createTable('transaction_notice', (table) => {
      compareExactly(knex, table);
      table.bigInteger('customer_id').primary();
      table.bigInteger('spoken_at').notNullable();
    })
    .createTable('export_request', (table) => {
      compareExactly(knex, table);
      table.string('request_id', 36).primary();
      table.bigInteger('requested_at').notNullable();
      table.string('requested_by', 64).notNullable();
      table.bigInteger('customer_id').notNullable();
      table.bigInteger('subscriber_id').notNullable();
      table.string('month', 7).notNullable();
      table.string('purpose', 24).notNullable();
      table.string('reason', 200).notNullable();
      table.string('approved_by', 64);
      table.bigInteger('approved_at');
    });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of TABLES) await knex.schema.dropTable(table);
}
