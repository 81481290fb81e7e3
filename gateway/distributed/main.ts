/**
 * Starts the service as processes of their own: each subgraph, the made-up BOSS
 * and the gateway, which asks them over HTTP where the supergraph says. It
 * watches them: when one ends, all do.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_KEYS, loadServiceKeys } from '#kit/keys';
import { explainStartFailure } from '#kit/start-failure';
import { seedIfMissing } from '../../mocks/world/seed-if-missing.ts';
import { type GatewayConfig, readConfig } from '../config.ts';
import { SUPERGRAPH_FILE } from '../service-parts.ts';
import { addressesIn } from './addresses.ts';
import { type Child, type Program, startChild } from './child.ts';

const ROOT = join(import.meta.dirname, '../..');
const BOSS = { script: 'mocks/boss/main.ts', port: 4_010 } as const;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

async function start(): Promise<void> {
  // What this service writes is nobody else's to read.
  process.umask(0o077);
  const config = readConfig(process.env);
  const { PANORAMA_DATA: dataDir, PANORAMA_STATE: stateDir, PANORAMA_KEYS: keysFile } = config;
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  // Before any of them: what is wrong with the keys is said once.
  loadServiceKeys({ keysFile, stateDir, isProduction: config.isProduction }, ALL_KEYS);
  await seedIfMissing(dataDir);

  const programs = [...subgraphsOf(config), ...bossOf(config)];
  const gateway = startChild(program('gateway', 'gateway/main.ts', { PANORAMA_SUBGRAPHS: 'remote' }));
  const others = programs.map((program) => startChild(program));
  const stopAll = createStop(gateway, others);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));
  for (const { name, ended } of [gateway, ...others]) {
    void ended.then((how) => stopAll(1, `${name} ended with ${how}. The others are stopped.`));
  }
  try {
    const [{ welcome = '' }] = await Promise.all([gateway.live, ...others.map(({ live }) => live)]);
    console.log(welcome);
  } catch {
    // It has said why itself, and all are being stopped.
  }
}

/** The gateway first: it finishes what has begun while the others still answer. What comes later is no news. */
function createStop(gateway: Child, others: readonly Child[]) {
  let stopping: Promise<void> | undefined;
  const stop = async (code: number, why?: string): Promise<void> => {
    if (why !== undefined) console.error(why);
    await gateway.stop();
    await Promise.all(others.map((child) => child.stop()));
    process.exit(code);
  };
  return (code: number, why?: string): Promise<void> => {
    stopping ??= stop(code, why);
    return stopping;
  };
}

function subgraphsOf(config: GatewayConfig): Program[] {
  const supergraphSdl = readFileSync(config.PANORAMA_SUPERGRAPH ?? SUPERGRAPH_FILE, 'utf8');
  return Array.from(addressesIn(supergraphSdl), ([name, url]) => {
    const { hostname, port } = new URL(url);
    if (!LOOPBACK.has(hostname)) throw new Error(`The subgraph ${name} is at ${url}, not on this machine.`);
    return program(name, `subgraphs/${name}/main.ts`, {
      HOST: hostname.replace(/^\[|\]$/g, ''),
      PORT: port,
      PANORAMA_RECORD: originOf(config),
    });
  });
}

function bossOf(config: GatewayConfig): Program[] {
  const { script, port } = BOSS;
  if (!existsSync(join(ROOT, script))) return [];
  const args = ['--data', config.PANORAMA_DATA, '--port', String(port)];
  return [{ ...program('boss', script, {}), args, port }];
}

function program(name: string, script: string, env: NodeJS.ProcessEnv): Program {
  return {
    name,
    script,
    env: { ...process.env, ...env },
    onLine: (line) => console.log(`${name.padEnd(NAME_WIDTH)} | ${line}`),
  };
}

/** Where a process of this machine finds the gateway. */
function originOf({ HOST, PORT, TLS_CERT }: GatewayConfig): string {
  const everywhere = HOST === '0.0.0.0' || HOST === '::';
  const host = everywhere ? '127.0.0.1' : HOST;
  return `${TLS_CERT === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

const NAME_WIDTH = 'analytics'.length;

start().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exit(1);
});
