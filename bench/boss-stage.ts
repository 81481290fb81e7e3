/** The made-up BOSS and the service that asks it, each a process; and the same service without a BOSS. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, findFreePorts, type Program, startChild } from './child.ts';
import { readPeakMb, resetPeak } from './cpu.ts';

/** All that `customer-view` and `screen-pop` can have from BOSS. */
const SECTIONS = ['customers', 'accounts', 'arrears', 'bills', 'payments', 'usage'];

/** Sees every customer. */
const PERSONA = 'hotline-agent';

export interface PlannedFault {
  readonly fault: string;
  readonly param?: string | number;
}

export interface Boss {
  /** All requests meet it from now on. */
  misbehave(fault: PlannedFault): Promise<void>;
  heal(): Promise<void>;
  /** Ends it as nobody would. */
  kill(): Promise<void>;
  /** Comes back where it was. */
  start(): Promise<void>;
  /** Requests since it started; null while it is not there. */
  calls(): Promise<number | null>;
}

export interface Service {
  readonly url: string;
  /** Good for a quarter of an hour. */
  token(): Promise<string>;
  rssMb(): number;
  /** The most since this was last asked for. */
  takePeakMb(): number;
  stop(): Promise<void>;
}

export interface BossStage {
  readonly boss: Boss;
  /** What it tells of accounts, arrears, bills, payments, usage and customers is BOSS's. */
  startOverBoss(): Promise<Service>;
  /** All of it is the replica's, in which there are the same facts. */
  startOverReplica(): Promise<Service>;
  stop(): Promise<void>;
}

/** @param scratchDir For files that live as long as the stage. */
export async function createBossStage(dataDir: string, scratchDir: string): Promise<BossStage> {
  const [port = 0] = await findFreePorts(1);
  const bossUrl = `http://127.0.0.1:${port}`;
  /** Also what is not up yet: it has to be ended, too. */
  const launched: Promise<Child>[] = [];
  const launch = (program: Program): Promise<Child> => {
    const child = startChild(program);
    launched.push(child);
    // Whoever waits for it is told.
    child.catch(() => {});
    return child;
  };
  const launchBoss = (): Promise<Child> =>
    launch({
      args: ['mocks/boss/main.ts', '--data', dataDir, '--port', String(port)],
      ports: [port],
    });
  const sourcesFile = join(scratchDir, 'sources.yaml');
  writeFileSync(
    sourcesFile,
    // JSON is YAML.
    JSON.stringify({
      boss: { url: bossUrl, envelope: 'InterBOSS', province: '510' },
      sections: { billing: Object.fromEntries(SECTIONS.map((section) => [section, 'boss'])) },
    }),
  );

  let boss = launchBoss();

  async function control(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${bossUrl}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`BOSS answered ${response.status} to ${path}.`);
    return response;
  }

  const start = (name: string, env: Readonly<Record<string, string>>): Promise<Service> =>
    startService(launch, {
      PANORAMA_DATA: dataDir,
      PANORAMA_STATE: join(scratchDir, `state-${name}`),
      ...env,
    });

  return {
    boss: {
      async misbehave(fault) {
        await control('POST', 'faults', { operation: '*', ...fault });
      },
      async heal() {
        await control('DELETE', 'faults');
      },
      async kill() {
        const { process } = await boss;
        const ended = once(process, 'exit');
        process.kill('SIGKILL');
        await ended;
      },
      async start() {
        boss = launchBoss();
        await boss;
      },
      async calls() {
        const { exitCode, signalCode } = (await boss).process;
        if (exitCode !== null || signalCode !== null) return null;
        const counts = (await (await control('GET', 'calls')).json()) as Record<string, number>;
        return Object.values(counts).reduce((sum, count) => sum + count, 0);
      },
    },
    async startOverBoss() {
      await boss;
      return start('boss', { PANORAMA_SOURCES: sourcesFile });
    },
    startOverReplica: () => start('replica', {}),
    async stop() {
      const children = await Promise.allSettled(launched);
      await Promise.all(children.flatMap((child) => ('value' in child ? [child.value.stop()] : [])));
    },
  };
}

async function startService(
  launch: (program: Program) => Promise<Child>,
  env: Readonly<Record<string, string>>,
): Promise<Service> {
  const [port = 0] = await findFreePorts(1);
  const child = await launch({
    args: ['gateway/main.ts'],
    ports: [port],
    env: {
      // Production has no provider that gives anybody a token.
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'silent',
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async token() {
      const response = await fetch(`${url}/demo/personas/${PERSONA}/token`, { method: 'POST' });
      if (!response.ok) throw new Error(`The demonstration's provider answered ${response.status}.`);
      return response.text();
    },
    rssMb: () => readRssMb(child.pid),
    takePeakMb() {
      const peak = readPeakMb(child.pid);
      resetPeak(child.pid);
      return peak;
    },
    stop: child.stop,
  };
}

function readRssMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
}
