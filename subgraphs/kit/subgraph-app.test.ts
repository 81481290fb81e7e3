import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { appError } from './errors.ts';
import { createContextSigner } from './signed-context.ts';
import { buildSubgraph, type SubgraphRequest } from './subgraph.ts';
import { createSubgraphApp } from './subgraph-app.ts';
import { testRequest, testViewer } from './testing/viewer.ts';

const KEYS = [{ id: 'k1', secret: randomBytes(32) }];
const sign = createContextSigner(KEYS);

const subgraph = buildSubgraph({
  name: 'people',
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])
    type Query {
      person(id: ID!): Person @requiresScopes(scopes: [["people:read"]])
      failing: String @requiresScopes(scopes: [["people:read"]])
      buggy: String @requiresScopes(scopes: [["people:read"]])
      unreadable: Int @requiresScopes(scopes: [["people:read"]])
    }
    type Person @key(fields: "id") {
      id: ID! @requiresScopes(scopes: [["people:read"]])
      document: String @requiresScopes(scopes: [["people:documents"]])
    }
  `),
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }, { accesses }: SubgraphRequest) => {
        accesses.saw(id);
        return { id, document: 'CANARY' };
      },
      failing: () => {
        throw appError('SOURCE_TIMEOUT', 'Too slow.', { source: 'people' });
      },
      buggy: () => {
        throw new TypeError('secret of the process');
      },
      unreadable: () => 'secret of the process',
    },
    Person: { __resolveReference: ({ id }: { id: string }) => ({ id, document: 'CANARY' }) },
  },
  createContext: ({ accesses }) => ({ accesses }),
});

let app: FastifyInstance;
let log = '';
beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _, done) {
      log += String(chunk);
      done();
    },
  });
  app = await createSubgraphApp(subgraph, { contextKeys: KEYS, logger: { level: 'trace', stream } });
});
afterAll(() => app.close());

async function ask(query: string, scopes: readonly string[], variables: object = {}) {
  const body = JSON.stringify({ query, variables });
  const headers = { ...sign('people', body, testRequest(testViewer({ scopes }))) };
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: body,
  });
  return { status: response.statusCode, answer: response.json(), text: response.body };
}

it('answers what the gateway signed, and says whom it looked at', async () => {
  const { status, answer } = await ask('{ person(id: "1") { id document } }', [
    'people:read',
    'people:documents',
  ]);

  expect(status).toBe(200);
  expect(answer).toEqual({
    data: { person: { id: '1', document: 'CANARY' } },
    extensions: { accesses: { saw: ['1'], refused: [] } },
  });
});

it('enforces its own rules, of entities too, and answers the rest', async () => {
  const byRoot = await ask('{ person(id: "1") { id ...F } } fragment F on Person { secret: document }', [
    'people:read',
  ]);
  const byKey = await ask(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id document } } }',
    ['people:read'],
    { r: [{ __typename: 'Person', id: '1' }] },
  );

  expect(byRoot.answer.data).toEqual({ person: { id: '1', secret: null } });
  expect(byRoot.answer.errors).toMatchObject([
    { path: ['person', 'secret'], extensions: { code: 'FORBIDDEN', source: 'people' } },
  ]);
  expect(byKey.answer.data).toEqual({ _entities: [{ id: '1', document: null }] });
  expect(byRoot.text + byKey.text).not.toContain('CANARY');
});

// Compiled from the second time on.
it.each(['at first', 'compiled', 'and again'])('gives typed errors, and no word of a bug: %s', async () => {
  const { answer, text } = await ask('{ failing buggy unreadable person(id: "1") { id } }', ['people:read']);

  expect(answer.data).toEqual({ failing: null, buggy: null, unreadable: null, person: { id: '1' } });
  expect(answer.errors).toMatchObject([
    { path: ['failing'], extensions: { code: 'SOURCE_TIMEOUT' } },
    { path: ['buggy'], message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    { path: ['unreadable'], extensions: { code: 'SOURCE_MALFORMED', source: 'people' } },
  ]);
  expect(answer.extensions).toHaveProperty('accesses');
  expect(text).not.toContain('secret of the process');
});

it('logs where a bug happened and why a system failed, and nothing that was said or asked', async () => {
  log = '';
  await ask('{ failing buggy }', ['people:read'], { number: '13808000002' });

  const lines = log.split('\n').filter((line) => line !== '');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'source failed', code: 'SOURCE_TIMEOUT', name: 'GraphQLError' },
    {
      msg: 'bug',
      name: 'TypeError',
      stack: expect.arrayContaining([expect.stringContaining('buggy')]) as unknown,
    },
  ]);
  expect(log).not.toMatch(/secret of the process|13808000002/);
});

it('ends kept connections with an answer once it is to stop', async () => {
  const stopping = await createSubgraphApp(subgraph, { contextKeys: KEYS });
  const connectionOf = async (): Promise<unknown> =>
    (await stopping.inject({ method: 'GET', url: '/live' })).headers['connection'];
  expect(await connectionOf()).toBe('keep-alive');
  stopping.becomeUnready();
  expect(await connectionOf()).toBe('close');
  await stopping.close();
});

const SERVICE = '{"query":"{ _service { sdl } }"}';
const JSON_TYPE = { 'content-type': 'application/json' };
const signed = { ...sign('people', SERVICE, testRequest()) };
it.each([
  ['no signature', { method: 'POST', url: '/graphql', headers: JSON_TYPE, payload: SERVICE }],
  [
    'a forged one',
    {
      method: 'POST',
      url: '/graphql',
      headers: { ...JSON_TYPE, ...signed, signature: 'panorama=:AAAA:' },
      payload: SERVICE,
    },
  ],
  [
    'one of another body',
    {
      method: 'POST',
      url: '/graphql',
      headers: { ...JSON_TYPE, ...signed },
      payload: '{"query":"{ __typename }"}',
    },
  ],
  [
    'one for another subgraph',
    {
      method: 'POST',
      url: '/graphql',
      headers: { ...JSON_TYPE, ...sign('money', SERVICE, testRequest()) },
      payload: SERVICE,
    },
  ],
  ['a query in the address', { method: 'GET', url: '/graphql?query={__typename}', headers: signed }],
  ['another address', { method: 'GET', url: '/graphiql' }],
  [
    'a body that is no JSON',
    { method: 'POST', url: '/graphql', headers: { ...JSON_TYPE, ...signed }, payload: '{' },
  ],
  [
    'a form',
    {
      method: 'POST',
      url: '/graphql',
      headers: { ...signed, 'content-type': 'text/plain' },
      payload: SERVICE,
    },
  ],
] as const)('answers %s with 401 and nothing else', async (_, request) => {
  const { statusCode, body } = await app.inject({ ...request });

  expect(statusCode).toBe(401);
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: 'Only the gateway may ask.', extensions: { code: 'UNAUTHENTICATED' } }],
  });
});
