/** What every bulk store promises; the jest project says on which it runs. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SqlValue } from './database.ts';
import { COLUMNS, createTestBulk, type TestBulk } from './testing/bulk.ts';

let bulk: TestBulk;
beforeEach(async () => {
  bulk = await createTestBulk();
});
afterEach(() => bulk.remove());

const rowsOf = (count: number, generation: number): SqlValue[][] =>
  Array.from({ length: count }, (_, id) => [id, `第${id}号`, generation]);

async function contentOf(table: string, db = bulk.store.db): Promise<unknown[]> {
  return db.prepare((sql) =>
    sql(table)
      .select([...COLUMNS, 'synthetic'])
      .orderBy('id'),
  )({});
}

describe('rows', () => {
  it.each([0, 1, 31, 32, 33, 600])('are written, %d of them', async (count) => {
    await bulk.store.write('thing', COLUMNS, rowsOf(count, 1));

    const written = rowsOf(count, 1).map(([id, name, generation]) => ({
      id,
      name,
      generation,
      synthetic: 1,
    }));
    expect(await contentOf('thing')).toEqual(written);
    expect(await contentOf('thing', bulk.reader)).toEqual(written);
  });

  it('with a key that is there are written over, and what is not named gets its default', async () => {
    await bulk.store.write('thing', COLUMNS, rowsOf(40, 1));
    await bulk.store.write('thing', ['id', 'generation'], [[7, 2]]);

    const rows = (await contentOf('thing')) as { id: number; generation: number; name: string | null }[];
    expect(rows).toHaveLength(40);
    expect(rows.filter(({ generation }) => generation === 2)).toEqual([
      { id: 7, name: null, generation: 2, synthetic: 1 },
    ]);
  });

  it('are all written or none', async () => {
    const rows = rowsOf(600, 1).with(599, [599, 'x', null]);

    await expect(bulk.store.write('thing', COLUMNS, rows)).rejects.not.toHaveProperty('extensions');
    expect(await contentOf('thing')).toEqual([]);
  });

  it('that do not fit are refused, whatever they hold', async () => {
    await expect(bulk.store.write('thing', COLUMNS, [[1, 'x']])).rejects.toThrow(
      'thing takes 3 values, not 2.',
    );
  });

  it('keep what they were to the last bit', async () => {
    const values = [2 ** 31, -(2 ** 40), Number.MAX_SAFE_INTEGER];
    await bulk.store.write(
      'thing',
      COLUMNS,
      values.map((value, id) => [id, `'; drop table thing; -- \\ ?`, value]),
    );

    expect(await contentOf('thing')).toEqual(
      values.map((generation, id) => ({
        id,
        name: `'; drop table thing; -- \\ ?`,
        generation,
        synthetic: 1,
      })),
    );
  });

  it('are all gone after clearing, and of no other table', async () => {
    for (const table of ['thing', 'other']) await bulk.store.write(table, COLUMNS, rowsOf(50, 1));
    await bulk.store.clear('thing');

    expect(await contentOf('thing')).toEqual([]);
    expect(await contentOf('other')).toHaveLength(50);
  });

  it('are seen by a statement that ran before they were written', async () => {
    const count = bulk.store.db.prepare<Record<string, never>, { rows: number }>((sql) =>
      sql('thing').count('* as rows'),
    );
    for (const rows of [1, 2, 3]) {
      await bulk.store.write('thing', COLUMNS, rowsOf(rows, 1));
      expect(await count({})).toEqual([{ rows }]);
    }
  });
});

describe('a next table', () => {
  it('is out of sight until it takes the place of its table', async () => {
    for (const table of ['thing', 'other']) {
      await bulk.store.write(table, COLUMNS, rowsOf(30, 1));
      await bulk.store.beginNext(table);
      await bulk.store.write(`${table}_next`, COLUMNS, rowsOf(20, 2));
    }
    expect(await contentOf('thing', bulk.reader)).toHaveLength(30);

    await bulk.store.swapNext(['thing', 'other']);
    for (const table of ['thing', 'other']) {
      for (const db of [bulk.store.db, bulk.reader]) {
        const rows = (await contentOf(table, db)) as { generation: number }[];
        expect(rows.map(({ generation }) => generation)).toEqual(Array(20).fill(2));
      }
    }
    await expect(contentOf('thing_next')).rejects.toThrow(/no such table|not reachable/);
  });

  it('begins empty, whatever an interrupted run left', async () => {
    await bulk.store.beginNext('thing');
    await bulk.store.write('thing_next', COLUMNS, rowsOf(20, 2));
    const again = await bulk.open();
    await again.beginNext('thing');
    await again.write('thing_next', COLUMNS, rowsOf(3, 3));
    await again.swapNext(['thing']);
    await again.close();

    expect(await contentOf('thing')).toHaveLength(3);
  });

  it('is like its table in keys, defaults and order, however often they were swapped', async () => {
    for (let generation = 1; generation <= 3; generation++) {
      await bulk.store.beginNext('thing');
      await bulk.store.write('thing_next', COLUMNS, rowsOf(40, generation));
      await bulk.store.swapNext(['thing']);
    }
    await bulk.store.write('thing', ['id', 'generation'], [[7, 4]]);

    expect(await contentOf('thing')).toHaveLength(40);
    // The statement is refused where there is no such index.
    const hint =
      bulk.store.db.dialect === 'sqlite' ? 'indexed by thing_by_age' : 'force index (thing_by_age)';
    const newest = bulk.store.db.prepare((sql) =>
      sql.raw(`select id, synthetic from thing ${hint} where generation > 3`),
    );
    expect(await newest({})).toEqual([{ id: 7, synthetic: 1 }]);
  });

  it('that is missing leaves all as it was', async () => {
    for (const table of ['thing', 'other']) await bulk.store.write(table, COLUMNS, rowsOf(5, 1));
    await bulk.store.beginNext('thing');

    await expect(bulk.store.swapNext(['thing', 'other'])).rejects.toThrow('other_next');
    expect(await contentOf('thing')).toHaveLength(5);
    expect(await contentOf('other')).toHaveLength(5);
  });
});
