/** Indexes that bulk loading would slow: built once the rows are in. */
import type { Knex } from 'knex';

/** Table, then columns. A lookup index ends in the id by which its matches are cut. */
const INDEXES = [
  ['customer', 'document_number', 'customer_id'],
  ['customer', 'contact_phone', 'customer_id'],
  ['customer', 'email', 'customer_id'],
  ['customer', 'manager_staff_id', 'customer_id'],
  ['group_customer', 'contact_phone', 'customer_id'],
  ['group_member', 'group_customer_id', 'customer_id'],
  ['membership', 'membership_id'],
  ['membership', 'card_number', 'customer_id'],
  ['subscriber', 'customer_id'],
  ['number_holding', 'service_number', 'held_since_at'],
  ['broadband', 'account_name', 'held_since_at'],
  ['device', 'device_id'],
  ['subscription', 'subscription_id'],
] as const;

export async function up(knex: Knex): Promise<void> {
  for (const [table, ...columns] of INDEXES) {
    await knex.schema.alterTable(table, (alter) => alter.index(columns, nameOf(table, columns)));
  }
}

export async function down(knex: Knex): Promise<void> {
  for (const [table, ...columns] of [...INDEXES].reverse()) {
    await knex.schema.alterTable(table, (alter) => alter.dropIndex(columns, nameOf(table, columns)));
  }
}

function nameOf(table: string, columns: readonly string[]): string {
  return `${table}_by_${columns[0]}`;
}
