/** A replica on a real server that is busy, slow, gone, or not what it should be. */
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import knex from 'knex';
import type { Database } from './database.ts';
import { openMysql } from './mysql-database.ts';
import { connectionOf } from './mysql-pool.ts';
import { createMariadbDatabase, type MariadbDatabase, query } from './testing/mariadb.ts';

const DOWN = {
  message: 'The crm system is not reachable.',
  extensions: { code: 'SOURCE_UNAVAILABLE', source: 'crm' },
};
const SLOW = {
  message: 'The crm system was too slow.',
  extensions: { code: 'SOURCE_TIMEOUT', source: 'crm' },
};

let database: MariadbDatabase;
const open: Database[] = [];
beforeEach(async () => {
  database = await createMariadbDatabase('pool');
  const setUp = knex({ client: 'mysql2', connection: connectionOf({ url: database.url }) });
  await setUp.schema.createTable('line', (table) => {
    table.bigInteger('line_id').primary();
    table.string('name', 20);
  });
  await setUp('line').insert([
    { line_id: 1, name: '甲' },
    { line_id: 9_007_199_254_740_991, name: 'a' },
    { line_id: 3, name: 'A' },
  ]);
  await setUp.destroy();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.close()));
  await database.remove();
});

function openReplica(options: Partial<Parameters<typeof openMysql>[0]> = {}): Database {
  const db = openMysql({ url: database.url, source: 'crm', ...options });
  open.push(db);
  return db;
}

const sleepFor = (db: Database) =>
  db.prepare<{ seconds: number }, object>((sql, { seconds }) =>
    sql.select(sql.raw('sleep(?) as slept', [seconds])),
  );

describe('a replica on a server', () => {
  it('gives numbers as numbers, texts by their bytes, and each row once however long the list', async () => {
    const db = openReplica();
    const byIds = db.prepare<{ ids: readonly number[] }, { line_id: number; name: string }>((sql, { ids }) =>
      sql('line').select('line_id', 'name').where(db.oneOf('line_id', ids)).orderBy('name'),
    );
    expect(byIds.sql).toBe('select `line_id`, `name` from `line` where `line_id` in (?) order by `name` asc');
    const ids = Array.from({ length: 1_001 }, (_, nth) => nth);
    expect(await byIds({ ids: [...ids, 3, 9_007_199_254_740_991, 3] })).toEqual([
      { line_id: 3, name: 'A' },
      { line_id: 9_007_199_254_740_991, name: 'a' },
      { line_id: 1, name: '甲' },
    ]);
  });

  it('prepares few texts of a statement, whatever lists it is given', async () => {
    const db = openReplica({ connections: 1 });
    const byIds = db.prepare<{ ids: readonly number[] }, object>((sql, { ids }) =>
      sql('line').where(db.oneOf('line_id', ids)),
    );
    const prepared = async () => {
      const rows = (await query("show global status like 'Com_stmt_prepare'")) as { Value: string }[];
      return Number(rows[0]?.Value);
    };
    await byIds({ ids: [1] });
    const before = await prepared();
    for (const length of [5, 6, 7, 8, 17, 100]) await byIds({ ids: Array.from({ length }, (_, nth) => nth) });
    // Others may use the server at the same time, but hardly for this.
    expect((await prepared()) - before).toBeLessThan(4);
  });

  it('refuses what would change it', async () => {
    const db = openReplica();
    const change = db.prepare((sql) => sql('line').delete());
    await expect(change({})).rejects.toMatchObject(DOWN);
    expect(await db.prepare((sql) => sql('line'))({})).toHaveLength(3);
  });

  it('lets nobody wait for long for a connection, and loses none', async () => {
    const db = openReplica({ connections: 2 });
    const sleep = sleepFor(db);
    const slow = [sleep({ seconds: 0.9 }), sleep({ seconds: 0.9 })];
    await new Promise((resolve) => setTimeout(resolve, 300));

    const refused = await Promise.allSettled(Array.from({ length: 20 }, () => sleep({ seconds: 0 })));
    for (const each of refused) expect(each).toMatchObject({ status: 'rejected', reason: DOWN });
    await Promise.all(slow);
    expect(await Promise.all([sleep({ seconds: 0 }), sleep({ seconds: 0 })])).toHaveLength(2);
  });

  it('gives up on a statement that takes too long, here and on the server', async () => {
    const db = openReplica({ connections: 1, timeoutMs: 300 });
    const sleep = sleepFor(db);
    await expect(sleep({ seconds: 20 })).rejects.toMatchObject(SLOW);

    const running = async () =>
      (await query("select 1 from information_schema.processlist where db = ? and info like '%sleep%'", [
        database.name,
      ])) as object[];
    while ((await running()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await sleep({ seconds: 0 })).toHaveLength(1);
  });

  it('is asked again once it is back, after all its connections were cut', async () => {
    const db = openReplica({ connections: 2 });
    const all = db.prepare((sql) => sql('line'));
    await Promise.all([all({}), all({})]);
    const cut = (await query('select id from information_schema.processlist where db = ?', [
      database.name,
    ])) as {
      id: number;
    }[];
    expect(cut).toHaveLength(2);
    for (const { id } of cut) await query('kill ?', [id]);

    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await all({})).toHaveLength(3);
  });

  it('that lacks a table says no more than that it is not reachable', async () => {
    await expect(openReplica().prepare((sql) => sql('nothing'))({})).rejects.toMatchObject(DOWN);
  });
});

describe('a server', () => {
  it('that nobody runs is a system that is down', async () => {
    const db = openReplica({ url: 'mysql://root@127.0.0.1:9/crm' });
    await expect(db.prepare((sql) => sql('line'))({})).rejects.toMatchObject(DOWN);
  });

  it('that accepts and says nothing is a system that is down', async () => {
    const mute = await new Promise<Server>((resolve) => {
      const server = createServer(() => {}).listen(0, '127.0.0.1', () => resolve(server));
    });
    const { port } = mute.address() as { port: number };
    const db = openReplica({ url: `mysql://root@127.0.0.1:${port}/crm` });
    await expect(db.prepare((sql) => sql('line'))({})).rejects.toMatchObject(DOWN);
    mute.close();
  });

  it('without TLS is not spoken to where TLS is asked for', async () => {
    const db = openReplica({ tls: {} });
    await expect(db.prepare((sql) => sql('line'))({})).rejects.toMatchObject(DOWN);
  });
});
