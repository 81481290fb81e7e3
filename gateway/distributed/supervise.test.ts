import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const TOY = fileURLToPath(new URL('./testing/toy-main.ts', import.meta.url));

let parent: ChildProcess;
let output = '';
afterEach(() => {
  parent.kill('SIGKILL');
});

function startToy(...args: string[]): { readonly exited: Promise<unknown[]> } {
  output = '';
  parent = spawn(process.execPath, [TOY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  parent.stdout?.on('data', keep);
  parent.stderr?.on('data', keep);
  return { exited: once(parent, 'close') };
}

async function seen(text: string): Promise<void> {
  while (!output.includes(text)) await sleep(10);
}

/** Process ids of the children that have started. */
async function children(count: number): Promise<number[]> {
  for (;;) {
    const pids = Array.from(output.matchAll(/ process (\d+)/g), ([, pid]) => Number(pid));
    if (pids.length === count) return pids;
    await sleep(10);
  }
}

async function gone(pids: readonly number[]): Promise<void> {
  for (const pid of pids) while (isThere(pid)) await sleep(10);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('processes of the service', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'are stopped on %s, the gateway first, and that is a good end',
    async (signal) => {
      const { exited } = startToy();
      await seen('welcome');
      const pids = await children(3);
      parent.kill(signal);

      expect(await exited).toEqual([0, null]);
      await gone(pids);
      const stopped = Array.from(output.matchAll(/^(\w+) stopped$/gm), ([, name]) => name);
      expect(stopped[0]).toBe('gateway');
      expect(new Set(stopped)).toEqual(new Set(['gateway', 'one', 'two']));
      expect(output).not.toContain('ended');
    },
  );

  it('are all stopped when one of them dies, and it is said which', async () => {
    const { exited } = startToy();
    await seen('welcome');
    const pids = await children(3);
    process.kill(Number(/one process (\d+)/.exec(output)?.[1]), 'SIGKILL');

    expect(await exited).toEqual([1, null]);
    await gone(pids);
    expect(output).toContain('one ended with SIGKILL. The others are stopped.');
    expect(output.match(/ended with/g)).toHaveLength(1);
  });

  it('are all stopped when one of them does not start', async () => {
    const { exited } = startToy('/nowhere/no-such-script.ts');

    expect(await exited).toEqual([1, null]);
    await gone(await children(Array.from(output.matchAll(/ process /g)).length));
    expect(output).toContain('more ended with code 1. The others are stopped.');
    expect(output).not.toMatch(/^welcome$/m);
  });

  it('do not outlive whoever started them, however that ended', async () => {
    startToy();
    await seen('welcome');
    const pids = await children(3);
    parent.kill('SIGKILL');
    await gone(pids);

    expect(pids.filter(isThere)).toEqual([]);
  });
});
