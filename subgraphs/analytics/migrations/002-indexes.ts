/** Built after bulk loading. Ids ascend with customers, so the rows behind an entry lie together. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema
    .alterTable('subscriber_ref', (table) => {
      table.index(['subscriber_id'], 'subscriber_ref_by_line');
    })
    .alterTable('treatment', (table) => {
      table.index(['customer_id', 'treated_at'], 'treatment_by_customer');
    })
    .alterTable('opportunity', (table) => {
      table.index(['customer_id', 'kind', 'rank_no'], 'opportunity_by_customer');
    });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema
    .alterTable('subscriber_ref', (table) => {
      table.dropIndex(['subscriber_id'], 'subscriber_ref_by_line');
    })
    .alterTable('treatment', (table) => {
      table.dropIndex(['customer_id', 'treated_at'], 'treatment_by_customer');
    })
    .alterTable('opportunity', (table) => {
      table.dropIndex(['customer_id', 'kind', 'rank_no'], 'opportunity_by_customer');
    });
}
