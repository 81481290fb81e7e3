import { afterEach, beforeEach, expect, it } from '@jest/globals';
import knex, { type Knex } from 'knex';
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

async function namesOf(type: 'table' | 'index'): Promise<string[]> {
  return db('sqlite_master').where({ type }).whereNot('name', 'like', 'sqlite_%').pluck('name');
}

it('leave nothing behind when they are undone', async () => {
  await tables.up(db);
  await indexes.up(db);
  expect(await namesOf('table')).toHaveLength(18);
  expect(await namesOf('index')).toHaveLength(13);

  await indexes.down(db);
  expect(await namesOf('index')).toEqual([]);
  await tables.down(db);
  expect(await namesOf('table')).toEqual([]);
});

it('say of every row that it is made up, unless it says otherwise', async () => {
  await tables.up(db);

  for (const table of await namesOf('table')) {
    expect({ table, synthetic: (await db(table).columnInfo())['synthetic'] }).toMatchObject({
      synthetic: { type: 'boolean', nullable: false, defaultValue: "'1'" },
    });
  }
});
