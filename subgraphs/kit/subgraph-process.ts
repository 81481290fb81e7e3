/** What the processes of subgraphs share: each `subgraphs/<name>/main.ts` says only what it is made of. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createRemoteTrail } from './audit/remote-trail.ts';
import type { AuditTrail } from './audit/trail.ts';
import type { BossClient } from './boss/client.ts';
import type { Clock } from './clock.ts';
import { loadConfig, port } from './config.ts';
import type { Database } from './database.ts';
import { type KeyName, type Keys, loadServiceKeys } from './keys.ts';
import { openBoss } from './open-boss.ts';
import { openReplica } from './open-replica.ts';
import { isSafeOrigin } from './private-address.ts';
import {
  type ReplicatedSystem,
  readSourceConfig,
  requireOwnSystems,
  type SourceConfig,
} from './source-config.ts';
import { explainStartFailure } from './start-failure.ts';
import { openClock } from './still-moment.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import type { Subgraph } from './subgraph.ts';
import { createSubgraphApp } from './subgraph-app.ts';

const ROVER_FILE = join(import.meta.dirname, '../../rover.yaml');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const folder = z.string().min(1);

const schema = z.object({
  /** Where it listens; by default the port of its address in rover.yaml. */
  PORT: port.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the systems' databases. */
  PANORAMA_DATA: folder.default('./data'),
  /** File that says where systems are that are not in it. */
  PANORAMA_SOURCES: folder.optional(),
  /** Folder of what lasts. */
  PANORAMA_STATE: folder.default('./state'),
  /** File with the secrets that the subgraph needs; without one, they are made for a demonstration. */
  PANORAMA_KEYS: folder.optional(),
  /** Origin of the gateway, which writes the record. */
  PANORAMA_RECORD: z
    .string()
    .refine(isSafeOrigin, 'must be an origin that begins with https:// (http:// only to a private address)')
    .default('http://127.0.0.1:4000'),
  /** File with its certificate, where that is not for this origin, or of an authority of one's own. */
  PANORAMA_RECORD_CERT: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, 'must be fatal, error, warn, info, debug, trace or silent').default('warn'),
});

const production = schema.extend({
  PANORAMA_KEYS: z
    .string('must be set in production: a file made by `npm run keys -- FILE`, or some of its keys')
    .pipe(folder),
});

/** What a subgraph is put together from. */
export interface SubgraphSurroundings<N extends KeyName> {
  readonly db: Database;
  /** Business time: of the made-up operator, the moment that it stands at. */
  readonly clock: Clock;
  readonly keys: Pick<Keys, N>;
  /** Written by the gateway. */
  readonly trail: AuditTrail;
  readonly sources: SourceConfig;
  /** Null where none is configured. */
  readonly boss: BossClient | null;
  readonly stateDir: string;
}

/** A subgraph, and what must be closed after it. */
interface Built {
  readonly subgraph: Subgraph;
  close?(): Promise<void>;
}

interface SubgraphProcess<N extends KeyName> {
  /** As in rover.yaml. */
  readonly name: string;
  readonly system: ReplicatedSystem;
  /** Secrets beside those that prove who asks. */
  readonly keys: readonly N[];
  build(surroundings: SubgraphSurroundings<N>): Built | Promise<Built>;
}

/** Starts it, and ends the process with one clear line where that fails. */
export function runSubgraph<N extends KeyName>(made: SubgraphProcess<N>, env: NodeJS.ProcessEnv): void {
  start(made, env).catch((error: unknown) => {
    console.error(`${made.name} did not start. ${explainStartFailure(error)}`);
    process.exit(1);
  });
}

async function start<N extends KeyName>(made: SubgraphProcess<N>, env: NodeJS.ProcessEnv): Promise<void> {
  // What this service writes is nobody else's to read.
  process.umask(0o077);
  const { name, system } = made;
  const isProduction = env['NODE_ENV'] === 'production';
  const config = loadConfig(isProduction ? production : schema, env);
  const { PANORAMA_DATA: dataDir, PANORAMA_STATE: stateDir, PANORAMA_KEYS: keysFile } = config;
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const keys = loadServiceKeys({ keysFile, stateDir, isProduction }, made.keys);
  const { contextKeys } = keys;
  const { PANORAMA_RECORD: url, PANORAMA_RECORD_CERT: certFile } = config;
  const certificate = certFile === undefined ? undefined : readFileSync(certFile, 'utf8');
  const trail = createRemoteTrail({ url, from: name, contextKeys, certificate });
  const sources = readSourceConfig(config.PANORAMA_SOURCES);
  if (isProduction) requireOwnSystems(sources, name === 'identity' ? ['crm', 'passwords'] : [system]);
  const { db, clock } = openSystem(system, { config: sources, dataDir });
  const boss = openBoss(sources, (event) => console.error(JSON.stringify(event)));
  const { subgraph, close } = await made.build({ db, clock, keys, trail, sources, boss, stateDir });

  const app = await createSubgraphApp(subgraph, { contextKeys, logger: { level: config.LOG_LEVEL } });
  app.addHook('onClose', async () => {
    await close?.();
    await boss?.close();
    await db.close();
    await trail.close();
  });
  const origin = await app.listen({ port: config.PORT ?? (await listedPort(name)), host: config.HOST });
  stopOnSignals(app, { timeoutMs: 10_000, exit: process.exit });
  console.log(`${name} is serving ${origin}/graphql`);
  // Whoever started it need not ask whether it listens.
  process.send?.({ serving: origin });
}

/**
 * The one place where a subgraph's process opens what it reads.
 *
 * @throws Error that says how to make the database, where there is none.
 */
function openSystem(
  system: ReplicatedSystem,
  { config, dataDir }: { readonly config: SourceConfig; readonly dataDir: string },
): { readonly db: Database; readonly clock: Clock } {
  // First: it says best what is missing.
  const clock = openClock(system, config, dataDir);
  return { db: openReplica(system, { config, dataDir }), clock };
}

const roverFile = z.object({ subgraphs: z.record(z.string(), z.object({ routing_url: z.url() })) });

/** The port of its address in rover.yaml, where the gateway looks for it. */
async function listedPort(name: string): Promise<number> {
  const { parse: parseYaml } = await import('yaml');
  const { subgraphs } = roverFile.parse(parseYaml(readFileSync(ROVER_FILE, 'utf8')));
  const listed = subgraphs[name];
  if (!listed) throw new Error(`rover.yaml names no subgraph ${name}.`);
  const { port: given, protocol } = new URL(listed.routing_url);
  return Number(given || (protocol === 'https:' ? 443 : 80));
}
