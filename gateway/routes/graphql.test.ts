import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { serverAudits } from 'graphql-http';
import { createApp } from '../app.ts';
import { createToyGraph } from '../testing/toy-graph.ts';

let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  app = await createApp(createToyGraph());
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});
afterAll(() => app.close());

/** A GET needs this header: without it, any web page could make a browser send one. */
const fetchFn: typeof fetch = (address, init) => {
  const headers = new Headers(init?.headers);
  if (init?.method !== 'POST') headers.set('apollo-require-preflight', 'true');
  return fetch(address, { ...init, headers });
};

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => url, fetchFn });

  it('is audited in 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (_, __, fn) => {
    const result = await fn();
    expect('reason' in result ? `${result.status}: ${result.reason}` : result.status).toBe('ok');
  });
});

describe('/graphql', () => {
  it('refuses what a web page can send without asking first', async () => {
    const get = await app.inject('/graphql?query={__typename}');
    const form = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'text/plain' },
      payload: '{"query":"{__typename}"}',
    });

    expect(get.statusCode).toBe(400);
    expect(get.json().errors[0].extensions.code).toBe('BAD_REQUEST');
    expect(form.statusCode).toBe(415);
    expect(form.json().errors[0].extensions.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
    'answers %s with the methods it knows',
    async (method) => {
      const response = await app.inject({ method, url: '/graphql' });

      expect(response.statusCode).toBe(405);
      expect(response.headers['allow']).toBe('GET, POST');
      expect(response.json().errors).toMatchObject([{ extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
    },
  );

  it.each(['{ nope }', '{ __typename }'])('says 406 where no JSON is accepted, for %s', async (query) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { accept: 'text/html' },
      payload: { query },
    });

    expect(response.statusCode).toBe(406);
  });

  it('names the first mistake and where it is', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ people { nmae } }' },
    });

    expect(response.json().errors).toEqual([
      {
        message: 'Cannot query field "nmae" on type "Person". Did you mean "name"?',
        locations: [{ line: 1, column: 12 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', retryable: false },
      },
    ]);
  });

  it('is strict about what a browser may do with an answer', async () => {
    const { headers } = await app.inject({ url: '/nowhere' });

    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
});
