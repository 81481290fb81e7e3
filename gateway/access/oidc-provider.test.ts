import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { Access } from './access.ts';
import { backchannelLogout } from './backchannel-logout.ts';
import { type Epochs, openEpochs } from './epochs.ts';
import { createKeySet, type KeySet } from './jwks.ts';
import { fetchKeysFrom } from './provider-keys.ts';
import { createTestAccess, identify, refusalFor } from './testing/access.ts';

const RESOURCE = 'urn:panorama';
const SCOPES = 'customer:read billing:read explore';

/** What the provider does with each client when a session ends; its types leave it out. */
interface LogsOut {
  backchannelLogout(subject: string, session: string): Promise<void>;
}

/** What the operator's directory knows of each. */
const STAFF: Readonly<Record<string, object>> = {
  A000001: { role: 'HOTLINE_AGENT', regions: ['51', '50'] },
  IVR000001: { role: 'IVR', customer_id: '100000001' },
  outsider: {},
};

let dir: string;
let web: Server;
/** The provider on that socket; at first it is still starting. */
let respond: (...parts: Parameters<RequestListener>) => unknown = (_, reply) => reply.writeHead(503).end();
let issuer: string;
let gateway: FastifyInstance;
let gatewayUrl: string;
let provider: Provider;
let keys: KeySet;
let epochs: Epochs;
let access: Access;
let now = 0;

async function createProvider(signingKeys: JWK[]): Promise<Provider> {
  return new Provider(issuer, {
    clients: Object.keys(STAFF).map((id) => ({
      client_id: id,
      client_secret: 'a secret of this test',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      id_token_signed_response_alg: 'ES256',
      backchannel_logout_uri: `${gatewayUrl}/backchannel-logout`,
    })),
    jwks: { keys: signingKeys },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: SCOPES,
          audience: 'panorama',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_, token) => STAFF[token.clientId ?? ''] as Record<string, unknown>,
  });
}

async function createSigningKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
}

/** As a client gets one: at the endpoint that discovery names. */
async function requestToken(client: string, scope = SCOPES): Promise<string> {
  const configuration = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { token_endpoint } = (await configuration.json()) as { token_endpoint: string };
  const secret = encodeURIComponent('a secret of this test');
  const response = await fetch(token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: RESOURCE, scope }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { access_token: string }).access_token;
}

beforeAll(async () => {
  // It says that a test is no production.
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockReturnValue();
  dir = mkdtempSync(join(tmpdir(), 'panorama-oidc-'));
  web = createServer((request, reply) => void respond(request, reply)).listen(0, '127.0.0.1');
  await once(web, 'listening');
  issuer = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;

  keys = createKeySet({ fetchKeys: fetchKeysFrom({ issuer }), now: () => now });
  epochs = openEpochs({ file: join(dir, 'access.sqlite') });
  access = createTestAccess({ issuer, keys, epochs });
  gateway = fastify();
  // A client of the provider is known to it by an id, which logout tokens are for.
  await gateway.register(backchannelLogout, { issuer, clientId: 'A000001', keys, epochs });
  gatewayUrl = await gateway.listen({ port: 0, host: '127.0.0.1' });

  provider = await createProvider([await createSigningKey('first')]);
  respond = provider.callback();
  now += 30_000;
});
afterAll(async () => {
  jest.restoreAllMocks();
  await gateway.close();
  keys.close();
  epochs.close();
  web.close();
  web.closeAllConnections();
  rmSync(dir, { recursive: true });
});

describe('with oidc-provider', () => {
  it('a member of staff is a viewer with role, regions and the scopes of the token', async () => {
    expect(await identify(access, await requestToken('A000001'))).toMatchObject({
      subject: 'A000001',
      role: 'HOTLINE_AGENT',
      channel: 'HOTLINE',
      reach: { kind: 'REGIONS', regions: ['51', '50'] },
      scopes: ['customer:read', 'billing:read', 'explore'],
      policies: ['on_record'],
    });
  });

  it('a system reaches the customer it speaks for', async () => {
    expect(await identify(access, await requestToken('IVR000001', 'customer:read'))).toMatchObject({
      role: 'IVR',
      reach: { kind: 'SELF', customerId: '100000001' },
      scopes: ['customer:read'],
    });
  });

  it('somebody without a role of ours is nobody', async () => {
    expect((await refusalFor(access, await requestToken('outsider')))[0]).toBe('UNAUTHENTICATED');
  });

  it('its keys may be rotated', async () => {
    const before = await requestToken('A000001');
    provider = await createProvider([await createSigningKey('second')]);
    respond = provider.callback();
    now += 30_000;

    expect(await identify(access, await requestToken('A000001'))).toMatchObject({ subject: 'A000001' });
    expect((await refusalFor(access, before))[1]).toContain('its key is not known');
  });

  it('its back-channel logout ends sessions', async () => {
    const token = await requestToken('A000001');
    await identify(access, token);
    const client = (await provider.Client.find('A000001')) as unknown as LogsOut;

    await client.backchannelLogout('A000001', 'a session');

    expect((await refusalFor(access, token))[1]).toContain('its rights were taken back');
  });
});
