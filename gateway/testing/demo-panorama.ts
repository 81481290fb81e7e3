/** The service as `npm start` puts it together, over the test world: tokens, rules and record are real. */
import { join } from 'node:path';
import type { FastifyServerOptions } from 'fastify';
import { readReceipt } from '#kit/receipt';
import { createDemoIdentityProvider } from '../../mocks/identity-provider/identity-provider.ts';
import { loadRoles } from '../../schema/tools/roles.ts';
import { createAddressHash } from '../access/address-hash.ts';
import { commonGrants } from '../access/common-grants.ts';
import { openStaffIdentity } from '../access/staff-identity.ts';
import { createApp } from '../app.ts';
import { createRecorder } from '../recorder.ts';
import { type Answer, openTestWorld, type TestWorld } from './test-world.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Response extends Answer {
  readonly status: number;
  readonly text: string;
}

type Headers = Readonly<Record<string, string>>;

export interface DemoPanorama {
  readonly world: TestWorld;
  /** Events of the recorder, such as unusual browsing. */
  readonly events: readonly object[];
  token(persona: string): Promise<string>;
  /** Runs a trusted document as one of the demo people. */
  run(persona: string, operation: string, variables: object, headers?: Headers): Promise<Response>;
  query(persona: string, query: string, variables?: object, headers?: Headers): Promise<Response>;
  /** Without a token, or with whatever the headers say. */
  post(url: string, payload: object, headers?: Headers): Promise<Response>;
  close(): Promise<void>;
}

export async function openDemoPanorama(
  logger?: NonNullable<FastifyServerOptions['logger']>,
): Promise<DemoPanorama> {
  const world = await openTestWorld();
  const { supergraphSdl, subgraphs, operations, connection, trail, keys, stateDir } = world;
  const roles = loadRoles(ROOT);
  const demo = await createDemoIdentityProvider({ issuer: 'http://127.0.0.1/demo', audience: 'panorama' });
  const events: object[] = [];
  const identity = openStaffIdentity({
    issuer: demo.issuer,
    audience: 'panorama',
    fetchKeys: async () => demo.jwks,
    roles,
    epochsFile: join(stateDir, 'access.sqlite'),
    isOnRecord: () => trail.isHealthy,
    readReceipt: (receipt) => readReceipt(keys.receiptKey, receipt),
    report() {},
  });
  const app = await createApp({
    ...connection,
    supergraphSdl,
    subgraphs,
    operations,
    access: identity.access,
    recorder: createRecorder({ trail, roles, report: (event) => void events.push(event) }),
    grantSets: commonGrants(roles, ['explore']),
    hashAddress: createAddressHash(keys.pseudonymKey),
    async pages(scope) {
      await scope.register(identity.routes);
      await scope.register(demo.routes, { prefix: '/demo' });
    },
    ...(logger && { logger }),
  });

  const post = async (url: string, payload: object, headers: Headers = {}): Promise<Response> => {
    const { statusCode, body } = await app.inject({ method: 'POST', url, payload, headers });
    const answer = body === '' ? {} : (JSON.parse(body) as Answer);
    return { ...answer, status: statusCode, text: body };
  };
  const token = async (persona: string): Promise<string> =>
    (await app.inject({ method: 'POST', url: `/demo/personas/${persona}/token` })).body;
  const tokens = new Map<string, Promise<string>>();
  const bearer = async (persona: string): Promise<Headers> => {
    const known = tokens.get(persona) ?? token(persona);
    tokens.set(persona, known);
    return { authorization: `Bearer ${await known}` };
  };

  return {
    world,
    events,
    token,
    post,
    run: async (persona, operation, variables, headers = {}) =>
      post(`/operations/${operation}`, variables, { ...(await bearer(persona)), ...headers }),
    query: async (persona, query, variables = {}, headers = {}) =>
      post('/graphql', { query, variables }, { ...(await bearer(persona)), ...headers }),
    async close() {
      await app.close();
      identity.close();
      await world.close();
    },
  };
}
