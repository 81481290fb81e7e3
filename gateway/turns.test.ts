import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createApp } from './app.ts';
import { createToyGraph } from './testing/toy-graph.ts';
import { createTurns } from './turns.ts';

/** Far beyond any test. */
const NEVER_MS = 2 ** 30;

it('lets so many go on at once, and the next in the order in which they came', async () => {
  const take = createTurns(2, NEVER_MS);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const takers = ['a', 'b', 'c', 'd'].map(async (name) => {
    ends.set(name, await take());
    begun.push(name);
  });

  await Promise.all(takers.slice(0, 2));
  expect(begun).toEqual(['a', 'b']);

  ends.get('b')?.();
  await takers[2];
  expect(begun).toEqual(['a', 'b', 'c']);

  ends.get('a')?.();
  await takers[3];
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

it('refuses nobody: who has waited long enough goes on, and counts', async () => {
  const take = createTurns(1, 5);
  const endFirst = await take();
  const endSecond = await take();

  // Two are under way where one should be: one that ends makes no room.
  const third = take();
  endFirst();
  const isFirst = await Promise.race([third.then(() => 'third'), Promise.resolve('nobody')]);
  expect(isFirst).toBe('nobody');
  endSecond();
  (await third)();

  (await take())();
});

describe('at the gateway', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('a turn ends with its answer', async () => {
    const cards = (depth: number): string =>
      depth === 0 ? 'name' : `cards { holder { ${cards(depth - 1)} } }`;
    const query = `{ ${['a', 'b'].map((alias) => `${alias}: people { ${cards(4)} }`).join(' ')} }`;
    const app = await createApp(createToyGraph());
    // Nobody is let go on by waiting.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'performance', 'queueMicrotask'] });

    for (let asked = 0; asked < 6; asked++) {
      const { statusCode } = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      expect(statusCode).toBe(200);
    }
    await app.close();
  });
});
