/** What the scoring job leaves beside scores: why a customer probably calls, and what he would cost if he left. */
import type { Knex } from 'knex';
import { createClusteredTable } from '#kit/clustered-table';

export async function up(knex: Knex): Promise<void> {
  await createClusteredTable(knex, 'call_reason', (table) => {
    table.bigInteger('customer_id').notNullable();
    // 1 is the most probable.
    table.integer('rank_no').notNullable();
    table.string('code', 20).notNullable();
    table.string('text_zh', 200).notNullable();
    table.string('text_en', 300).notNullable();
    // A JSON list of { name, value, unit }.
    table.text('numbers').notNullable();
    table.string('as_of', 10).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['customer_id', 'rank_no']);
  });
  // A row for each customer that the job has covered: whoever has one and no reason to call has none.
  await createClusteredTable(knex, 'customer_figure', (table) => {
    table.bigInteger('customer_id').primary();
    // Null where no line of his has a churn score.
    table.bigInteger('expected_loss_fen');
    table.string('as_of', 10).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['customer_figure', 'call_reason']) await knex.schema.dropTable(table);
}
