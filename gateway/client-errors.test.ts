import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { appError } from '#kit/errors';
import { createApp } from './app.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const SECRET = 'secret 13800138000 http://10.0.0.1';

/** The answer and everything logged when the balance of a person fails like this. */
async function fail(balance: () => unknown, fields = 'name balance') {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = await createApp({ ...createToyGraph({ balance }), logger: { level: 'trace', stream } });
  const response = await app.inject({
    method: 'POST',
    url: '/graphql?number=13800138000',
    payload: {
      query: `query Q13800138000($id: ID!) { x13800138000: person(id: $id) { ${fields} } }`,
      variables: { id: '13800138000' },
    },
  });
  const log = lines.map((line) => JSON.parse(line));
  return { response, log, logText: lines.join('') };
}

describe('errors for clients', () => {
  it.each([
    ['a TypeError', () => Promise.reject(new TypeError(SECRET))],
    [
      'a code that is not ours',
      () => Promise.reject(new GraphQLError(SECRET, { extensions: { code: 'ECONNREFUSED' } })),
    ],
  ])('masks %s, and keeps the rest of the answer', async (_, balance) => {
    const { response } = await fail(balance);

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      data: { x13800138000: { name: 'Person 13800138000', balance: null } },
      errors: [
        {
          message: 'Internal error.',
          path: ['x13800138000', 'balance'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false, source: 'money' },
        },
      ],
    });
  });

  it('logs a bug under the correlation id that the client has', async () => {
    const { response, log } = await fail(() => Promise.reject(new TypeError(SECRET)));

    const bug = log.find(({ msg }) => msg === 'bug');
    expect(bug).toMatchObject({ name: 'TypeError', source: 'money', field: 'balance' });
    expect(bug.stack[0]).toMatch(/client-errors\.test\.ts/);
    expect(bug.reqId).toBe(response.headers['x-correlation-id']);
  });

  it('logs no personal data: no message, variable, alias, address or operation name of a client', async () => {
    const { logText } = await fail(() => Promise.reject(new TypeError(SECRET)));

    expect(logText).not.toMatch(/13800138000|10\.0\.0\.1|secret/);
  });

  it('logs once why a system failed, in words of its driver', async () => {
    const cause = Object.assign(new Error(SECRET), { name: 'SqliteError', code: 'SQLITE_CORRUPT' });
    const { response, log, logText } = await fail(() => {
      throw appError('SOURCE_UNAVAILABLE', 'The money system is not reachable.', { source: 'money', cause });
    }, 'balance again: balance');

    expect(response.json().errors).toHaveLength(2);
    expect(log.filter(({ msg }) => msg === 'source failed')).toEqual([
      expect.objectContaining({
        level: 40,
        reqId: response.headers['x-correlation-id'],
        source: 'money',
        code: 'SOURCE_UNAVAILABLE',
        name: 'SqliteError',
        driverCode: 'SQLITE_CORRUPT',
      }),
    ]);
    expect(log.some(({ msg }) => msg === 'bug')).toBe(false);
    expect(logText).not.toMatch(/13800138000|10\.0\.0\.1|secret/);
  });

  it('logs one line for each request', async () => {
    const { log } = await fail(() => 100);

    expect(log.filter(({ msg }) => msg === 'request')).toMatchObject([
      { method: 'POST', route: '/graphql', status: 200, operation: 'ad hoc', durationMs: expect.any(Number) },
    ]);
  });
});
