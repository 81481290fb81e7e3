/** Subgraphs that are asked over HTTP: signed by the gateway, and by nobody else. `forms.test.ts` compares the answers. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createContextSigner } from '#kit/signed-context';
import { createSubgraphApp } from '#kit/subgraph-app';
import { noteAccesses, testViewer } from '#kit/testing/viewer';
import { EXAMPLES } from '../../mocks/world/examples.ts';
import { createApp } from '../app.ts';
import { withAddresses } from '../distributed/addresses.ts';
import { accessAs } from '../testing/test-access.ts';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

const KEYS = [{ id: 'k1', secret: randomBytes(32) }];

let panorama: TestPanorama;
let hosts: FastifyInstance[];
let supergraphSdl: string;

beforeAll(async () => {
  panorama = await openPanorama();
  hosts = await Promise.all(
    panorama.world.subgraphs.map((subgraph) => createSubgraphApp(subgraph, { contextKeys: KEYS })),
  );
  const addresses = new Map<string, string>();
  for (const [at, host] of hosts.entries()) {
    const url = await host.listen({ host: '127.0.0.1', port: 0 });
    addresses.set(panorama.world.subgraphs[at]?.name ?? '', `${url}/graphql`);
  }
  supergraphSdl = withAddresses(panorama.world.supergraphSdl, addresses);
}, 120_000);
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  await panorama.close();
});

/** A gateway without a subgraph in its process. */
async function openOverHttp(viewer = testViewer(), keys = KEYS) {
  const accesses = noteAccesses();
  const app = await createApp({
    ...accessAs(viewer),
    recorder: { begin: () => ({ accesses, finish: () => undefined }) },
    supergraphSdl,
    subgraphs: [],
    operations: panorama.world.operations,
    signContext: createContextSigner(keys),
    // What has answered nothing yet is slow on a busy machine.
    subgraphDeadlineMs: 10_000,
  });
  return {
    accesses,
    run: async (operation: string, payload: object) =>
      (await app.inject({ method: 'POST', url: `/operations/${operation}`, payload })).json(),
    close: () => app.close(),
  };
}

describe('a gateway over HTTP', () => {
  it('knows whom its subgraphs looked at', async () => {
    const overHttp = await openOverHttp();
    const { errors } = await overHttp.run('screen-pop', EXAMPLES['screen-pop'] ?? {});

    expect(errors).toBeUndefined();
    expect(overHttp.accesses.seen.has('100000001')).toBe(true);
    await overHttp.close();
  });
});

describe('a subgraph', () => {
  it('says nothing to a gateway that signs with another key', async () => {
    const stranger = await openOverHttp(testViewer(), [{ id: 'k1', secret: randomBytes(32) }]);
    const answer = await stranger.run('screen-pop', EXAMPLES['screen-pop'] ?? {});

    expect(answer.data).toEqual({ customerLookup: null });
    expect(answer.errors[0].extensions.source).toBe('crm');
    await stranger.close();
  });

  it('says nothing to anybody who asks it directly', async () => {
    for (const host of hosts) {
      for (const query of ['{ _service { sdl } }', '{ __schema { types { name } } }', '{ __typename }']) {
        const { statusCode, body } = await host.inject({
          method: 'POST',
          url: '/graphql',
          payload: { query },
        });
        expect(statusCode).toBe(401);
        expect(body).not.toContain('type');
      }
    }
  });
});
