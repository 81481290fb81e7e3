/** The subgraphs in processes of their own, as `npm run start:distributed` runs them, on whatever ports are free. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import type { Keys } from '#kit/keys';
import { createContextSigner } from '#kit/signed-context';
import type { AppOptions } from '../app.ts';
import { addressesIn, withAddresses } from '../distributed/addresses.ts';
import { type Child, startChild } from '../distributed/child.ts';
import type { System } from '../embedded.ts';
import { openRemote } from '../remote.ts';
import { recordRoute } from '../routes/record.ts';
import { type ServiceParts, SUPERGRAPH_FILE } from '../service-parts.ts';

export interface DistributedWorld extends ServiceParts {
  /** How a gateway asks these subgraphs. */
  readonly connection: Pick<AppOptions, 'signContext' | 'subgraphDeadlineMs'>;
  /** What the processes wrote. */
  output(): string;
  takeDown(system: System): Promise<void>;
  /** Starts it again, at the same address. */
  bringUp(system: System): Promise<void>;
}

interface DistributedOptions {
  readonly dataDir: string;
  readonly stateDir: string;
  readonly keys: Keys;
}

const ROOT = join(import.meta.dirname, '../..');
/** A fifth of what a process takes to start is compiling. */
export const COMPILED: string = join(ROOT, 'node_modules/.cache/panorama/compiled');
/** On a busy machine, a process that has answered nothing yet is slow. */
const PATIENT_MS = 10_000;

export async function openDistributedWorld(options: DistributedOptions): Promise<DistributedWorld> {
  const { dataDir, stateDir, keys } = options;
  const parts = await openRemote({ supergraphFile: SUPERGRAPH_FILE, stateDir, keys });
  const record = fastify();
  await record.register(recordRoute, { trail: parts.trail, contextKeys: keys.contextKeys });
  const recordOrigin = await record.listen({ host: '127.0.0.1', port: 0 });

  let output = '';
  const children = new Map<string, Child>();
  const addresses = new Map<string, string>();
  async function start(name: string): Promise<void> {
    const child = startChild({
      name,
      script: join(ROOT, `subgraphs/${name}/main.ts`),
      env: {
        PORT: new URL(addresses.get(name) ?? 'http://127.0.0.1:0').port,
        PANORAMA_DATA: dataDir,
        PANORAMA_STATE: stateDir,
        PANORAMA_RECORD: recordOrigin,
        LOG_LEVEL: 'trace',
        NODE_COMPILE_CACHE: COMPILED,
      },
      onLine(line) {
        output += `${line}\n`;
      },
    });
    children.set(name, child);
    addresses.set(name, `${(await child.live).serving}/graphql`);
  }
  const names = addressesIn(readFileSync(SUPERGRAPH_FILE, 'utf8')).keys();
  await Promise.all(Array.from(names, start));

  return {
    ...parts,
    supergraphSdl: withAddresses(parts.supergraphSdl, addresses),
    connection: {
      signContext: createContextSigner(keys.contextKeys),
      subgraphDeadlineMs: PATIENT_MS,
    },
    output: () => output,
    takeDown: async (system) => children.get(system)?.kill(),
    bringUp: start,
    async close() {
      await Promise.all([...children.values()].map((child) => child.stop()));
      await record.close();
      await parts.close();
    },
  };
}
