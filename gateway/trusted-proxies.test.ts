import { afterEach, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { createToyGraph } from './testing/toy-graph.ts';

let app: FastifyInstance;
afterEach(() => app.close());

/** Whom a request is taken to come from, which comes from `from` and names somebody else. */
async function addressOf(from: string, trustedProxies?: string): Promise<string[]> {
  const seen: string[] = [];
  app = await createApp({
    ...createToyGraph(),
    ...(trustedProxies !== undefined && { trustedProxies }),
    hashAddress(address) {
      seen.push(address);
      return 'hashed';
    },
  });
  await app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: from,
    headers: { 'x-forwarded-for': '203.0.113.9' },
    payload: { query: '{ __typename }' },
  });
  return seen;
}

it('are believed whom they forward', async () => {
  expect(await addressOf('10.0.0.7', '10.0.0.0/8')).toEqual(['203.0.113.9']);
});

it('are nobody else: tries are counted where they come from', async () => {
  expect(await addressOf('192.0.2.1', '10.0.0.0/8')).toEqual(['192.0.2.1']);
});

it('are none unless they are configured', async () => {
  expect(await addressOf('127.0.0.1')).toEqual(['127.0.0.1']);
});
