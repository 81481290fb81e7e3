/** Processes of the service that another one starts, watches and stops. None of them outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href;

/** Longer than a process lets finish what has begun. */
const STOP_TIMEOUT_MS = 12_000;
const ASKED_AGAIN_MS = 50;
/** Lines of its output that are kept, to say why it did not start. */
const LAST_LINES = 5;

/** What a process tells its parent once it listens. */
export interface Serving {
  /** Its origin. */
  readonly serving: string;
  /** What to say to whoever started the service. */
  readonly welcome?: string;
}

export interface Program {
  readonly name: string;
  /** Its file. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Of a process that does not say when it listens: the port that is then open. */
  readonly port?: number;
  /** Told of each line that it writes. */
  onLine(line: string): void;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when it listens. @throws Error with its last words, from the promise, where it ends instead. */
  readonly live: Promise<Serving>;
  /** Resolves with its exit code or signal. */
  readonly ended: Promise<string>;
  /** Lets it finish what has begun, but not for ever. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export function startChild({ name, script, args = [], env, port, onLine }: Program): Child {
  // Apart from the group of the terminal: Ctrl-C is for the parent, which stops them in order.
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, script, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      onLine(line);
    });
  }
  const ended = new Promise<string>((resolve) => {
    // Once its output is read too.
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const failed = ended.then((how): never => {
    throw new Error(`${name} ended with ${how} instead of starting. ${lines.join('\n')}`.trim());
  });
  const live = Promise.race([port === undefined ? saysSo(child) : isOpen(port, ended), failed]);
  // Who does not wait for one of them is not ended by it.
  live.catch(() => {});
  failed.catch(() => {});
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    name,
    pid: child.pid ?? Number.NaN,
    live,
    ended,
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await end('SIGTERM');
      clearTimeout(timer);
    },
    kill: () => end('SIGKILL'),
  };
}

async function saysSo(child: ChildProcess): Promise<Serving> {
  const [said] = (await once(child, 'message')) as [Serving];
  return said;
}

async function isOpen(port: number, ended: Promise<string>): Promise<Serving> {
  const hasEnded = ended.then(() => true);
  while (!(await answers(port))) {
    if (await Promise.race([hasEnded, sleep(ASKED_AGAIN_MS, false)])) break;
  }
  return { serving: `http://127.0.0.1:${port}` };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
