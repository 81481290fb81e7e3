import { composeServices } from '@apollo/composition';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildSubgraph } from '#kit/subgraph';
import { testViewer } from '#kit/testing/viewer';
import { createApp } from './app.ts';
import { accessAs } from './testing/test-access.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const DOOR = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
  type Query { closed: Boolean }
  type Mutation { try(password: String!): Boolean }
`);

/** A graph with a password to guess; counts the tries that are evaluated. */
async function createDoor() {
  let tries = 0;
  const { supergraphSdl = '' } = composeServices([{ name: 'door', url: 'http://door', typeDefs: DOOR }]);
  const door = buildSubgraph({
    name: 'door',
    typeDefs: DOOR,
    resolvers: {
      Query: { closed: () => true },
      Mutation: {
        try: () => {
          tries += 1;
          return false;
        },
      },
    },
    createContext: () => ({}),
  });
  const app = await createApp({ ...accessAs(), supergraphSdl, subgraphs: [door], operations: [] });
  const ask = async (query: string) => {
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
    return { status: response.statusCode, ...response.json() };
  };
  return { ask, tries: () => tries };
}

const attempts = (count: number, write: (at: number) => string): string =>
  `mutation { ${Array.from({ length: count }, (_, at) => write(at)).join(' ')} }`;

describe('a mutation', () => {
  it('may do one thing', async () => {
    const { ask, tries } = await createDoor();

    expect(await ask(attempts(1, () => 'try(password: "1")'))).toEqual({ status: 200, data: { try: false } });
    expect(tries()).toBe(1);
  });

  it.each<[string, string]>([
    ['two aliases', attempts(2, (at) => `a${at}: try(password: "${at}")`)],
    [
      'a fragment twice',
      'mutation { ...A ...B } fragment A on Mutation { a: try(password: "1") } fragment B on Mutation { b: try(password: "2") }',
    ],
    ['an inline fragment', 'mutation { try(password: "1") ... { b: try(password: "2") } }'],
    [
      'one of several operations',
      `query Q { closed } mutation M { a: try(password: "1") b: try(password: "2") }`,
    ],
  ])('that does more is refused before any of it is done: %s', async (_, query) => {
    const { ask, tries } = await createDoor();
    const { status, errors } = await ask(query);

    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [
        {
          message: expect.stringContaining('A mutation may do one thing.'),
          extensions: { code: 'TOO_MANY_ROOT_FIELDS' },
        },
      ],
    });
    expect(tries()).toBe(0);
  });

  it.each<[string, string, number, string]>([
    ['as people write', attempts(10_000, (at) => `a${at}: try(password: "${at}") `), 413, 'BODY_TOO_LARGE'],
    ['as short as can be', attempts(3_000, (at) => `a${at}:try(password:"1")`), 400, 'TOO_MANY_TOKENS'],
    [
      'as many as there are tokens for',
      attempts(240, (at) => `a${at}:try(password:"1")`),
      400,
      'TOO_MANY_ROOT_FIELDS',
    ],
  ])(
    'with as many tries as a request holds is refused before any is evaluated: %s',
    async (_, query, status, code) => {
      const { ask, tries } = await createDoor();

      expect(await ask(query)).toMatchObject({ status, errors: [{ extensions: { code } }] });
      expect(tries()).toBe(0);
    },
  );
});

describe('a document that is not trusted', () => {
  const ask = async (scopes: readonly string[], payload: object) => {
    const graph = createToyGraph();
    const app = await createApp({ ...graph, ...accessAs(testViewer({ scopes })) });
    const response = await app.inject({ method: 'POST', url: '/graphql', payload });
    return { status: response.statusCode, ...response.json() };
  };

  it('is for whom may explore', async () => {
    const query = '{ people { name } }';

    expect(await ask(['explore'], { query })).toMatchObject({
      status: 200,
      data: { people: [{}, null, {}] },
    });
    expect(await ask(['customer:read'], { query })).toEqual({
      status: 403,
      errors: [
        {
          message: expect.stringContaining('trusted document'),
          extensions: { code: 'FORBIDDEN', retryable: false },
        },
      ],
    });
  });

  it('is told nothing of the graph where it does not fit it', async () => {
    expect(await ask([], { query: '{ nobodys }' })).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('is known from a trusted one by its text, not its name', async () => {
    const [card] = createToyGraph().operations;
    const variables = { id: '1' };

    expect(await ask([], { documentId: `sha256:${card?.hash}`, variables })).toMatchObject({ status: 200 });
    expect(await ask([], { query: card?.body, variables })).toMatchObject({ status: 200 });
    expect(await ask([], { query: `${card?.body} `, variables })).toMatchObject({ status: 403 });
  });
});
