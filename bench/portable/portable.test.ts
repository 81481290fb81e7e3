/**
 * Nothing in the graph needs a gateway of ours: Hive Gateway over the same
 * supergraph, its access rules included, and over the same five subgraphs gives
 * the same data and the same error codes. What it does not do is keep the record
 * of who looked at whom: our gateway writes that. Run by `npm run test:portable`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import {
  type Answer,
  type Asking,
  openPanorama,
  openTestWorld,
  seesEverything,
  type TestPanorama,
  type TestWorld,
} from '../../gateway/testing/test-world.ts';
import { ACT_EXAMPLES, EXAMPLES } from '../../mocks/world/examples.ts';
import { loadKeys, newKeysFile } from '../../subgraphs/kit/keys.ts';
import { createSubgraphApp } from '../../subgraphs/kit/subgraph-app.ts';
import { testViewer } from '../../subgraphs/kit/testing/viewer.ts';
import { type HiveGateway, startHiveGateway } from './hive-gateway.ts';

const VIEWERS = {
  'somebody who may see everything': seesEverything(),
  'an analyst, who may see no names and documents': testViewer({
    role: 'ANALYST',
    reach: { kind: 'REGIONS', regions: ['5101'] },
    scopes: [
      'customer:read',
      'subscriber:read',
      'billing:read',
      'usage:read',
      'contacts:read',
      'analytics:read',
      'catalogue:read',
    ],
  }),
  'a manager of other customers': testViewer({
    role: 'VIP_MANAGER',
    reach: { kind: 'PORTFOLIO', staffId: 'X999999' },
  }),
};
type Asker = keyof typeof VIEWERS;

/** Made anew by each call, so that no two are alike; replaced by the name of their type. */
const MADE_ANEW: ReadonlySet<string> = new Set(['requestId', 'requestedAt']);

let panorama: TestPanorama;
/** Of Hive Gateway alone: documents that do something leave their traces in a state of their own. */
let world: TestWorld;
let hosts: FastifyInstance[] = [];
let hive: HiveGateway;
const scratchDir = mkdtempSync(join(tmpdir(), 'panorama-portable-'));

beforeAll(async () => {
  const keysFile = join(scratchDir, 'keys.json');
  writeFileSync(keysFile, newKeysFile('portable-1'), { mode: 0o600 });
  const { contextKeys } = loadKeys(keysFile);
  panorama = await openPanorama();
  world = await openTestWorld();
  hosts = await Promise.all(world.subgraphs.map((subgraph) => createSubgraphApp(subgraph, { contextKeys })));
  const addresses = await Promise.all(hosts.map((host) => host.listen({ host: '127.0.0.1', port: 0 })));
  let { supergraphSdl } = world;
  for (const [at, { name }] of world.subgraphs.entries()) {
    supergraphSdl = supergraphSdl.replace(
      new RegExp(`(@join__graph\\(name: "${name}", url: )"[^"]*"`),
      `$1"${addresses[at]}/graphql"`,
    );
  }
  hive = await startHiveGateway({ supergraphSdl, viewers: VIEWERS, keysFile, scratchDir });
}, 120_000);

afterAll(async () => {
  await hive?.stop();
  await Promise.all(hosts.map((host) => host.close()));
  await Promise.all([panorama?.close(), world?.close()]);
  rmSync(scratchDir, { recursive: true });
});

describe.each(Object.keys(VIEWERS) as Asker[])('to %s Hive Gateway answers', (asker) => {
  let ours: Asking;
  beforeAll(async () => {
    ours = await panorama.as(VIEWERS[asker]);
  });
  afterAll(() => ours.close());

  it.each(Object.entries({ ...EXAMPLES, ...ACT_EXAMPLES }))(
    '%s as our gateway does',
    async (name, variables) => {
      const document = world.operations.find((operation) => operation.name === name);
      if (!document) throw new Error(`schema/operations/ has no ${name}.`);
      const expected = await ours.run(name, variables);
      const actual = await hive.ask(asker, document, variables);
      expect(comparable(actual)).toEqual(comparable(expected));
    },
  );
});

it('gets nothing from the subgraphs without somebody who asks', async () => {
  const document = world.operations.find(({ name }) => name === 'screen-pop');
  if (!document) throw new Error('schema/operations/ has no screen-pop.');
  const { data, errors } = await hive.ask('nobody', document, EXAMPLES['screen-pop'] ?? {});
  expect(data ?? null).toEqual({ customerLookup: null });
  expect(errors).toHaveLength(1);
});

function comparable({ data, errors = [] }: Answer) {
  return {
    data: JSON.parse(
      JSON.stringify(data ?? null, (key, value) => (MADE_ANEW.has(key) ? typeof value : value)),
    ) as unknown,
    codes: new Set(errors.map(({ extensions }) => extensions['code'])),
  };
}
