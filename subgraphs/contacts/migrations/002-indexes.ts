/** What the primary keys do not serve: an answer is also found by its own id, and by who gave which. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('response', (table) => {
    table.unique(['response_id']);
    table.index(['customer_id', 'outcome'], 'response_by_customer');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('response', (table) => {
    table.dropIndex(['customer_id', 'outcome'], 'response_by_customer');
    table.dropUnique(['response_id']);
  });
}
