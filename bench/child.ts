/** Programs that the benchmark starts, each on its core, and ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './message-of.ts';

export const ROOT = join(import.meta.dirname, '..');

/** The same for every program. Nothing of ours leaks in, and nothing calls home. */
const ENVIRONMENT = {
  PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
  NODE_ENV: 'production',
  APOLLO_TELEMETRY_DISABLED: '1',
};

const TASKSET = '/usr/bin/taskset';
export const CAN_PIN = existsSync(TASKSET);

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 3_000;
/** Characters of its output that are kept, to say why a program failed. */
const KEPT_OUTPUT = 2_000;

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  /** The end of what it wrote. */
  output(): string;
  stop(): Promise<void>;
}

export interface Program {
  /** Arguments of node: a script and its options. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ports it answers on once it has started. */
  readonly ports: readonly number[];
  /** Which core it may use; all of them where none is named or `CAN_PIN` is false. */
  readonly core?: number;
  /** Whether it talks to us with `process.send`. */
  readonly ipc?: boolean;
}

/** @throws Error with the program's last words when it does not listen in time. */
export async function startChild({ args, env = {}, ports, core, ipc = false }: Program): Promise<Child> {
  // `taskset` becomes the program it starts: the process id is that of node.
  const pin = CAN_PIN && core !== undefined ? [TASKSET, '-c', String(core)] : [];
  const [command, ...rest] = [...pin, process.execPath, ...args];
  const child = spawn(command as string, rest, {
    cwd: ROOT,
    env: { ...ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const started: Child = {
    pid: child.pid ?? Number.NaN,
    process: child,
    output: () => output,
    stop: () => stop(child),
  };
  child.on('error', (error) => keep(Buffer.from(error.message)));
  try {
    for (const port of ports) await waitForPort(port, child);
  } catch (error) {
    await started.stop();
    throw new Error(`${messageOf(error)} ${lastWords(output)}`, { cause: error });
  }
  return started;
}

/** The line that names an error, or else the last one. */
function lastWords(output: string): string {
  const lines = output.trim().split('\n');
  return (lines.find((line) => /Error\b.*:/.test(line)) ?? lines.at(-1) ?? '').trim();
}

async function waitForPort(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.pid === undefined) throw new Error('It ended instead of starting.');
    if (Date.now() > deadline) throw new Error(`It did not listen within ${START_TIMEOUT_MS / 1_000} s.`);
    await sleep(100);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

/** Ports that nobody uses now. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
