import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const TOY = fileURLToPath(new URL('./testing/toy-main.ts', import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

async function startToy(waitMs: number, timeoutMs: number) {
  const process_ = spawn(process.execPath, [TOY, String(waitMs), String(timeoutMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = process_;
  const exited = once(process_, 'exit');
  const lines = createInterface(process_.stdout)[Symbol.asyncIterator]();
  const url = String((await lines.next()).value);
  return { child: process_, exited, lines, url, port: Number(new URL(url).port) };
}

/** Starts a gateway, asks for `wait`, and sends a signal as soon as that has begun. */
async function stopWhileWaiting(signal: NodeJS.Signals, waitMs: number, timeoutMs: number) {
  const { child: process_, exited, lines, url } = await startToy(waitMs, timeoutMs);
  const answer = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ wait }"}',
  }).then(
    (response) => response.json(),
    () => 'cut',
  );
  await lines.next();
  process_.kill(signal);
  const [code] = await exited;
  return { answer: await answer, code, last: (await lines.next()).value };
}

describe('stopping on a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: answers what has begun, closes and ends well',
    async (signal) => {
      expect(await stopWhileWaiting(signal, 300, 10_000)).toEqual({
        answer: { data: { wait: 'waited' } },
        code: 0,
        last: 'closed',
      });
    },
  );

  it('answers every request that was begun before the signal', async () => {
    const { child: gateway, port, exited } = await startToy(0, 10_000);
    const clients = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const client = connect(port, '127.0.0.1');
        await once(client, 'connect');
        return client;
      }),
    );
    const answers = clients.map((client) => text(client).catch(() => 'reset'));
    // Every other one is still on its way when the signal arrives.
    for (const [index, client] of clients.entries()) {
      client.write(`GET /operations HTTP/1.1\r\nhost: localhost\r\n${index % 2 ? '' : '\r\n'}`);
    }
    gateway.kill('SIGTERM');
    await sleep(100);
    for (const [index, client] of clients.entries()) if (index % 2) client.write('\r\n');

    expect((await Promise.all(answers)).map((answer) => answer.slice(0, 12))).toEqual(
      clients.map(() => 'HTTP/1.1 200'),
    );
    expect(await exited).toEqual([0, null]);
  });

  it('does not wait for ever', async () => {
    expect(await stopWhileWaiting('SIGTERM', 60_000, 200)).toEqual({
      answer: 'cut',
      code: 0,
      last: 'closed',
    });
  });
});
