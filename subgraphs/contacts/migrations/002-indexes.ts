/** What the primary keys do not serve: an answer is also found by its own id. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('response', (table) => {
    table.unique(['response_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('response', (table) => {
    table.dropUnique(['response_id']);
  });
}
