import type { Knex } from 'knex';
import { createClusteredTable } from './clustered-table.ts';

/**
 * Whose customer is whose: what `reach.ts` decides by. Every system that keeps
 * anything of customers has its own, a row for each.
 */
export async function createCustomerReachTable(knex: Knex): Promise<void> {
  await createClusteredTable(knex, 'customer_reach', (table) => {
    table.bigInteger('customer_id').primary();
    // Home region, GB/T 2260.
    table.string('region_code', 6).notNullable();
    // VIP manager; null without one, and for a unit.
    table.string('manager_staff_id', 16);
    // Of a unit its group-account manager, of a member the one of the unit.
    table.string('group_manager_staff_id', 16);
    table.boolean('synthetic').notNullable().defaultTo(true);
  });
}
