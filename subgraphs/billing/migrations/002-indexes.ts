/** Built after bulk loading. Every other read goes by a primary key. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('account', (table) => {
    table.index(['customer_id'], 'account_by_customer');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('account', (table) => {
    table.dropIndex(['customer_id'], 'account_by_customer');
  });
}
