/** A SQLite file that is rewritten while a service reads it. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { openBulkStore } from './bulk-store.ts';
import { openSqlite } from './database.ts';

const ROWS = 20_000;
const GENERATIONS = 6;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bulk-'));
  file = join(folder, 'things.sqlite');
  const driver = new BetterSqlite3(file);
  for (const table of ['thing', 'other']) {
    driver.exec(`create table ${table} (id bigint primary key, name text, generation bigint) without rowid`);
    driver.exec(`create index ${table}_by_age on ${table} (generation)`);
  }
  driver.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('whoever reads while a job writes', () => {
  it('goes on reading, and sees all of the old or all of the new', async () => {
    const db = openSqlite({ file, source: 'things' });
    const statement = (table: string) =>
      db.prepare<Record<string, never>, { rows: number; oldest: number | null; newest: number | null }>(
        (sql) => sql(table).count('* as rows').min('generation as oldest').max('generation as newest'),
      );
    const [things, others] = [statement('thing'), statement('other')];
    const worker = new Worker(new URL('./testing/bulk-writer.ts', import.meta.url), {
      workerData: { file, generations: GENERATIONS, rows: ROWS },
    });
    const ended = once(worker, 'exit');
    let isDone = false;
    worker.once('message', () => {
      isDone = true;
    });

    const seen = new Map<number, number>();
    while (!isDone) {
      // Of one turn, as the sections of a screen are.
      const [[thing], [other]] = await Promise.all([things({}), others({})]);
      expect(other).toEqual(thing);
      const { rows = 0, oldest, newest } = thing ?? {};
      expect({ rows, oldest }).toEqual({ rows: oldest === null ? 0 : ROWS, oldest: newest });
      seen.set(newest ?? 0, (seen.get(newest ?? 0) ?? 0) + 1);
      await setImmediate();
    }
    expect(await ended).toEqual([0]);
    expect((await things({}))[0]?.newest).toBe(GENERATIONS);
    // Old and new: it was read before, meanwhile and after.
    expect(seen.get(0)).toBeGreaterThan(0);
    expect(seen.size).toBeGreaterThan(2);
    await db.close();
  });

  it('is not kept waiting by a transaction that takes long', async () => {
    const store = await openBulkStore({ file }, 'things');
    await store.write('thing', ['id', 'generation'], [[1, 1]]);
    const other = new BetterSqlite3(file);
    other.exec('begin immediate; update thing set generation = 2');
    const db = openSqlite({ file, source: 'things' });
    const read = db.prepare((sql) => sql('thing').select('generation'));

    expect(await read({})).toEqual([{ generation: 1 }]);
    other.exec('commit');
    await setImmediate();
    expect(await read({})).toEqual([{ generation: 2 }]);
    other.close();
    await db.close();
    await store.close();
  });
});

describe('a file', () => {
  it('is one file again when the job is over, without a log', async () => {
    const store = await openBulkStore({ file }, 'things');
    await store.write('thing', ['id', 'generation'], [[1, 1]]);
    await store.close();

    expect(readdirSync(folder)).toEqual(['things.sqlite']);
    const driver = new BetterSqlite3(file, { readonly: true });
    expect(driver.pragma('journal_mode', { simple: true })).toBe('delete');
    driver.close();
  });

  it('holds all that was written when the job is over, though somebody reads it', async () => {
    const store = await openBulkStore({ file }, 'things');
    const db = openSqlite({ file, source: 'things' });
    const read = db.prepare((sql) => sql('thing').select('generation'));
    await read({});
    await setImmediate();
    await store.write('thing', ['id', 'generation'], [[1, 1]]);
    await store.close();

    expect(await read({})).toEqual([{ generation: 1 }]);
    await setImmediate();
    await db.close();
    for (const left of readdirSync(folder)) if (left !== 'things.sqlite') rmSync(join(folder, left));
    const driver = new BetterSqlite3(file);
    expect(driver.prepare('select generation from thing').all()).toEqual([{ generation: 1 }]);
    driver.close();
  });

  it('that another job writes is the system’s failure, and not ours', async () => {
    const other = new BetterSqlite3(file);
    other.exec('begin exclusive');

    await expect(openBulkStore({ file }, 'things')).rejects.toMatchObject({
      message: 'The things system is not reachable.',
      extensions: { code: 'SOURCE_UNAVAILABLE' },
    });
    other.close();
  });

  it('that is not there is not made', async () => {
    await expect(openBulkStore({ file: join(folder, 'none.sqlite') }, 'things')).rejects.toMatchObject({
      extensions: { code: 'SOURCE_UNAVAILABLE' },
    });
    expect(readdirSync(folder)).toEqual(['things.sqlite']);
  });
});
