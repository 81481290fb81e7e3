/**
 * BOSS billing: accounts and their money, and what each line used.
 *
 * Tables with many rows per account or line are keyed in the order in which
 * they are read, so that rows read together lie together. What would be a row
 * per day, call or message is packed into one JSON text per line and month;
 * the sources in ../sources say how.
 */

import type { Knex } from 'knex';
import { createClusteredTable } from '#kit/clustered-table';
import { createCustomerReachTable } from '#kit/customer-reach-table';

export async function up(knex: Knex): Promise<void> {
  await createCustomerTables(knex);
  await createAccountTables(knex);
  await createUsageTables(knex);
  await createServiceTables(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'roaming_event',
    'ringback_month',
    'sp_month',
    'service_provider',
    'usage_detail',
    'usage_daily',
    'usage_month',
    'payment',
    'bill',
    'account',
    'customer_register',
    'subscriber_ref',
    'customer_reach',
  ]) {
    await knex.schema.dropTable(table);
  }
}

async function createCustomerTables(knex: Knex): Promise<void> {
  await createCustomerReachTable(knex);
  // Who holds a line: what it used is shown to those who may see its holder.
  await createClusteredTable(knex, 'subscriber_ref', (table) => {
    table.bigInteger('subscriber_id').primary();
    table.bigInteger('customer_id').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
  await createClusteredTable(knex, 'customer_register', (table) => {
    table.bigInteger('customer_id').primary();
    table.string('registered_layer', 20).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
}

async function createAccountTables(knex: Knex): Promise<void> {
  await createClusteredTable(knex, 'account', (table) => {
    table.bigInteger('account_id').primary();
    table.bigInteger('customer_id').notNullable();
    table.string('pay_mode', 10).notNullable();
    table.string('pay_method', 20).notNullable();
    table.string('status', 20).notNullable();
    table.bigInteger('credit_limit_fen').notNullable();
    table.bigInteger('cash_fen').notNullable();
    table.bigInteger('gift_fen').notNullable();
    table.bigInteger('current_charge_fen').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
  await createClusteredTable(knex, 'bill', (table) => {
    table.bigInteger('account_id').notNullable();
    table.string('month', 7).notNullable();
    table.string('issued_on', 10).notNullable();
    table.string('due_on', 10).notNullable();
    table.bigInteger('total_fen').notNullable();
    table.bigInteger('paid_fen').notNullable();
    table.text('items').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['account_id', 'month']);
  });
  await createClusteredTable(knex, 'payment', (table) => {
    table.bigInteger('account_id').notNullable();
    table.bigInteger('paid_at').notNullable();
    table.bigInteger('payment_id').notNullable();
    table.bigInteger('amount_fen').notNullable();
    table.string('method', 20).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['account_id', 'paid_at', 'payment_id']);
  });
}

/** Day by day is apart from the month, which is read far more often. */
async function createUsageTables(knex: Knex): Promise<void> {
  await createClusteredTable(knex, 'usage_month', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    table.integer('voice_minutes').notNullable();
    table.integer('sms_count').notNullable();
    table.integer('mms_count').notNullable();
    table.bigInteger('cmwap_kilobytes').notNullable();
    table.bigInteger('cmnet_kilobytes').notNullable();
    table.bigInteger('value_added_kilobytes').notNullable();
    table.integer('active_days').notNullable();
    table.integer('voice_allowance').notNullable();
    table.integer('sms_allowance').notNullable();
    table.bigInteger('data_allowance_kilobytes').notNullable();
    table.bigInteger('data_charge_fen').notNullable();
    table.bigInteger('data_plan_fee_fen').notNullable();
    table.bigInteger('charge_fen').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'month']);
  });
  await createClusteredTable(knex, 'usage_daily', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    // Null when there was none in the whole month.
    table.text('daily_data');
    table.text('daily_mms');
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'month']);
  });
  await createClusteredTable(knex, 'usage_detail', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    table.text('records', 'mediumtext').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'month']);
  });
}

async function createServiceTables(knex: Knex): Promise<void> {
  await createClusteredTable(knex, 'service_provider', (table) => {
    table.string('sp_code', 20).primary();
    table.string('name', 60).notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
  await createClusteredTable(knex, 'sp_month', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    table.string('sp_code', 20).notNullable();
    table.integer('uplink_sms').notNullable();
    table.integer('downlink_sms').notNullable();
    table.integer('downlink_wap').notNullable();
    table.integer('downlink_mms').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'month', 'sp_code']);
  });
  await createClusteredTable(knex, 'ringback_month', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    table.integer('changes').notNullable();
    table.bigInteger('information_fee_fen').notNullable();
    table.bigInteger('function_fee_fen').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'month']);
  });
  await createClusteredTable(knex, 'roaming_event', (table) => {
    table.bigInteger('subscriber_id').notNullable();
    table.string('roamed_on', 10).notNullable();
    // Tells apart several on one day.
    table.integer('nth').notNullable();
    table.string('cell', 20).notNullable();
    table.string('place', 60).notNullable();
    table.bigInteger('fee_fen').notNullable();
    table.boolean('synthetic').notNullable().defaultTo(true);
    table.primary(['subscriber_id', 'roamed_on', 'nth']);
  });
}
