/** The made-up BOSS and the service that asks it, each a process; and the same service without a BOSS. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, findFreePorts, startChild } from './child.ts';
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
  const startBoss = (): Promise<Child> =>
    startChild({
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

  const services: Service[] = [];
  let boss = await startBoss();

  async function control(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${bossUrl}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`BOSS answered ${response.status} to ${path}.`);
    return response;
  }

  async function start(name: string, env: Readonly<Record<string, string>>): Promise<Service> {
    const service = await startService(dataDir, join(scratchDir, `state-${name}`), env);
    services.push(service);
    return service;
  }

  return {
    boss: {
      async misbehave(fault) {
        await control('POST', 'faults', { operation: '*', ...fault });
      },
      async heal() {
        await control('DELETE', 'faults');
      },
      async kill() {
        const ended = once(boss.process, 'exit');
        boss.process.kill('SIGKILL');
        await ended;
      },
      async start() {
        boss = await startBoss();
      },
      async calls() {
        const { exitCode, signalCode } = boss.process;
        if (exitCode !== null || signalCode !== null) return null;
        const counts = (await (await control('GET', 'calls')).json()) as Record<string, number>;
        return Object.values(counts).reduce((sum, count) => sum + count, 0);
      },
    },
    startOverBoss: () => start('boss', { PANORAMA_SOURCES: sourcesFile }),
    startOverReplica: () => start('replica', {}),
    async stop() {
      await Promise.all([boss, ...services].map((each) => each.stop()));
    },
  };
}

async function startService(
  dataDir: string,
  stateDir: string,
  env: Readonly<Record<string, string>>,
): Promise<Service> {
  const [port = 0] = await findFreePorts(1);
  const child = await startChild({
    args: ['gateway/main.ts'],
    ports: [port],
    env: {
      // Production has no provider that gives anybody a token.
      NODE_ENV: 'development',
      PANORAMA_DATA: dataDir,
      PANORAMA_STATE: stateDir,
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
