/**
 * The analytics system: what it counted, what it recommends, what it scored.
 * Tables with many rows for each key are keyed in the order in which they are read.
 */

import type { Knex } from 'knex';
import { createClusteredTable } from '#kit/clustered-table';
import { createCustomerReachTable } from '#kit/customer-reach-table';

export async function up(knex: Knex): Promise<void> {
  await createCustomerReachTable(knex);
  // Which lines a customer holds: a snapshot, so that warnings need no other system.
  await createClusteredTable(knex, 'subscriber_ref', (table) => {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('subscriber_id').notNullable();
    table.string('status', 20).notNullable();
    table.string('contract_ends_on', 10);
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['customer_id', 'subscriber_id']);
  });
  await createClusteredTable(knex, 'feature_month', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    // With mobile service: the fixed line and broadband of a home have none.
    table.boolean('mobile').notNullable();
    table.integer('voice_minutes').notNullable();
    table.integer('sms_count').notNullable();
    table.integer('mms_count').notNullable();
    table.bigInteger('data_kb').notNullable();
    table.bigInteger('data_allowance_kb').notNullable();
    table.integer('voice_allowance').notNullable();
    table.integer('active_days').notNullable();
    table.integer('roaming_events').notNullable();
    table.integer('ringback_changes').notNullable();
    table.integer('charge_fen').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'month']);
  });
  await createClusteredTable(knex, 'treatment', (table) => {
    table.bigInteger('treatment_id').primary();
    table.bigInteger('customer_id').notNullable();
    table.string('campaign_kind', 20).notNullable();
    table.string('campaign_name', 100).notNullable();
    table.string('channel', 20).notNullable();
    table.bigInteger('treated_at').notNullable();
    table.bigInteger('offer_id');
    table.string('product_type', 20);
    table.string('reason', 100);
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
  await createClusteredTable(knex, 'opportunity', (table) => {
    table.bigInteger('opportunity_id').primary();
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('subscriber_id').notNullable();
    table.string('kind', 20).notNullable();
    table.bigInteger('offer_id').notNullable();
    table.integer('rank_no').notNullable();
    table.string('reason_code', 40).notNullable();
    table.string('reason_zh', 200).notNullable();
    table.string('reason_en', 300).notNullable();
    // A JSON list of { name, value, unit }.
    table.text('numbers').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
  // Filled by the scoring job only. The subject is a CUSTOMER or a SUBSCRIBER.
  await createClusteredTable(knex, 'score', (table) => {
    table.string('subject', 10).notNullable();
    table.bigInteger('subject_id').notNullable();
    table.string('kind', 30).notNullable();
    table.double('value').notNullable();
    table.string('band', 10).notNullable();
    // A JSON list of { code, textZh, textEn, contribution }, strongest first.
    table.text('reasons').notNullable();
    table.string('model_version', 40).notNullable();
    table.string('as_of', 10).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subject', 'subject_id', 'kind']);
  });
  await createClusteredTable(knex, 'segment_membership', (table) => {
    table.bigInteger('customer_id').notNullable();
    table.string('code', 40).notNullable();
    table.string('name', 60).notNullable();
    table.string('since', 10).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['customer_id', 'code']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'segment_membership',
    'score',
    'opportunity',
    'treatment',
    'feature_month',
    'subscriber_ref',
    'customer_reach',
  ]) {
    await knex.schema.dropTable(table);
  }
}
