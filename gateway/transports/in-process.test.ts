import { describe, expect, it, jest } from '@jest/globals';
import { appError } from '#kit/errors';
import { createApp } from '../app.ts';
import { createToyGraph, type ToyResolvers } from '../testing/toy-graph.ts';

async function ask(query: string, resolvers: ToyResolvers) {
  const app = await createApp(createToyGraph(resolvers));
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return response.json();
}

const down = (): never => {
  throw appError('SOURCE_UNAVAILABLE', 'The money system is not reachable.');
};

describe('in-process transport', () => {
  it('parses a fetch once, however many requests repeat it', async () => {
    const operations = new Set<object>();
    const app = await createApp(
      createToyGraph({
        name: ({ id }, _, __, { operation }) => {
          operations.add(operation);
          return id;
        },
      }),
    );
    for (const id of ['1', '2']) {
      await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: 'query ($id: ID!) { person(id: $id) { name } }', variables: { id } },
      });
    }

    expect(operations.size).toBe(1);
  });

  it('shares one context among all fetches of a request, and none between requests', async () => {
    const createPeopleContext = jest.fn(() => ({}));
    const app = await createApp(
      createToyGraph({ createPeopleContext, cards: () => [{ number: '1', holder: { id: '7' } }] }),
    );
    // people, then money, then people again for the holder's name.
    const query = '{ people { name cards { holder { name } } } }';
    const [first] = await Promise.all(
      [1, 2].map(() => app.inject({ method: 'POST', url: '/graphql', payload: { query } })),
    );

    expect(first?.json().data.people[0].cards[0].holder.name).toBe('Person 7');
    expect(createPeopleContext).toHaveBeenCalledTimes(2);
  });

  it("brings an error to the path of the client's query, through aliases and lists", async () => {
    const answer = await ask('{ all: people { who: name money: balance } }', {
      balance: ({ id }) => (id === '2' ? down() : 100),
    });

    expect(answer).toEqual({
      data: { all: [{ who: 'Person 1', money: 100 }, null, { who: 'Person 2', money: null }] },
      errors: [
        {
          message: 'The money system is not reachable.',
          path: ['all', 2, 'money'],
          extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'money' },
        },
      ],
    });
  });

  it('brings an error below a list inside an entity to its index', async () => {
    const answer = await ask('{ person(id: "1") { cards { number holder { friend { name } } } } }', {
      cards: () => [
        { number: '1', holder: { id: '7' } },
        { number: '2', holder: { id: '8' } },
      ],
      name: ({ id }) => (id === '80' ? down() : id),
    });

    expect(answer.errors.map(({ path }: { path: unknown }) => path)).toEqual([
      ['person', 'cards', 1, 'holder', 'friend', 'name'],
    ]);
  });

  it("keeps a source that the subgraph's error names itself", async () => {
    const answer = await ask('{ person(id: "1") { balance } }', {
      balance: () => {
        throw appError('SOURCE_TIMEOUT', 'BOSS was too slow.', { source: 'boss' });
      },
    });

    expect(answer.errors[0].extensions).toEqual({ code: 'SOURCE_TIMEOUT', retryable: true, source: 'boss' });
  });

  it('blames the system for a value that its field cannot hold', async () => {
    const answer = await ask('{ person(id: "1") { balance name } }', { name: () => ({ secret: 1 }) });

    expect(answer).toEqual({
      data: { person: { balance: 100, name: null } },
      errors: [
        {
          message: 'The people system sent a value that cannot be read.',
          path: ['person', 'name'],
          extensions: { code: 'SOURCE_MALFORMED', retryable: false, source: 'people' },
        },
      ],
    });
  });

  it('says why where a subgraph leaves out a value that may not be null', async () => {
    const answer = await ask('{ person(id: "1") { name debt } }', { moneyReference: () => null });

    expect(answer).toMatchObject({
      data: { person: null },
      errors: [{ path: ['person', 'debt'], extensions: { code: 'SOURCE_MALFORMED', retryable: false } }],
    });
  });
});
