import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../app.ts';
import { createToyGraph } from '../testing/toy-graph.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(createToyGraph());
});

const post = (name: string, payload?: object | string) =>
  app.inject({
    method: 'POST',
    url: `/operations/${name}`,
    ...(payload !== undefined && { payload, headers: { 'content-type': 'application/json' } }),
  });

describe('operations by name', () => {
  it('runs a trusted document with the body as its variables', async () => {
    const response = await post('person-card', { id: '1' });

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ data: { person: { name: 'Person 1', balance: 100 } } });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['no body', undefined],
    ['an empty body', ''],
    ['an empty object', {}],
  ])('accepts %s', async (_, payload) => {
    expect((await post('all', payload)).json().data.people).toHaveLength(3);
  });

  it('says which operations there are when the name is unknown', async () => {
    const response = await post('nope', {});

    expect(response.statusCode).toBe(404);
    expect(response.json().errors).toEqual([
      {
        message: 'There is no such operation. There are: person-card, born-on, all.',
        extensions: { code: 'NOT_FOUND', retryable: false },
      },
    ]);
  });

  it.each([
    ['missing', 'person-card', {}, 'BAD_USER_INPUT', '$id'],
    ['of the wrong type', 'person-card', { id: { a: 1 } }, 'BAD_USER_INPUT', '$id'],
    ['that its scalar refuses', 'born-on', { day: '2026-02-30' }, 'BAD_USER_INPUT', '$day'],
    ['that the document does not have', 'person-card', { id: '1', nr: '2' }, 'BAD_REQUEST', '"nr"'],
  ])('refuses a variable %s by its name', async (_, name, variables, code, shown) => {
    const response = await post(name, variables);

    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ extensions: { code, retryable: false } }]);
    expect(response.json().errors[0].message).toContain(shown);
  });

  it.each(['[1]', '"text"', '{'])('refuses the body %s', async (payload) => {
    const response = await post('person-card', payload);

    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  it('answers GET where no variable is personal data', async () => {
    const response = await app.inject('/operations/born-on?day=2026-11-20');

    expect(response.json()).toEqual({ data: { bornOn: [{ id: '1' }] } });
  });

  it('refuses GET where a variable is personal data, and says how to ask', async () => {
    const response = await app.inject('/operations/person-card?id=1');

    expect(response.statusCode).toBe(405);
    expect(response.headers['allow']).toBe('POST');
    expect(response.json().errors).toMatchObject([{ extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
  });

  it.each([
    ['PUT', 'born-on', 'GET, POST'],
    ['DELETE', 'born-on', 'GET, POST'],
    ['PUT', 'person-card', 'POST'],
    ['DELETE', 'person-card', 'POST'],
  ] as const)('answers %s of %s with the methods it has', async (method, name, allow) => {
    const response = await app.inject({ method, url: `/operations/${name}` });

    expect(response.statusCode).toBe(405);
    expect(response.headers['allow']).toBe(allow);
    expect(response.json().errors).toMatchObject([{ extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
  });

  it.each(['__proto__', 'constructor'])('refuses the variable %s in an address', async (name) => {
    const response = await app.inject(`/operations/born-on?day=2026-11-20&${name}=1`);

    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].message).toContain(`"${name}"`);
  });

  it('lists what there is', async () => {
    const { operations } = (await app.inject('/operations')).json();

    expect(operations.at(2)).toEqual({
      name: 'all',
      description: 'Everybody.',
      methods: ['GET', 'POST'],
      variables: {},
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(operations.at(0)).toMatchObject({ methods: ['POST'], variables: { id: 'ID!' } });
  });
});

describe('trusted documents by hash', () => {
  const byHash = (message: object) => app.inject({ method: 'POST', url: '/graphql', payload: message });

  it('runs a document in both forms of naming one', async () => {
    const { hash } = (await app.inject('/operations')).json().operations[0];
    const variables = { id: '1' };

    for (const message of [
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } }, variables },
      { extensions: { persistedQuery: { sha256Hash: hash } }, variables },
      { documentId: `sha256:${hash}`, variables },
    ]) {
      expect((await byHash(message)).json()).toEqual({
        data: { person: { name: 'Person 1', balance: 100 } },
      });
    }
  });

  it.each([
    [0, { id: '1' }, 405],
    [1, { day: '2026-11-20' }, 200],
  ])('answers GET only where no variable is personal data (%#)', async (index, variables, status) => {
    const { hash } = (await app.inject('/operations')).json().operations[index];
    const persistedQuery = { version: 1, sha256Hash: hash };
    const response = await app.inject({
      url: '/graphql',
      query: { extensions: JSON.stringify({ persistedQuery }), variables: JSON.stringify(variables) },
      headers: { 'apollo-require-preflight': 'true' },
    });

    expect(response.statusCode).toBe(status);
    expect(response.headers['allow']).toBe(status === 405 ? 'POST' : undefined);
  });

  it('does not know other hashes, and learns none', async () => {
    const query = '{ __typename }';
    const sha256Hash = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';
    const persistedQuery = { version: 1, sha256Hash };
    await byHash({ query, extensions: { persistedQuery } });

    const response = await byHash({ extensions: { persistedQuery } });

    expect(response.json().errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });

  it('refuses a hash that is not of the query sent with it', async () => {
    const response = await byHash({
      query: '{ __typename }',
      extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } },
    });

    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });
});
