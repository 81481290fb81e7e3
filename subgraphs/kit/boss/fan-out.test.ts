import { expect, it } from '@jest/globals';
import { createBulkhead } from './bulkhead.ts';
import { fanOut } from './fan-out.ts';

it('asks for each key once, no more at once than allowed', async () => {
  let open = 0;
  let most = 0;
  const asked: string[] = [];
  const keys = Array.from({ length: 20 }, (_, at) => String(at));
  const found = await fanOut(
    [...keys, ...keys],
    async (key) => {
      asked.push(key);
      most = Math.max(most, ++open);
      await new Promise(setImmediate);
      open--;
      return key;
    },
    3,
  );
  expect(asked).toEqual(keys);
  expect(most).toBe(3);
  expect(found.size).toBe(20);
});

it('fails a key alone, and leaves out what is not there', async () => {
  const error = new Error('of b');
  const found = await fanOut(['a', 'b', 'c'], async (key) => {
    if (key === 'b') throw error;
    return key === 'c' ? null : key;
  });
  expect([...found]).toEqual([
    ['a', 'a'],
    ['b', error],
  ]);
});

it('lets in as many as there are places, the first in the queue next, and no more than may wait', async () => {
  const bulkhead = createBulkhead(1, 2);
  const leave = await bulkhead.enter(60_000);
  const second = bulkhead.enter(60_000);
  const third = bulkhead.enter(60_000);
  expect(await bulkhead.enter(60_000)).toBeNull();

  leave?.();
  leave?.();
  (await second)?.();
  expect(await third).not.toBeNull();
  expect(await bulkhead.enter(0)).toBeNull();
});
