/** The default synthetic operator, seeded once for all end-to-end tests of one state of its code. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keys, loadOrMakeDemoKeys } from '#kit/keys';
import { EMBEDDED } from '#kit/source-config';
import { testViewer } from '#kit/testing/viewer';
import type { Viewer } from '#kit/viewer';
import { createDemoKeypad } from '../../mocks/billing-system/demo-passwords.ts';
import type { Collector } from '../../mocks/collector/collector.ts';
import { readWorld, type SeededWorld } from '../../mocks/world/read-world.ts';
import { seedIfMissing } from '../../mocks/world/seed-if-missing.ts';
import { cachedFolder } from '../../mocks/world/testing/cached-folder.ts';
import type { AppOptions } from '../app.ts';
import { createApp } from '../app.ts';
import { openEmbedded, type System } from '../embedded.ts';
import type { ServiceParts } from '../service-parts.ts';
import { openBossWorld } from './boss-world.ts';
import { openDistributedWorld } from './distributed-world.ts';
import { openMariadbWorld } from './mariadb-world.ts';
import { accessAs } from './test-access.ts';

/** Whatever decides what is in it: the generator, the tables, and what scores it. */
const MADE_BY = [
  'mocks/world/**/*.ts',
  'subgraphs/*/migrations/*.ts',
  'subgraphs/analytics/{scoring,import,rules}/**/*.{ts,json}',
  'subgraphs/analytics/*.{ts,yaml}',
];

/** @returns The folder of its databases. A change of the generator or of a table gives another. */
export async function seedTestWorld(): Promise<string> {
  const dir = cachedFolder(MADE_BY);
  await seedIfMissing(dir, () => ({ update() {}, stop() {} }));
  return dir;
}

/** Asks as one viewer. */
export interface Asking {
  /** Runs a trusted document by name, as a channel would. */
  run(operation: string, variables: object): Promise<Answer>;
  /** The same, as the bytes of the answer. */
  text(operation: string, variables: object): Promise<string>;
  /** Runs any query, as a developer would. */
  query(query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

export interface TestPanorama extends Asking {
  readonly world: TestWorld;
  /** The same service for somebody else. */
  as(viewer: Viewer): Promise<Asking>;
  /** The same service with a system that is down, until it is closed. */
  without(system: System): Promise<Asking>;
}

/** A GraphQL answer; tests look into it freely. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, and a wrong guess fails the test.
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Where rows are kept and subgraphs run: all in this process, rows on a server, billing from BOSS, or subgraphs in processes of their own. A project of jest sets it for all its tests. */
export type Form = 'embedded' | 'mariadb' | 'boss' | 'distributed';

declare global {
  var panoramaForm: Form | undefined;
}

interface TestWorldOptions {
  /** By default that of the jest project. */
  readonly form?: Form;
  /** Writes into the databases of a folder, which are copies then: what the operator's other systems have done since. */
  readonly change?: (dataDir: string) => void;
  /** Of the embedded form alone: told of each statement run. */
  readonly onStatement?: (system: System, sql: string) => void;
}

export interface TestWorld extends ServiceParts {
  readonly world: SeededWorld;
  readonly stateDir: string;
  readonly keys: Keys;
  /** The demonstration's keypad. */
  readonly collector: Collector;
  /** How a gateway asks subgraphs that are not in this process. */
  readonly connection: Pick<AppOptions, 'signContext' | 'subgraphDeadlineMs'>;
  /** What the processes of subgraphs wrote. */
  output(): string;
  takeDown(system: System): Promise<void>;
  /** Where a system can come back. */
  bringUp?(system: System): Promise<void>;
}

/** Databases of the test world, with a state of its own that goes when it is closed. */
export async function openTestWorld({
  form = globalThis.panoramaForm ?? 'embedded',
  change,
  onStatement,
}: TestWorldOptions = {}): Promise<TestWorld> {
  const stateDir = mkdtempSync(join(tmpdir(), 'panorama-state-'));
  const keys = loadOrMakeDemoKeys(join(stateDir, 'keys.json'));
  const seeded = await seedTestWorld();
  const dataDir = change ? copyOf(seeded, join(stateDir, 'data')) : seeded;
  change?.(dataDir);
  const folders = { dataDir, stateDir, keys };
  if (onStatement && form === 'distributed') throw new Error('Statements are seen in this process alone.');
  const opened =
    form === 'distributed'
      ? await openDistributedWorld(folders)
      : await openInProcess(form, { ...folders, ...(onStatement && { onStatement }) });
  return {
    ...opened,
    world: readWorld(dataDir),
    collector: await createDemoKeypad(keys.pseudonymKey),
    stateDir,
    keys,
    async close() {
      await opened.close();
      rmSync(stateDir, { recursive: true });
    },
  };
}

function copyOf(dataDir: string, copy: string): string {
  mkdirSync(copy);
  for (const file of readdirSync(dataDir)) copyFileSync(join(dataDir, file), join(copy, file));
  return copy;
}

async function openInProcess(
  form: Exclude<Form, 'distributed'>,
  options: Parameters<typeof openEmbedded>[0],
) {
  const { dataDir, stateDir, keys } = options;
  const systems = {
    embedded: async () => null,
    mariadb: () => openMariadbWorld(dataDir),
    boss: () => openBossWorld(dataDir, stateDir, keys),
  };
  const opened = await systems[form]();
  const embedded = await openEmbedded({ ...options, sources: opened?.sources ?? EMBEDDED });
  return {
    ...embedded,
    async close() {
      await embedded.close();
      await opened?.close();
    },
    connection: {},
    output: () => '',
    takeDown: async (system: System) => embedded.databases[system].close(),
  };
}

/** Also itemised records: they are opened for one customer at a time, here that of the examples. */
export function seesEverything(): Viewer {
  const subject = 'S000001';
  return testViewer({
    subject,
    purpose: 'SERVICE_REQUEST',
    policies: ['on_record', 'purpose', 'customer_authenticated'],
    authenticated: { authenticationId: '1', customerId: '100000001', subject, until: Date.now() + 3_600_000 },
  });
}

/** The whole service over the test world, for somebody who may see everything: real databases, real gateway. */
export async function openPanorama(options: TestWorldOptions = {}): Promise<TestPanorama> {
  const world = await openTestWorld(options);
  const asking = await askAs(world, seesEverything());
  return {
    ...asking,
    world,
    as: (viewer) => askAs(world, viewer),
    async without(system) {
      const { bringUp } = world;
      if (bringUp) {
        await world.takeDown(system);
        return { ...asking, close: () => bringUp(system) };
      }
      const other = await openPanorama(options);
      await other.world.takeDown(system);
      return other;
    },
    async close() {
      await asking.close();
      await world.close();
    },
  };
}

async function askAs(world: TestWorld, viewer: Viewer): Promise<Asking> {
  const { supergraphSdl, subgraphs, operations, connection } = world;
  const app = await createApp({
    ...accessAs(viewer),
    ...connection,
    supergraphSdl,
    subgraphs,
    operations,
  });
  const post = async (url: string, payload: object): Promise<string> =>
    (await app.inject({ method: 'POST', url, payload })).body;
  const parsed = async (text: Promise<string>): Promise<Answer> => JSON.parse(await text) as Answer;
  const text = (operation: string, variables: object) => post(`/operations/${operation}`, variables);
  return {
    text,
    run: (operation, variables) => parsed(text(operation, variables)),
    query: (query, variables = {}) => parsed(post('/graphql', { query, variables })),
    close: () => app.close(),
  };
}
