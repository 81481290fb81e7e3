import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { createApp } from './app.ts';
import { createGateway } from './executor.ts';
import { findExceededLimit, LIMITS } from './limits.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const friends = (depth: number): string => `${'friend { '.repeat(depth)} name ${'} '.repeat(depth)}`;
/** Each fragment spreads the next one twice: written out, 2^count fields. */
const doubling = (count: number): string =>
  `${times(count, (i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Person { name }`;

/** The graph behind an app that counts what gets as far as the executor, where planning begins. */
async function createWatchedApp() {
  let executions = 0;
  const app = await createApp({
    ...createToyGraph(),
    createGateway: (parts) => {
      const gateway = createGateway(parts);
      return {
        ...gateway,
        async load(options) {
          const { executor } = await gateway.load(options);
          return {
            executor: async (request) => {
              executions += 1;
              return executor ? executor(request) : {};
            },
          };
        },
      };
    },
  });
  return { app, executions: () => executions };
}

const BOMBS: [name: string, payload: unknown, status: number, code: string][] = [
  ['a deep document', { query: `{ person(id: "1") { ${friends(14)} } }` }, 400, 'TOO_DEEP'],
  [
    'a document deep through fragments',
    {
      query: `{ person(id: "1") { ...A } } fragment A on Person { ${friends(7)} ...B } fragment B on Person { friend { friend { ${friends(12)} } } }`,
    },
    400,
    'TOO_DEEP',
  ],
  [
    'aliases',
    { query: `{ person(id: "1") { ${times(31, (i) => `a${i}: name`)} } }` },
    400,
    'TOO_MANY_ALIASES',
  ],
  [
    'aliases through fragments',
    {
      query: `{ person(id: "1") { ...A friend { ...A friend { ...A } } } } fragment A on Person { ${times(11, (i) => `a${i}: name`)} }`,
    },
    400,
    'TOO_MANY_ALIASES',
  ],
  ['root fields', { query: `{ ${times(21, () => '__typename')} }` }, 400, 'TOO_MANY_ROOT_FIELDS'],
  ['10,000 root fields', { query: `{ ${times(10_000, () => 'a')} }` }, 400, 'TOO_MANY_TOKENS'],
  [
    'fragments that double',
    { query: `{ person(id: "1") { ...F0 } } ${doubling(100)}` },
    400,
    'TOO_MANY_FIELDS',
  ],
  [
    'a fragment that contains itself',
    { query: '{ people { ...A } } fragment A on Person { friend { ...A } }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '1,000 fields that do not exist',
    { query: `{ people { ${times(1_000, (i) => `f${i}`)} } }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'one field 1,900 times',
    { query: `{ people { ${times(1_900, () => 'name')} } }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a body of 101 KB', { query: `{ people { name } } #${'x'.repeat(101 * 1_024)}` }, 413, 'BODY_TOO_LARGE'],
  ['a batch', Array.from({ length: 10 }, () => ({ query: '{ people { name } }' })), 400, 'BAD_REQUEST'],
  ['a mutation', { query: 'mutation { __typename }' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
  ['a subscription', { query: 'subscription { __typename }' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
  [
    'several operations without a name',
    { query: 'query A { __typename } query B { __typename }' },
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
];

describe('limits', () => {
  it.each(BOMBS)('refuses %s with one typed error and without planning', async (_, payload, status, code) => {
    const { app, executions } = await createWatchedApp();

    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { accept: 'application/graphql-response+json', 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    });

    expect(response.statusCode).toBe(status);
    expect(response.json().errors).toMatchObject([{ extensions: { code, retryable: false } }]);
    expect(executions()).toBe(0);
  });

  it('says the limit and what to change', async () => {
    const { app } = await createWatchedApp();

    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: `{ ${times(2_000, () => 'a')} }` },
    });

    expect(response.json().errors[0].message).toBe(
      'A document may have 2000 tokens. Split it into several requests.',
    );
  });

  it('counts up to the limit and not beyond', () => {
    const nested = (depth: number) => findExceededLimit(parse(`{ person(id: "1") { ${friends(depth)} } }`));

    expect(nested(LIMITS.depth - 2)).toBeUndefined();
    expect(nested(LIMITS.depth - 1)?.extensions['code']).toBe('TOO_DEEP');
  });

  it('lets the introspection query of tools through', () => {
    expect(findExceededLimit(parse(getIntrospectionQuery()))).toBeUndefined();
  });

  it('does not apply to trusted documents', async () => {
    const graph = createToyGraph();
    const body = `query Deep { people { ${friends(20)} ${times(40, (i) => `a${i}: name`)} ${times(700, () => 'id')} } }`;
    const [first, ...others] = graph.operations;
    if (!first) throw new Error('The toy graph has operations.');
    const deep = { ...first, name: 'deep', operationName: 'Deep', body, hash: 'a'.repeat(64), variables: {} };
    const app = await createApp({ ...graph, operations: [deep, ...others] });

    const response = await app.inject({ method: 'POST', url: '/operations/deep' });

    expect(response.statusCode).toBe(200);
    expect(response.json().errors).toBeUndefined();
  });
});
