/** The load generator, seen from the harness: a process of its own, on a core that no gateway uses. */
import { on } from 'node:events';
import { startChild } from './child.ts';
import type { Dialect, Operation } from './operations.ts';

export interface LoadOrder {
  readonly port: number;
  readonly operation: Operation;
  readonly dialect: Dialect;
  /** Of who asks; null where nobody has to say. */
  readonly token: string | null;
  /** Index of the first request, so that all systems of a round are asked the same and no two rounds are. */
  readonly skip: number;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** What was answered within the measured seconds. */
export interface LoadResult {
  readonly responses: number;
  /** Other statuses than 200, answers with errors in them, broken connections, time-outs. */
  readonly failures: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export type LoadMessage =
  | { readonly kind: 'ready' | 'begin' | 'idle' }
  | { readonly kind: 'end'; readonly result: LoadResult }
  | { readonly kind: 'failed'; readonly message: string };

/** What is read at both edges of the measured seconds, while the load goes on. */
export interface Edges<T> {
  readonly result: LoadResult;
  readonly before: T;
  readonly after: T;
}

export interface Load {
  readonly pid: number;
  /** @param read Called as measuring begins and as it ends. */
  run<T>(order: LoadOrder, read: () => T): Promise<Edges<T>>;
  stop(): Promise<void>;
}

export async function startLoad(dataDir: string, core: number): Promise<Load> {
  const child = await startChild({
    args: ['bench/processes/load.ts', '--data', dataDir],
    ports: [],
    core,
    ipc: true,
  });
  // Keeps what arrives while nobody waits for it.
  const messages = on(child.process, 'message', { close: ['exit'] });

  async function next<Kind extends LoadMessage['kind']>(
    kind: Kind,
  ): Promise<Extract<LoadMessage, { kind: Kind }>> {
    const { value, done } = (await messages.next()) as IteratorResult<[LoadMessage], undefined>;
    if (done) throw new Error(`The load generator ended: ${child.output()}`);
    const [message] = value;
    if (message.kind === kind) return message as Extract<LoadMessage, { kind: Kind }>;
    throw new Error(
      `The load generator failed: ${message.kind === 'failed' ? message.message : message.kind}`,
    );
  }

  await next('ready');
  return {
    pid: child.pid,
    async run(order, read) {
      child.process.send(order);
      await next('begin');
      const before = read();
      const { result } = await next('end');
      const after = read();
      await next('idle');
      return { result, before, after };
    },
    stop: child.stop,
  };
}
