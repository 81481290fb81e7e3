/** What every store promises; the jest project says on which it runs. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { COUNTERS, type Counters, createCounters } from './testing/counters.ts';
import { createTestStore, type TestStore } from './testing/store.ts';
import type { Transaction } from './writable-database.ts';

let kept: TestStore;
let counters: Counters;
beforeAll(async () => {
  kept = await createTestStore('counters', COUNTERS);
  counters = createCounters(kept.store);
});
afterAll(() => kept.remove());
beforeEach(() => kept.empty());

describe('a transaction', () => {
  it('loses nothing of fifty that count at once', async () => {
    await counters.insert({ name: 'a', counted: 0 });
    await Promise.all(
      Array.from({ length: 50 }, () => kept.store.atomically((within) => counters.add('a', within))),
    );

    expect(await counters.read({ name: 'a' })).toEqual([{ counted: 50 }]);
  });

  it('that fails keeps nothing, and tells why', async () => {
    const failure = new Error('changed my mind');
    const failing = kept.store.atomically(async (within) => {
      await counters.insert({ name: 'a', counted: 1 }, within);
      throw failure;
    });

    await expect(failing).rejects.toBe(failure);
    expect(await counters.read({ name: 'a' })).toEqual([]);
  });

  it('has no part in what others write meanwhile', async () => {
    const both = await Promise.allSettled([
      kept.store.atomically(async (within) => {
        await counters.insert({ name: 'a', counted: 1 }, within);
        throw new Error('no');
      }),
      counters.insert({ name: 'b', counted: 2 }),
    ]);

    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await counters.read({ name: 'b' })).toEqual([{ counted: 2 }]);
  });

  it('that has ended runs nothing any more', async () => {
    const escaped: Transaction[] = [];
    await kept.store.atomically(async (within) => {
      escaped.push(within);
    });

    await expect(counters.insert({ name: 'a', counted: 1 }, escaped[0])).rejects.toThrow(/ended|given back/);
    expect(await kept.rows('select * from counter')).toEqual([]);
  });
});

describe('a statement', () => {
  it('says how many rows it has written', async () => {
    expect(await counters.insertIfNew({ name: 'a', counted: 1 })).toBe(1);
    expect(await counters.insertIfNew({ name: 'a', counted: 2 })).toBe(0);
    expect(await counters.write({ name: 'a', counted: 1 })).toBe(1);
    expect(await counters.write({ name: 'b', counted: 1 })).toBe(0);
  });

  it('gives back every integer as the number that it was', async () => {
    for (const counted of [2 ** 31, -(2 ** 40), Number.MAX_SAFE_INTEGER]) {
      await kept.empty();
      await counters.insert({ name: 'a', counted });
      expect(await counters.read({ name: 'a' })).toEqual([{ counted }]);
    }
  });

  it('tells keys apart that differ in case or accent', async () => {
    for (const [counted, name] of ['a', 'A', 'á'].entries()) await counters.insert({ name, counted });

    expect(await counters.read({ name: 'A' })).toEqual([{ counted: 1 }]);
  });

  it('that breaks a constraint is a bug, and not the store’s failure', async () => {
    await counters.insert({ name: 'a', counted: 1 });
    const again = counters.insert({ name: 'a', counted: 1 });

    await expect(again).rejects.not.toHaveProperty('extensions');
  });

  it('is refused, not kept waiting, while somebody else holds the store, and runs again afterwards', async () => {
    const letGo = await kept.lock();
    const refusal = {
      message: 'What this service keeps can not be read or written at the moment.',
      extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true },
    };
    await expect(counters.insert({ name: 'a', counted: 1 })).rejects.toMatchObject(refusal);
    await expect(
      kept.store.atomically((within) => counters.insert({ name: 'a', counted: 1 }, within)),
    ).rejects.toMatchObject(refusal);
    await letGo();

    expect(await counters.insert({ name: 'a', counted: 1 })).toBe(1);
  });
});

it('is brought up to date once, however often it is opened', async () => {
  await counters.insert({ name: 'a', counted: 7 });
  const again = await kept.open();

  expect(await createCounters(again).read({ name: 'a' })).toEqual([{ counted: 7 }]);
  await again.close();
});
