/**
 * Contact history 接触历史.
 *
 * Contacts, tickets and service requests are numbered per customer in the order
 * in which they began: id = customer id × 10,000 + running number. So a
 * customer's rows lie together, newest last, and the primary key alone serves
 * "by id", "of a customer" and "the newest of a customer".
 */
import type { Knex } from 'knex';
import { createCustomerReachTable } from '#kit/customer-reach-table';
import { compareExactly } from '#kit/exact-text';

const TABLES = [
  'common_function',
  'topic',
  'response',
  'service_request',
  'contact_ticket',
  'contact_link',
  'ticket',
  'contact',
  'customer_reach',
];

export async function up(knex: Knex): Promise<void> {
  await createCustomerReachTable(knex);
  await knex.schema
    .createTable('contact', (table) => {
      compareExactly(knex, table);
      table.bigIncrements('contact_id');
      table.bigInteger('started_at').notNullable();
      table.bigInteger('ended_at');
      table.string('channel', 16).notNullable();
      table.string('direction', 8).notNullable();
      table.string('type', 12).notNullable();
      table.string('staff_id', 16);
      // JSON list of topic codes: read with the contact, always whole.
      table.string('topics', 200).notNullable();
      table.string('resolution', 200);
      // JSON list of [key or null, prompt, seconds]; null without a voice menu.
      table.string('ivr_path', 1_000);
      table.integer('queue_seconds');
      table.string('satisfaction', 2);
      table.boolean('synthetic').notNullable().defaultTo(true);
    })
    .createTable('ticket', (table) => {
      compareExactly(knex, table);
      table.bigIncrements('ticket_id');
      table.bigInteger('accepted_at').notNullable();
      table.string('business_type', 40).notNullable();
      table.bigInteger('due_at').notNullable();
      table.string('status', 2).notNullable();
      table.string('progress', 200);
      table.string('accepted_by_staff_id', 16).notNullable();
      table.string('replied_by_staff_id', 16);
      table.bigInteger('replied_at');
      table.string('satisfaction', 2);
      // A ticket is a complaint when it has a class.
      table.string('complaint_class', 8);
      table.string('complaint_topic', 40);
      table.string('severity', 8).notNullable();
      table.boolean('escalated').notNullable();
      table.boolean('reopened').notNullable();
      table.boolean('synthetic').notNullable().defaultTo(true);
    })
    // Both directions of a tie are rows, so that either contact finds the other.
    .createTable('contact_link', (table) => {
      compareExactly(knex, table);
      table.bigInteger('contact_id').notNullable();
      table.bigInteger('other_contact_id').notNullable();
      table.string('relation', 10).notNullable();
      table.boolean('synthetic').notNullable().defaultTo(true);
      table.primary(['contact_id', 'other_contact_id']);
    })
    .createTable('contact_ticket', (table) => {
      compareExactly(knex, table);
      table.bigInteger('contact_id').notNullable();
      table.bigInteger('ticket_id').notNullable();
      table.boolean('synthetic').notNullable().defaultTo(true);
      table.primary(['contact_id', 'ticket_id']);
    })
    .createTable('service_request', (table) => {
      compareExactly(knex, table);
      table.bigIncrements('request_id');
      table.bigInteger('requested_at').notNullable();
      table.string('direction', 8).notNullable();
      table.string('type', 12).notNullable();
      table.string('title', 100).notNullable();
      table.integer('priority').notNullable();
      table.string('channel', 16).notNullable();
      table.string('origin_department', 40);
      table.string('status', 10).notNullable();
      table.bigInteger('due_at');
      table.bigInteger('contact_id');
      table.boolean('synthetic').notNullable().defaultTo(true);
    })
    .createTable('response', (table) => {
      compareExactly(knex, table);
      table.bigIncrements('treatment_id');
      table.bigInteger('response_id').notNullable();
      table.bigInteger('customer_id').notNullable();
      table.string('outcome', 16).notNullable();
      table.string('reason', 200);
      table.bigInteger('responded_at').notNullable();
      table.string('channel', 16).notNullable();
      table.string('staff_id', 16);
      table.boolean('synthetic').notNullable().defaultTo(true);
    })
    .createTable('topic', (table) => {
      compareExactly(knex, table);
      table.string('code', 40).primary();
      table.string('name', 40).notNullable();
      table.boolean('synthetic').notNullable().defaultTo(true);
    })
    .createTable('common_function', (table) => {
      compareExactly(knex, table);
      table.string('channel', 16).notNullable();
      table.integer('position').notNullable();
      table.string('code', 40).notNullable();
      table.string('name', 40).notNullable();
      table.string('path', 200).notNullable();
      table.boolean('synthetic').notNullable().defaultTo(true);
      table.primary(['channel', 'position']);
    });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of TABLES) await knex.schema.dropTable(table);
}
