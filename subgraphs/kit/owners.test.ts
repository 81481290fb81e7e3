import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Knex } from 'knex';
import { createCustomerReachTable } from './customer-reach-table.ts';
import { CUSTOMERS, createOwners, createOwnersSource, type OwnersSource } from './owners.ts';
import { createTestDatabase, type TestDatabase } from './testing/database.ts';
import { testDialect } from './testing/mariadb.ts';
import { FORBIDDEN, insidersOf, lookedAfterRow, reachRow, strangersTo } from './testing/reach.ts';
import { noteAccesses, testRequest, testViewer } from './testing/viewer.ts';
import type { Reach } from './viewer.ts';

const TABLES = { customer: CUSTOMERS, line: { table: 'line', id: 'line_id' } };
const tables = {
  async up(knex: Knex): Promise<void> {
    await createCustomerReachTable(knex);
    await knex.schema.createTable('line', (table) => {
      table.bigInteger('line_id').primary();
      table.bigInteger('customer_id').notNullable();
    });
  },
};

let database: TestDatabase;
let source: OwnersSource<keyof typeof TABLES>;
beforeAll(async () => {
  database = await createTestDatabase('test', [tables], {
    customer_reach: [lookedAfterRow(1), reachRow(2, { region_code: '110100' })],
    line: [
      { line_id: 10, customer_id: 1 },
      { line_id: 20, customer_id: 2 },
      { line_id: 30, customer_id: 3 },
    ],
  });
  source = createOwnersSource(database.db, TABLES);
});
afterAll(() => database.remove());
beforeEach(() => {
  database.statements.length = 0;
});

function ask(reach: Reach) {
  const accesses = noteAccesses();
  return { accesses, owners: createOwners(source, testRequest(testViewer({ reach }), accesses)) };
}

describe('the owner of a thing', () => {
  it.each(insidersOf('1'))('is told a viewer %s', async (_, reach) => {
    const { owners, accesses } = ask(reach);

    expect(await Promise.all([owners.require('line', '10'), owners.require('customer', '1')])).toEqual([
      '1',
      '1',
    ]);
    expect(accesses).toMatchObject({ seen: new Set(['1']), refusals: [] });
  });

  it.each(strangersTo('2'))('is not told a viewer %s, nor that there is one', async (_, reach) => {
    const { owners, accesses } = ask(reach);

    for (const [kind, id] of [
      ['line', '10'],
      ['line', '99'],
      ['line', 'x'],
      ['customer', '1'],
      ['customer', '99'],
    ] as const) {
      await expect(owners.require(kind, id)).rejects.toMatchObject(FORBIDDEN);
    }
    // The customer of a line that is refused is not even read.
    expect(accesses).toMatchObject({ seen: new Set(), refusals: [null, null, null, '1', '99'] });
  });

  it('who is in no register is out of everybody’s reach', async () => {
    const { owners } = ask({ kind: 'REGIONS', regions: [''] });
    await expect(owners.require('line', '30')).rejects.toMatchObject(FORBIDDEN);
  });

  it('takes one statement for all that is asked in a turn, and none again', async () => {
    const { owners } = ask({ kind: 'REGIONS', regions: [''] });
    const all = () =>
      Promise.all([
        owners.require('line', '10'),
        owners.require('customer', '1'),
        owners.require('line', '20'),
      ]);

    expect(await all()).toEqual(['1', '1', '2']);
    expect(await all()).toEqual(['1', '1', '2']);
    expect(database.statements).toHaveLength(1);
  });

  // What SQLite does for a statement.
  if (testDialect() === 'sqlite') {
    it('is found by keys, however many customers there are', async () => {
      const { owners } = ask({ kind: 'NOBODY' });
      await Promise.allSettled([owners.require('line', '10'), owners.require('customer', '1')]);
      const plan = database.statements.flatMap(database.explain);

      expect(plan.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
      expect(plan.filter((step) => step.startsWith('SEARCH'))).toHaveLength(3);
    });
  }
});
