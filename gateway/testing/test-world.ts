/** The default synthetic operator, seeded once for all end-to-end tests of one state of its code. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedIfMissing } from '../../mocks/world/seed-if-missing.ts';
import { createApp } from '../app.ts';
import { type Embedded, openEmbedded, type System } from '../embedded.ts';

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

export interface TestPanorama {
  readonly embedded: Embedded;
  /** Runs a trusted document by name, as a channel would. */
  run(operation: string, variables: object): Promise<Answer>;
  /** Runs any query, as a developer would. */
  query(query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
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

/** The whole service over the test world: real databases, real gateway, no socket. */
export async function openPanorama(
  onStatement?: (system: System, sql: string) => void,
): Promise<TestPanorama> {
  const embedded = openEmbedded(await seedTestWorld(), onStatement);
  const { supergraphSdl, subgraphs, operations } = embedded;
  const app = await createApp({ supergraphSdl, subgraphs, operations });
  const post = async (url: string, payload: object): Promise<Answer> =>
    (await app.inject({ method: 'POST', url, payload })).json();
  return {
    embedded,
    run: (operation, variables) => post(`/operations/${operation}`, variables),
    query: (query, variables = {}) => post('/graphql', { query, variables }),
    async close() {
      await app.close();
      embedded.close();
    },
  };
}
