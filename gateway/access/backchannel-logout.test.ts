import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { answerErrorsInGraphqlForm } from '../http-errors.ts';
import type { Access } from './access.ts';
import { backchannelLogout } from './backchannel-logout.ts';
import { type Epochs, openEpochs } from './epochs.ts';
import { createKeySet } from './jwks.ts';
import { fetchKeysFrom } from './provider-keys.ts';
import { createTestAccess, identify, refusalFor } from './testing/access.ts';
import { type IdentityServer, seconds, startIdentityServer } from './testing/identity-server.ts';

interface Node {
  readonly app: FastifyInstance;
  readonly access: Access;
  readonly close: () => Promise<void>;
}

let server: IdentityServer;
let dir: string;
let nodes: Node[];
beforeEach(async () => {
  server = await startIdentityServer();
  dir = mkdtempSync(join(tmpdir(), 'panorama-logout-'));
  nodes = [];
});
afterEach(async () => {
  for (const node of nodes) await node.close();
  await server.stop().catch(() => {});
  rmSync(dir, { recursive: true });
});

/** A gateway as far as it matters here: those over one folder share what was taken back. */
async function startNode(over: Partial<Epochs> = {}): Promise<Node> {
  const { issuer } = server;
  const keys = createKeySet({ fetchKeys: fetchKeysFrom({ issuer }) });
  const store = openEpochs({ file: join(dir, 'access.sqlite') });
  const epochs = { ...store, ...over };
  const access = createTestAccess({ issuer, keys, epochs });
  const app = fastify();
  app.removeAllContentTypeParsers();
  answerErrorsInGraphqlForm(app);
  await app.register(backchannelLogout, { issuer, clientId: 'panorama', keys, epochs });
  const node = {
    app,
    access,
    async close() {
      await app.close();
      keys.close();
      store.close();
    },
  };
  nodes.push(node);
  return node;
}

const send = ({ app }: Node, token: string | null, type = 'application/x-www-form-urlencoded') =>
  app.inject({
    method: 'POST',
    url: '/backchannel-logout',
    headers: { 'content-type': type },
    payload: token === null ? '' : new URLSearchParams({ logout_token: token }).toString(),
  });

/** Sessions begin some time before they end. */
const tokenOfBefore = () => server.token({ iat: seconds() - 30 });

describe('back-channel logout', () => {
  it('ends running sessions within a second, on every node, and a newer token works', async () => {
    const [here, there] = [await startNode(), await startNode()];
    const token = await tokenOfBefore();
    const other = await server.token({ sub: 'A000002', iat: seconds() - 30 });
    for (const { access } of nodes) await identify(access, token);

    const response = await send(here, await server.logoutToken());
    const since = performance.now();

    expect([response.statusCode, response.body]).toEqual([200, '']);
    const refusal = [
      'UNAUTHENTICATED',
      'The token is not valid here: its rights were taken back; sign in again.',
    ];
    expect(await refusalFor(here.access, token)).toEqual(refusal);
    const isRefused = () =>
      identify(there.access, token).then(
        () => false,
        () => true,
      );
    while (!(await isRefused()) && performance.now() - since < 1_000) await delay(20);
    expect(await refusalFor(there.access, token)).toEqual(refusal);
    // Nor is it taken by a node that starts later.
    expect(await refusalFor((await startNode()).access, token)).toEqual(refusal);

    await delay(1_000);
    const newer = await server.token();
    for (const { access } of nodes) {
      expect(await identify(access, newer)).toMatchObject({ subject: 'A000001' });
      expect(await identify(access, other)).toMatchObject({ subject: 'A000002' });
    }
  });

  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  it.each<[string, () => Promise<string>, string]>([
    ['is an access token', () => server.token(), 'a claim is not accepted'],
    [
      'is an access token that calls itself one',
      () => server.token({ jti: 'x' }, { typ: 'logout+jwt' }),
      'a claim is not accepted',
    ],
    ['has a type of its own', () => server.logoutToken({}, { typ: 'JWT' }), 'a claim is not accepted'],
    ['has no event', () => server.logoutToken({ events: {} }), 'It is not about a logout'],
    [
      'has an event that is none',
      () =>
        server.logoutToken({
          events: { ...events, 'http://schemas.openid.net/event/backchannel-logout': 1 },
        }),
      'It is not about a logout',
    ],
    ['has a nonce', () => server.logoutToken({ nonce: 'n' }), 'has no nonce'],
    ['names a session only', () => server.logoutToken({ sub: undefined, sid: 's' }), 'must name the subject'],
    ['has no id', () => server.logoutToken({ jti: undefined }), 'a claim is not accepted'],
    ['is old', () => server.logoutToken({ iat: seconds() - 200, exp: seconds() + 60 }), 'it has expired'],
    ['is of the future', () => server.logoutToken({ iat: seconds() + 60 }), '"iat"'],
    ['is for somebody else', () => server.logoutToken({ aud: 'another' }), '"aud"'],
    ['is of another issuer', () => server.logoutToken({ iss: 'https://evil.example' }), '"iss"'],
    [
      'is not signed by the provider',
      async () => `${(await server.logoutToken()).slice(0, -20)}${'A'.repeat(20)}`,
      'signature',
    ],
    ['is no token', async () => 'x', 'malformed'],
  ])('ends nothing where the logout token %s', async (_, make, why) => {
    const node = await startNode();
    const token = await tokenOfBefore();

    const response = await send(node, await make());

    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      error: 'invalid_request',
      error_description: expect.stringContaining(why),
    });
    expect(await identify(node.access, token)).toBeDefined();
  });

  it('takes each logout token once', async () => {
    const [here, there] = [await startNode(), await startNode()];
    const token = await server.logoutToken();

    expect((await send(here, token)).statusCode).toBe(200);
    expect((await send(here, token)).statusCode).toBe(400);
    expect((await send(there, token)).json().error_description).toBe('This logout token was used before.');
  });

  it.each([
    ['nothing', null, 'application/x-www-form-urlencoded'],
    ['JSON', '{}', 'application/json'],
    ['a form that is too long', 'x'.repeat(20_000), 'application/x-www-form-urlencoded'],
  ])('refuses %s', async (_, body, type) => {
    const response = await send(await startNode(), body, type);

    expect([response.statusCode, response.json().error]).toEqual([400, 'invalid_request']);
  });

  it('is not acknowledged where it can’t be kept, so that the provider sends it again', async () => {
    const full = () => {
      throw new Error('database or disk is full');
    };
    const response = await send(await startNode({ revoke: full }), await server.logoutToken());

    expect([response.statusCode, response.json()]).toEqual([503, { error: 'temporarily_unavailable' }]);
    expect(response.headers['retry-after']).toBe('5');
  });

  it('waits for the provider’s keys', async () => {
    await server.stop();
    const node = await startNode();

    expect((await send(node, await server.logoutToken())).statusCode).toBe(503);
  });
});
