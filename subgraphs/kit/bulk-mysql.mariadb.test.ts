/** What a bulk store on a server has to wait for. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { COLUMNS, createTestBulk, type TestBulk } from './testing/bulk.ts';

let bulk: TestBulk;
beforeAll(async () => {
  bulk = await createTestBulk();
});
afterAll(() => bulk.remove());

it('puts a next table in its place once nobody holds the table, however often it has to ask', async () => {
  const [{ name } = { name: '' }] = await bulk.reader.prepare<Record<string, never>, { name: string }>(
    (sql) => sql.select(sql.raw('database() as name')),
  )({});
  const other = await createConnection({ host: '127.0.0.1', user: 'root', database: name });
  await bulk.store.write('thing', COLUMNS, [[1, 'old', 1]]);
  await bulk.store.beginNext('thing');
  await bulk.store.write('thing_next', COLUMNS, [[1, 'new', 2]]);
  await other.query('start transaction');
  await other.query('select * from thing');

  const swapping = bulk.store.swapNext(['thing']);
  // Longer than the server lets a statement wait for a table.
  await setTimeout(1_500);
  await other.query('commit');
  await swapping;

  const read = bulk.reader.prepare((sql) => sql('thing').select('name'));
  expect(await read({})).toEqual([{ name: 'new' }]);
  await other.end();
});
