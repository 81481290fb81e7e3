/**
 * What scores are made of: copied from the other systems by the import, as it is there, and read by the scoring job
 * alone. A customer's rows lie together. What a fact means for a score is for the job to say, not for the copy.
 */
import type { Knex } from 'knex';
import { createClusteredTable } from '#kit/clustered-table';

type Columns = (table: Knex.CreateTableBuilder) => void;

const TABLES: Readonly<Record<string, Columns>> = {
  fact_line(table) {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('subscriber_id').notNullable();
    table.bigInteger('account_id').notNullable();
    // Broadband and fixed lines are not.
    table.boolean('mobile').notNullable();
    table.string('status', 20).notNullable();
    table.string('opened_on', 10).notNullable();
    table.string('closed_on', 10);
    table.primary(['customer_id', 'subscriber_id']);
  },
  fact_subscription(table) {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('subscriber_id').notNullable();
    table.bigInteger('subscription_id').notNullable();
    table.integer('offer_id').notNullable();
    table.string('offer_kind', 16).notNullable();
    table.integer('monthly_fee_fen').notNullable();
    table.string('started_on', 10).notNullable();
    table.string('ended_on', 10);
    table.string('contract_ends_on', 10);
    table.primary(['customer_id', 'subscriber_id', 'subscription_id']);
  },
  /** Member of a family or a unit. */
  fact_tie(table) {
    table.bigInteger('customer_id').notNullable();
    table.string('kind', 10).notNullable();
    table.primary(['customer_id', 'kind']);
  },
  fact_contact(table) {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('contact_id').notNullable();
    table.bigInteger('started_at').notNullable();
    table.string('channel', 16).notNullable();
    table.string('direction', 8).notNullable();
    table.string('type', 12).notNullable();
    // The first that is noted; null where none is.
    table.string('topic', 40);
    table.primary(['customer_id', 'contact_id']);
  },
  fact_ticket(table) {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('ticket_id').notNullable();
    table.bigInteger('accepted_at').notNullable();
    table.bigInteger('due_at').notNullable();
    table.bigInteger('replied_at');
    table.string('status', 2).notNullable();
    // A ticket is a complaint when it has a class.
    table.string('complaint_class', 8);
    table.string('complaint_topic', 40);
    table.boolean('escalated').notNullable();
    table.boolean('reopened').notNullable();
    table.string('satisfaction', 2);
    table.primary(['customer_id', 'ticket_id']);
  },
  fact_response(table) {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('treatment_id').notNullable();
    table.string('outcome', 16).notNullable();
    table.bigInteger('responded_at').notNullable();
    table.primary(['customer_id', 'treatment_id']);
  },
  /** Bills of whoever pays for the line that were not paid on the day they were due; of the others there is no row. */
  fact_late_bill(table) {
    table.bigInteger('customer_id').notNullable();
    table.bigInteger('subscriber_id').notNullable();
    table.string('month', 7).notNullable();
    table.string('due_on', 10).notNullable();
    // Null while something of it is unpaid.
    table.string('paid_on', 10);
    table.primary(['customer_id', 'subscriber_id', 'month']);
  },
  /** All that is or was sold, with what it costs: price lists are applied to use again. */
  fact_offer(table) {
    table.integer('offer_id').primary();
    table.string('name', 64).notNullable();
    table.string('kind', 16).notNullable();
    // Null when sold under all.
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
    table.string('sale_ended_on', 10);
  },
  /** How far each system has been copied. */
  fact_import(table) {
    table.string('system', 10).primary();
    // Everything before this day is here.
    table.string('until_day', 10).notNullable();
  },
};

export async function up(knex: Knex): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) {
    await createClusteredTable(knex, name, (table) => {
      columns(table);
      table.boolean('synthetic').notNullable().defaultTo(true);
    });
  }
}

export async function down(knex: Knex): Promise<void> {
  for (const name of Object.keys(TABLES).reverse()) await knex.schema.dropTable(name);
}
