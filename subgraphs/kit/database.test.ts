import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from './testing/database.ts';

const tables = {
  up: (sql: Knex) => sql.schema.createTable('line', (table) => void table.integer('line_id').primary()),
};

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('crm', [tables], {
    line: [{ line_id: 1 }, { line_id: 2 }, { line_id: 3 }],
  });
});
afterAll(() => test.remove());

it('finds rows by a list of any length with one text', async () => {
  const byIds = test.db.prepare<{ ids: readonly number[] }, { line_id: number }>((sql, { ids }) =>
    sql('line').select('line_id').where(test.db.oneOf('line_id', ids)).orderBy('line_id'),
  );

  expect(await byIds({ ids: [3, 1, 9] })).toEqual([{ line_id: 1 }, { line_id: 3 }]);
  expect(await byIds({ ids: [] })).toEqual([]);
  expect(test.statements).toEqual([byIds.sql, byIds.sql]);
});

it('joins with a list as with a table', async () => {
  const known = test.db.prepare<{ ids: readonly number[] }, { asked: number; line_id: number | null }>(
    (sql, { ids }) =>
      sql
        .select('asked', 'line_id')
        .from(test.db.tableOf('wanted', 'asked', ids, 'id'))
        .leftJoin('line', 'line_id', 'wanted.asked')
        .orderBy('asked'),
  );

  expect(await known({ ids: [9, 2] })).toEqual([
    { asked: 2, line_id: 2 },
    { asked: 9, line_id: null },
  ]);
});

it('names the system when it fails, and nothing else of it', async () => {
  const down = await createTestDatabase('crm', [tables]);
  const all = down.db.prepare((sql) => sql('line').select('line_id'));
  await down.remove();

  await expect(all({})).rejects.toMatchObject({
    message: 'The crm system is not reachable.',
    extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'crm' },
  });
});
