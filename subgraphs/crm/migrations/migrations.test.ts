import { afterEach, beforeEach, expect, it } from '@jest/globals';
import knex, { type Knex } from 'knex';
import { customerRow } from '../testing/people.ts';
import * as tables from './001-tables.ts';
import * as indexes from './002-indexes.ts';

let db: Knex;
beforeEach(() => {
  db = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    // One connection: another would open another memory.
    pool: { min: 1, max: 1 },
  });
});
afterEach(() => db.destroy());

async function namesOf(type: 'table' | 'index' | 'view'): Promise<string[]> {
  return db('sqlite_master').where({ type }).whereNot('name', 'like', 'sqlite_%').pluck('name');
}

it('leave nothing behind when they are undone', async () => {
  await tables.up(db);
  await indexes.up(db);
  expect(await namesOf('table')).toHaveLength(18);
  expect(await namesOf('index')).toHaveLength(13);
  expect(await namesOf('view')).toEqual(['customer_reach']);

  await indexes.down(db);
  expect(await namesOf('index')).toEqual([]);
  await tables.down(db);
  expect([...(await namesOf('table')), ...(await namesOf('view'))]).toEqual([]);
});

it('say of every row that it is made up, unless it says otherwise', async () => {
  await tables.up(db);

  for (const table of await namesOf('table')) {
    expect({ table, synthetic: (await db(table).columnInfo())['synthetic'] }).toMatchObject({
      synthetic: { type: 'boolean', nullable: false, defaultValue: "'1'" },
    });
  }
});

it('tell of a customer who may see him, as other systems are told', async () => {
  await tables.up(db);
  await db('customer').insert([
    customerRow(1, { manager_staff_id: 'V000001' }),
    customerRow(2, { manager_staff_id: 'V000001' }),
    customerRow(3, { manager_staff_id: null }),
    customerRow(9, { segment: 'ENTERPRISE', manager_staff_id: 'G000001' }),
  ]);
  await db('group_member').insert({
    customer_id: 2,
    group_customer_id: 9,
    position: '职员',
    key_person: false,
  });

  expect(await db('customer_reach').orderBy('customer_id')).toEqual([
    { customer_id: 1, region_code: '510100', manager_staff_id: 'V000001', group_manager_staff_id: null },
    { customer_id: 2, region_code: '510100', manager_staff_id: 'V000001', group_manager_staff_id: 'G000001' },
    { customer_id: 3, region_code: '510100', manager_staff_id: null, group_manager_staff_id: null },
    { customer_id: 9, region_code: '510100', manager_staff_id: null, group_manager_staff_id: 'G000001' },
  ]);
});
