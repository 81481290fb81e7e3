import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createApp } from '../app.ts';
import { createToyGraph } from '../testing/toy-graph.ts';

/** A listening app whose `wait` field answers when told to. */
async function listen() {
  const { promise: waiting, resolve: finish } = Promise.withResolvers<string>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const wait = () => {
    begin();
    return waiting;
  };
  const app = await createApp(createToyGraph({ wait }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, port: Number(new URL(url).port), begun, finish };
}

function request(method: string, path: string, body?: object): string {
  const payload = body ? JSON.stringify(body) : '';
  return [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    'content-type: application/json',
    `content-length: ${payload.length}`,
    '',
    payload,
  ].join('\r\n');
}

const WAIT = request('POST', '/graphql', { query: '{ wait }' });

describe('health', () => {
  it('is live and ready once it listens', async () => {
    const app = await createApp(createToyGraph());

    expect((await app.inject('/live')).json()).toEqual({ live: true });
    expect((await app.inject('/ready')).json()).toEqual({ ready: true });
    expect((await app.inject('/ready')).headers['cache-control']).toBe('no-store');
  });

  it('still answers while it is unready, and keeps no connection', async () => {
    const app = await createApp(createToyGraph());
    app.becomeUnready();
    const ready = await app.inject('/ready');
    const answer = await app.inject({ method: 'POST', url: '/operations/all' });

    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false }]);
    expect([answer.statusCode, answer.headers['connection']]).toEqual([200, 'close']);
  });

  it('finishes what has begun, and takes nothing new, when it is told to stop', async () => {
    const { app, port, begun, finish } = await listen();
    const [busy, ...open] = [1, 2, 3].map(() => connect(port, '127.0.0.1'));
    const connections = promisify(app.server.getConnections.bind(app.server));
    while ((await connections()) < 3) await setImmediate();
    const answers = [busy, ...open].map((client) => text(client as Socket));
    busy?.write(WAIT);
    await begun;

    const closing = app.close();
    open[0]?.write(WAIT);
    open[1]?.write(request('GET', '/ready'));
    while (app.server.listening) await setImmediate();
    const [late] = await once(connect(port, '127.0.0.1'), 'error');
    finish('done');
    await closing;

    expect(late).toMatchObject({ code: 'ECONNREFUSED' });
    expect(await Promise.all(answers)).toEqual([
      expect.stringMatching(/^HTTP\/1\.1 200 .*{"data":{"wait":"done"}}/s),
      expect.stringMatching(/^HTTP\/1\.1 503 .*"code":"SHUTTING_DOWN","retryable":true/s),
      expect.stringMatching(/^HTTP\/1\.1 503 .*{"ready":false}/s),
    ]);
  });
});
