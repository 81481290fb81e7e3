import { expect, it, jest } from '@jest/globals';
import { createKept, createKeptLoader, type Kept } from './kept.ts';

const MINUTES = 60_000;

/** Names of codes; `gone` is nobody's. */
function names() {
  let now = 0;
  const read = jest.fn(
    async (codes: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map(codes.filter((code) => code !== 'gone').map((code) => [code, `name of ${code}`])),
  );
  const kept: Kept<string> = createKept(read, () => now);
  return {
    read,
    /** The loader of a new request. */
    request: () => createKeptLoader('names', kept),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

it('reads what is missing in one batch, and has it at once in the next request', async () => {
  const { read, request } = names();

  expect(await request().loadAll(['a', 'b'])).toEqual(['name of a', 'name of b']);
  expect(request().loadAll(['b', 'a'])).toEqual(['name of b', 'name of a']);
  expect(request().load('a')).toBe('name of a');
  expect(await request().loadAll(['a', 'c'])).toEqual(['name of a', 'name of c']);
  expect(read.mock.calls).toEqual([[['a', 'b']], [['c']]]);
});

it('remembers that there is no such key', async () => {
  const { read, request } = names();

  expect(await request().load('gone')).toBeNull();
  expect(request().load('gone')).toBeNull();
  expect(read).toHaveBeenCalledTimes(1);
});

it('reads anew after five minutes', async () => {
  const { read, request, pass } = names();

  await request().load('a');
  pass(5 * MINUTES);
  await request().load('a');
  pass(1);
  await request().load('a');
  expect(read).toHaveBeenCalledTimes(2);
});

it('keeps nothing of a read that failed', async () => {
  const { read, request } = names();
  read.mockRejectedValueOnce(new Error('down'));

  await expect(request().load('a')).rejects.toThrow('down');
  expect(await request().load('a')).toBe('name of a');
});

it('forgets all before it would keep more than 20,000 keys', async () => {
  const { read, request } = names();
  const codes = Array.from({ length: 20_000 }, (_, index) => `code ${index}`);

  await request().loadAll(codes);
  await request().load('one more');
  const reads = read.mock.calls.length;
  await request().load('code 1');
  expect(read).toHaveBeenCalledTimes(reads + 1);
});

it('tells apart only what its key tells apart', async () => {
  const read = jest.fn(async (keys: readonly string[]) => new Map(keys.map((key) => [key, key])));
  const load = (number: string) =>
    createKeptLoader('ranges', kept, (asked) => asked.slice(0, 3)).load(number);
  const kept = createKept(read);

  expect(await load('13800000001')).toBe('138');
  expect(load('13899999999')).toBe('138');
});
