/** The default synthetic operator, seeded once for all end-to-end tests of one state of its code. */
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keys, loadOrMakeDemoKeys } from '#kit/keys';
import { testViewer } from '#kit/testing/viewer';
import type { Viewer } from '#kit/viewer';
import { seedIfMissing } from '../../mocks/world/seed-if-missing.ts';
import { createApp } from '../app.ts';
import { type Embedded, openEmbedded, type System } from '../embedded.ts';
import { accessAs } from './test-access.ts';

const ROOT = join(import.meta.dirname, '../..');

/** @returns The folder of its databases. A change of the generator or of a table gives another. */
async function seedTestWorld(): Promise<string> {
  const made = createHash('sha256');
  const files = globSync(['mocks/world/**/*.ts', 'subgraphs/*/migrations/*.ts'], { cwd: ROOT });
  for (const file of files.sort()) made.update(readFileSync(join(ROOT, file)));
  const dir = join(ROOT, `node_modules/.cache/panorama/${made.digest('hex').slice(0, 12)}`);
  await seedIfMissing(dir, () => ({ update() {}, stop() {} }));
  return dir;
}

/** Asks as one viewer. */
export interface Asking {
  /** Runs a trusted document by name, as a channel would. */
  run(operation: string, variables: object): Promise<Answer>;
  /** Runs any query, as a developer would. */
  query(query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

export interface TestPanorama extends Asking {
  readonly embedded: Embedded;
  /** The same service for somebody else. */
  as(viewer: Viewer): Promise<Asking>;
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

export interface TestWorld extends Embedded {
  readonly stateDir: string;
  readonly keys: Keys;
}

/** Databases of the test world, with a state of its own that goes when it is closed. */
export async function openTestWorld(onStatement?: (system: System, sql: string) => void): Promise<TestWorld> {
  const stateDir = mkdtempSync(join(tmpdir(), 'panorama-state-'));
  const keys = loadOrMakeDemoKeys(join(stateDir, 'keys.json'));
  const embedded = await openEmbedded({
    dataDir: await seedTestWorld(),
    stateDir,
    keys,
    ...(onStatement && { onStatement }),
  });
  return {
    ...embedded,
    stateDir,
    keys,
    async close() {
      await embedded.close();
      rmSync(stateDir, { recursive: true });
    },
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

/** The whole service over the test world, for somebody who may see everything: real databases, real gateway, no socket. */
export async function openPanorama(
  onStatement?: (system: System, sql: string) => void,
): Promise<TestPanorama> {
  const embedded = await openTestWorld(onStatement);
  const asking = await as(seesEverything());

  async function as(viewer: Viewer): Promise<Asking> {
    const { supergraphSdl, subgraphs, operations } = embedded;
    const app = await createApp({ ...accessAs(viewer), supergraphSdl, subgraphs, operations });
    const post = async (url: string, payload: object): Promise<Answer> =>
      (await app.inject({ method: 'POST', url, payload })).json();
    return {
      run: (operation, variables) => post(`/operations/${operation}`, variables),
      query: (query, variables = {}) => post('/graphql', { query, variables }),
      close: () => app.close(),
    };
  }

  return {
    ...asking,
    embedded,
    as,
    async close() {
      await asking.close();
      await embedded.close();
    },
  };
}
