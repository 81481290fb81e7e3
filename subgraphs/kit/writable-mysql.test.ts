/** What a primary that several nodes share promises beyond a file: these ask a MariaDB. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COUNTERS, createCounters } from './testing/counters.ts';
import { createMariadbDatabase, type MariadbDatabase, query } from './testing/mariadb.ts';
import type { WritableDatabase } from './writable-database.ts';
import { openWritableMysql } from './writable-mysql.ts';

let database: MariadbDatabase;
beforeAll(async () => {
  database = await createMariadbDatabase('nodes');
});
afterAll(() => database.remove());

const nodes: WritableDatabase[] = [];
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()));
});
async function start(count: number): Promise<void> {
  const open = () => openWritableMysql({ url: database.url, waitMs: 20_000 }, COUNTERS);
  nodes.push(...(await Promise.all(Array.from({ length: count }, open))));
}

describe('nodes that share a primary', () => {
  it('start at once, and one of them makes the tables', async () => {
    await start(4);
    const [first] = nodes.map(createCounters);

    expect(await first?.insert({ name: 'start', counted: 1 })).toBe(1);
  });

  it('start after one was killed while it made them', async () => {
    await start(1);
    await query(`update ${database.name}.knex_migrations_lock set is_locked = 1`);
    await start(1);

    expect(await createCounters(nodes[1] as WritableDatabase).read({ name: 'none' })).toEqual([]);
  });

  it('count together and lose nothing', async () => {
    await start(2);
    const counting = nodes.map((node) => ({ node, counters: createCounters(node) }));
    await counting[0]?.counters.insert({ name: 'shared', counted: 0 });
    await Promise.all(
      counting.flatMap(({ node, counters }) =>
        Array.from({ length: 25 }, () => node.atomically((within) => counters.add('shared', within))),
      ),
    );

    expect(await counting[1]?.counters.read({ name: 'shared' })).toEqual([{ counted: 50 }]);
  });

  it('try again what the server broke off for the other', async () => {
    await start(2);
    const first = createCounters(nodes[0] as WritableDatabase);
    for (const name of ['x', 'y']) await first.insert({ name, counted: 0 });
    const bothHoldOne = barrier(2);
    let tries = 0;
    const count = (node: WritableDatabase, names: readonly [string, string]): Promise<void> => {
      const counters = createCounters(node);
      return node.atomically(async (within) => {
        tries++;
        await counters.add(names[0], within);
        await bothHoldOne();
        await counters.add(names[1], within);
      });
    };
    await Promise.all([
      count(nodes[0] as WritableDatabase, ['x', 'y']),
      count(nodes[1] as WritableDatabase, ['y', 'x']),
    ]);

    expect(tries).toBe(3);
    expect([await first.read({ name: 'x' }), await first.read({ name: 'y' })]).toEqual([
      [{ counted: 2 }],
      [{ counted: 2 }],
    ]);
  });
});

/** Lets nobody on before so many have come, and everybody later. */
function barrier(of: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    if (++come === of) resolve();
    return promise;
  };
}
