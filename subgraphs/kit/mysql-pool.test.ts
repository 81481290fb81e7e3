/** What a server does, and the way to it, must never take the service with it: these ask a MariaDB. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createMysqlPool, type MysqlPool } from './mysql-pool.ts';
import { createMariadbDatabase, type MariadbDatabase, query } from './testing/mariadb.ts';

const UNAVAILABLE = {
  message: 'The crm system is not reachable.',
  extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'crm' },
};
const TOO_SLOW = {
  message: 'The crm system was too slow.',
  extensions: { code: 'SOURCE_TIMEOUT', retryable: true, source: 'crm' },
};

let database: MariadbDatabase;
beforeAll(async () => {
  database = await createMariadbDatabase('pool');
  await query(`create table ${database.name}.line (line_id bigint primary key, name varchar(8))`);
});
afterAll(() => database.remove());

let pool: MysqlPool;
afterEach(() => pool.close());
function openPool(options: Partial<Parameters<typeof createMysqlPool>[0]> = {}): MysqlPool {
  pool = createMysqlPool({ url: database.url, source: 'crm', ...options });
  return pool;
}

const one = async (): Promise<unknown> => (await pool.run('select 1 as one', []))[0];

describe('a connection', () => {
  it('speaks strictly, in UTC, and of integers as numbers', async () => {
    openPool();
    const [answer] = await pool.run(
      `select @@time_zone as zone, @@character_set_client as charset, sum(?) as sum, ? as big,
        9007199254740993 as beyond, date '2026-11-26' as day, json_object('a', 1) as json`,
      [3, 2 ** 40],
    );

    expect(answer).toEqual({
      zone: '+00:00',
      charset: 'utf8mb4',
      sum: 3,
      big: 2 ** 40,
      beyond: '9007199254740993',
      day: '2026-11-26',
      json: '{"a": 1}',
    });
    await expect(pool.run('insert into line values (1, ?)', ['longer than 8'])).rejects.toThrow('too long');
  });

  it('takes one statement at a time', async () => {
    openPool();
    await expect(pool.run('select 1; select 2', [])).rejects.toThrow('SQL syntax');
    await expect(pool.withConnection(({ command }) => command('select 1; select 2'))).rejects.toThrow(
      'SQL syntax',
    );
  });

  it('can be one that writes nothing', async () => {
    openPool({ readOnly: true });
    await expect(pool.run('insert into line values (2, ?)', ['x'])).rejects.toMatchObject(UNAVAILABLE);
    expect(await one()).toEqual({ one: 1 });
  });

  it('is not made where encryption is asked for and not to be had', async () => {
    openPool({ tls: {} });
    await expect(one()).rejects.toMatchObject(UNAVAILABLE);
  });

  it('runs nothing for a caller that has given it back', async () => {
    openPool();
    const late = await pool.withConnection(
      async ({ execute }) =>
        () =>
          execute('select 1'),
    );
    await expect(late()).rejects.toThrow('given back');
  });

  it('outlives a statement that is wrong, which is a bug', async () => {
    openPool({ connections: 1 });
    const id = async (): Promise<unknown> => (await pool.run('select connection_id() as id', []))[0];
    const before = await id();
    const wrong = pool.run('select name from nowhere', []);

    await expect(wrong).rejects.toMatchObject({ code: 'ER_NO_SUCH_TABLE' });
    expect(await id()).toEqual(before);
  });
});

describe('a server', () => {
  it('whose connections are all in use refuses after a while, and serves whoever comes later', async () => {
    openPool({ connections: 1, waitMs: 20 });
    await pool.withConnection(async () => {
      await expect(one()).rejects.toMatchObject(UNAVAILABLE);
    });

    expect(await one()).toEqual({ one: 1 });
  });

  it('serves everybody who waits no longer than the bound', async () => {
    openPool({ connections: 2, waitMs: 20_000 });
    const answers = await Promise.all(Array.from({ length: 50 }, one));

    expect(answers).toHaveLength(50);
  });

  it('that is not there is a system that is down', async () => {
    openPool({ url: 'mysql://root@127.0.0.1:1/nothing' });
    await expect(one()).rejects.toMatchObject(UNAVAILABLE);
  });

  it('that closes a connection in the middle is down, and up with the next', async () => {
    openPool({ connections: 1 });
    const killed = pool.withConnection(async ({ execute }) => {
      const [row] = (await execute('select connection_id() as id')).rows as { id: number }[];
      await query(`kill ${row?.id}`);
      await execute('select 1');
    });

    await expect(killed).rejects.toMatchObject(UNAVAILABLE);
    expect(await one()).toEqual({ one: 1 });
  });

  it('that is too slow ends the statement itself', async () => {
    openPool({ connections: 1, timeoutMs: 100 });
    await expect(pool.run('select sleep(?)', [60])).rejects.toMatchObject(TOO_SLOW);
    expect(await one()).toEqual({ one: 1 });
  });
});

describe('a network', () => {
  it('that goes silent costs one connection and no more than the bound', async () => {
    const way = await openWay();
    openPool({ url: database.url.replace(':3306', `:${way.port}`), connections: 1, timeoutMs: 100 });
    expect(await one()).toEqual({ one: 1 });
    way.silence();

    await expect(one()).rejects.toMatchObject(TOO_SLOW);
    way.close();
  });
});

/** To the server, until it is told to be silent. */
async function openWay(): Promise<{ readonly port: number; silence(): void; close(): void }> {
  const sockets: Socket[] = [];
  const server: Server = createServer((near) => {
    const far = connect(3_306, '127.0.0.1');
    sockets.push(near, far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
