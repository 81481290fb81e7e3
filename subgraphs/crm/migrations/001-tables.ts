/**
 * Tables of the customer system. Keys that bulk loading fills in ascending
 * order are here; the rest wait for 002. Every row says that it is made up.
 */

import type { Knex } from 'knex';
import { createClusteredTable } from '#kit/clustered-table';

type Columns = (table: Knex.CreateTableBuilder) => void;

const TABLES: Readonly<Record<string, Columns>> = {
  region(table) {
    table.string('region_code', 6).primary();
    table.string('name', 64).notNullable();
    table.string('province', 64).notNullable();
    table.string('area_code', 4).notNullable();
  },
  number_segment(table) {
    table.string('prefix', 8).primary();
    table.string('operator', 16).notNullable();
    table.string('region_code', 6);
  },
  brand(table) {
    table.string('brand_code', 32).primary();
    table.string('name', 64).notNullable();
    table.string('layer', 16).notNullable();
  },
  service_provider(table) {
    table.string('sp_code', 32).primary();
    table.string('name', 64).notNullable();
  },
  staff(table) {
    table.string('staff_id', 16).primary();
    table.string('name', 64).notNullable();
    table.string('role', 16).notNullable();
  },
  device_model(table) {
    table.integer('model_id').primary();
    table.string('brand', 32).notNullable();
    table.string('model', 64).notNullable();
    table.string('capabilities', 64).notNullable();
  },
  offer(table) {
    table.integer('offer_id').primary();
    table.string('name', 64).notNullable();
    table.string('kind', 16).notNullable();
    table.string('family', 16).notNullable();
    table.string('service_class', 16).notNullable();
    table.string('brand_code', 32);
    table.integer('monthly_fee_fen').notNullable();
    table.integer('voice_minutes');
    table.integer('sms_count');
    table.integer('data_kilobytes');
    // Beyond the allowances of all that a line has; null where the offer does not say.
    table.integer('per_minute_fen');
    table.integer('per_sms_fen');
    table.integer('per_megabyte_fen');
    table.integer('contract_months').notNullable();
    table.string('era', 8).notNullable();
    table.string('sale_ended_on', 10);
  },
  customer(table) {
    table.integer('customer_id').primary();
    table.string('name', 64).notNullable();
    table.string('segment', 16).notNullable();
    table.string('status', 16).notNullable();
    table.string('document_type', 24);
    table.string('document_number', 32);
    table.string('region_code', 6).notNullable();
    table.string('development_channel', 16).notNullable();
    table.string('language', 16).notNullable();
    table.string('list_flag', 8).notNullable();
    table.string('opened_on', 10).notNullable();
    table.string('opened_by_staff_id', 16).notNullable();
    table.string('contact_phone', 20);
    table.string('email', 64);
    table.string('address', 128);
    table.string('mailing_address', 128);
    table.string('hobbies', 128).notNullable();
    table.string('manager_staff_id', 16);
  },
  customer_relation(table) {
    table.integer('customer_id').notNullable();
    table.integer('other_customer_id').notNullable();
    table.string('kind', 16).notNullable();
    table.string('since_on', 10);
    table.primary(['customer_id', 'other_customer_id', 'kind']);
  },
  membership(table) {
    table.integer('customer_id').notNullable();
    table.integer('membership_id').notNullable();
    table.string('club', 64).notNullable();
    table.string('level', 16).notNullable();
    table.string('card_number', 32).notNullable();
    table.string('valid_from', 10).notNullable();
    table.string('valid_until', 10).notNullable();
    table.integer('points').notNullable();
    table.primary(['customer_id', 'membership_id']);
  },
  group_customer(table) {
    table.integer('customer_id').primary();
    table.string('unit_name', 64).notNullable();
    table.string('unit_level', 8).notNullable();
    table.string('contact_name', 64).notNullable();
    table.string('contact_phone', 20).notNullable();
  },
  /** Keyed by the person: a person has one seat, and loads in this order. */
  group_member(table) {
    table.integer('customer_id').primary();
    table.integer('group_customer_id').notNullable();
    table.string('position', 32).notNullable();
    table.boolean('key_person').notNullable();
  },
  /** Who pays for an account: all that crm knows of accounts. */
  account_ref(table) {
    table.integer('account_id').primary();
    table.integer('customer_id').notNullable();
  },
  subscriber(table) {
    table.integer('subscriber_id').primary();
    table.integer('customer_id').notNullable();
    table.integer('account_id').notNullable();
    table.string('service_number', 20).notNullable();
    table.string('net_class', 8).notNullable();
    table.string('brand_code', 32).notNullable();
    table.string('status', 24).notNullable();
    table.bigInteger('status_since_at').notNullable();
    table.string('opened_on', 10).notNullable();
    table.string('development_channel', 16).notNullable();
    table.string('ported_from', 16);
    table.string('ported_on', 10);
    table.string('real_user_name', 64);
    table.integer('real_user_customer_id');
  },
  /** Every holding ever, those of closed lines too: a recycled number has several. */
  number_holding(table) {
    table.integer('subscriber_id').notNullable();
    table.bigInteger('held_since_at').notNullable();
    table.bigInteger('held_until_at');
    table.string('service_number', 20).notNullable();
    table.primary(['subscriber_id', 'held_since_at']);
  },
  broadband(table) {
    table.integer('subscriber_id').notNullable();
    table.bigInteger('held_since_at').notNullable();
    table.bigInteger('held_until_at');
    table.string('account_name', 64).notNullable();
    table.primary(['subscriber_id', 'held_since_at']);
  },
  /** The device last seen with a line. Never the IMEI, only its hash. */
  device(table) {
    table.integer('subscriber_id').primary();
    table.string('device_id', 64).notNullable();
    table.integer('model_id').notNullable();
  },
  subscription(table) {
    table.integer('subscriber_id').notNullable();
    table.bigInteger('subscription_id').notNullable();
    table.integer('offer_id').notNullable();
    table.string('started_on', 10).notNullable();
    table.string('ended_on', 10);
    table.string('contract_ends_on', 10);
    table.string('opened_by_staff_id', 16);
    table.string('channel', 16).notNullable();
    table.string('sp_code', 32);
    table.string('owner_type', 16).notNullable();
    table.primary(['subscriber_id', 'subscription_id']);
  },
};

export async function up(knex: Knex): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) {
    await createClusteredTable(knex, name, (table) => {
      columns(table);
      table.boolean('synthetic').notNullable().defaultTo(true);
    });
  }
  await createReachView(knex);
}

/**
 * Who may see a customer (`kit/reach.ts`): what other systems are told, from
 * crm's own tables. By a condition on its key it costs a look into `customer`,
 * and two more only where the unit's manager is asked for.
 */
async function createReachView(knex: Knex): Promise<void> {
  const managerOfUnit = knex('group_member')
    .join('customer as unit', 'unit.customer_id', 'group_member.group_customer_id')
    .select('unit.manager_staff_id')
    .where('group_member.customer_id', knex.ref('customer.customer_id'));
  await knex.schema.createView('customer_reach', (view) => {
    view.columns(['customer_id', 'region_code', 'manager_staff_id', 'group_manager_staff_id']);
    view.as(
      knex('customer').select(
        'customer_id',
        'region_code',
        knex.raw("case when segment = 'ENTERPRISE' then null else manager_staff_id end"),
        knex.raw("case when segment = 'ENTERPRISE' then manager_staff_id else (?) end", [managerOfUnit]),
      ),
    );
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropView('customer_reach');
  for (const name of Object.keys(TABLES).reverse()) await knex.schema.dropTable(name);
}
