/**
 * Starts the service as processes of their own: each subgraph, the made-up BOSS
 * and the gateway, which asks them over HTTP where the supergraph says. It
 * watches them: when one ends, all do.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_KEYS, loadServiceKeys } from '#kit/keys';
import { explainStartFailure } from '#kit/start-failure';
import { seedIfMissing } from '../../mocks/world/seed-if-missing.ts';
import { type GatewayConfig, LOOPBACK, readConfig } from '../config.ts';
import { SUPERGRAPH_FILE } from '../service-parts.ts';
import { addressesIn } from './addresses.ts';
import type { Program } from './child.ts';
import { supervise } from './supervise.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The made-up BOSS, and what it is asked for where no other sources are named. */
const BOSS = {
  script: 'mocks/boss/main.ts',
  port: 4_010,
  sources: join(ROOT, 'mocks/boss/sources.yaml'),
} as const;

async function start(): Promise<void> {
  // What this service writes is nobody else's to read.
  process.umask(0o077);
  const config = readConfig(process.env);
  if (config.PORT === 0) throw new Error('PORT must be told: subgraphs find the gateway there.');
  const { PANORAMA_DATA: dataDir, PANORAMA_STATE: stateDir, PANORAMA_KEYS: keysFile } = config;
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  // Before any of them: what is wrong with the keys is said once.
  loadServiceKeys({ keysFile, stateDir, isProduction: config.isProduction }, ALL_KEYS);
  if (config.PANORAMA_SOURCES === undefined) await seedIfMissing(dataDir);

  await supervise(
    {
      gateway: program('gateway', 'gateway/main.ts', { PANORAMA_SUBGRAPHS: 'remote' }),
      others: [...subgraphsOf(config), ...bossOf(config)],
    },
    { say: console.log, complain: console.error, exit: process.exit },
  );
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
      // It is for the name that people use.
      ...(config.TLS_CERT !== undefined && { PANORAMA_RECORD_CERT: config.TLS_CERT }),
      PANORAMA_SOURCES: config.PANORAMA_SOURCES ?? BOSS.sources,
    });
  });
}

function bossOf(config: GatewayConfig): Program[] {
  // Whoever names sources has a BOSS of his own, or none.
  if (config.PANORAMA_SOURCES !== undefined) return [];
  const { script, port } = BOSS;
  const { PANORAMA_DATA: dataDir, PANORAMA_STATE: stateDir } = config;
  const args = ['--data', dataDir, '--state', stateDir, '--port', String(port)];
  return [{ ...program('boss', script, {}), args, port }];
}

function program(name: string, script: string, env: NodeJS.ProcessEnv): Program {
  return {
    name,
    script: join(ROOT, script),
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
