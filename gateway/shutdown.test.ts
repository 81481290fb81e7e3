import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const TOY = fileURLToPath(new URL('./testing/toy-main.ts', import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

/** Starts a gateway, asks for `wait`, and sends a signal as soon as that has begun. */
async function stopWhileWaiting(signal: NodeJS.Signals, waitMs: number, timeoutMs: number) {
  const process_ = spawn(process.execPath, [TOY, String(waitMs), String(timeoutMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = process_;
  const exited = once(process_, 'exit');
  const lines = createInterface(process_.stdout)[Symbol.asyncIterator]();
  const { value: url } = await lines.next();
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

  it('does not wait for ever', async () => {
    expect(await stopWhileWaiting('SIGTERM', 60_000, 200)).toEqual({
      answer: 'cut',
      code: 0,
      last: 'closed',
    });
  });
});
