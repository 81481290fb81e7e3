/** Starts the processes of the service, watches them, and stops all of them when it is told to or one of them ends. */
import { type Child, type Program, startChild } from './child.ts';

export interface Supervised {
  /** Stopped first: it finishes what has begun while the others still answer. */
  readonly gateway: Program;
  readonly others: readonly Program[];
}

interface SuperviseOptions {
  /** Given what the gateway says of itself, once all of them listen. */
  say(welcome: string): void;
  complain(problem: string): void;
  exit(code: number): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function supervise({ gateway, others }: Supervised, options: SuperviseOptions): Promise<void> {
  const first = startChild(gateway);
  const all = [first, ...others.map((program) => startChild(program))];
  let stopping: Promise<void> | undefined;
  // Only what is first counts: that the others end then is no news.
  const stop = (code: number, why?: string): void => {
    if (!stopping && why !== undefined) options.complain(why);
    stopping ??= stopInOrder(all).then(() => options.exit(code));
  };

  for (const signal of SIGNALS) process.on(signal, () => stop(0));
  for (const { name, ended } of all) {
    void ended.then((how) => stop(1, `${name} ended with ${how}. The others are stopped.`));
  }
  try {
    const [{ welcome }] = await Promise.all([first.live, ...all.map(({ live }) => live)]);
    if (!stopping && welcome !== undefined) options.say(welcome);
  } catch {
    // It has said itself why it did not start, and all are being stopped.
  }
}

async function stopInOrder([gateway, ...others]: readonly Child[]): Promise<void> {
  await gateway?.stop();
  await Promise.all(others.map((child) => child.stop()));
}
