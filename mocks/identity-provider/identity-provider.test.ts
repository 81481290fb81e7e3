import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { decodeProtectedHeader } from 'jose';
import { ROLES } from '#kit/viewer';
import type { Access } from '../../gateway/access/access.ts';
import { backchannelLogout } from '../../gateway/access/backchannel-logout.ts';
import { type Epochs, openEpochs } from '../../gateway/access/epochs.ts';
import { createKeySet, type KeySet } from '../../gateway/access/jwks.ts';
import { openStaffIdentity } from '../../gateway/access/staff-identity.ts';
import { createTestAccess, identify, ROLES_RIGHTS, refusalFor } from '../../gateway/access/testing/access.ts';
import { createDemoIdentityProvider } from './identity-provider.ts';
import { PERSONAS } from './personas.ts';

const ISSUER = 'http://127.0.0.1:4000/demo';

let dir: string;
let app: FastifyInstance;
let keys: KeySet;
let epochs: Epochs;
let access: Access;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'panorama-demo-'));
  const provider = await createDemoIdentityProvider({ issuer: ISSUER, audience: 'panorama' });
  keys = createKeySet({ fetchKeys: async () => provider.jwks });
  epochs = openEpochs({ file: join(dir, 'access.sqlite') });
  access = createTestAccess({ issuer: ISSUER, keys, epochs });
  app = fastify();
  app.removeAllContentTypeParsers();
  await app.register(backchannelLogout, { issuer: ISSUER, clientId: 'panorama', keys, epochs });
  await app.register(provider.routes, { prefix: '/demo' });
});
afterEach(async () => {
  await app.close();
  keys.close();
  epochs.close();
  rmSync(dir, { recursive: true });
});

const post = (path: string) => app.inject({ method: 'POST', url: `/demo/personas/${path}` });

describe('the identity provider of the made-up operator', () => {
  it('has one person for each role', async () => {
    const personas = (await app.inject('/demo/personas')).json<
      { id: string; role: string; sees: object }[]
    >();

    expect(personas.map(({ role }) => role)).toEqual([...ROLES]);
    expect(personas[0]).toEqual({
      id: 'hotline-agent',
      role: 'HOTLINE_AGENT',
      subject: 'A000001',
      zh: expect.any(String),
      en: expect.any(String),
      sees: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it.each(PERSONAS.map(({ id, role, subject }) => [id, role, subject]))(
    'gives %s a token that works',
    async (id, role, subject) => {
      const { body, headers } = await post(`${id}/token`);
      const viewer = await identify(access, body);

      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(decodeProtectedHeader(body)).toMatchObject({
        alg: 'ES256',
        kid: expect.stringMatching(/^demo-/),
      });
      expect(viewer).toMatchObject({ subject, role });
      expect(viewer.scopes).toContain('explore');
      expect(viewer.reach.kind === 'NOBODY').toBe(role === 'AUDITOR');
    },
  );

  it('gives nobody else one', async () => {
    expect((await post('director/token')).statusCode).toBe(404);
    expect((await post('director/demote')).statusCode).toBe(404);
  });

  it('takes rights back, and what it gives at once afterwards works', async () => {
    const before = (await post('hotline-agent/token')).body;
    await identify(access, before);

    for (const _ of [1, 2]) {
      expect((await post('hotline-agent/demote')).statusCode).toBe(204);
      expect((await refusalFor(access, before))[1]).toContain('its rights were taken back');
      expect(await identify(access, (await post('hotline-agent/token')).body)).toBeDefined();
    }
  });

  it('can be discovered', async () => {
    const { jwks_uri, issuer } = (await app.inject('/demo/.well-known/openid-configuration')).json();

    expect([issuer, jwks_uri]).toEqual([ISSUER, `${ISSUER}/jwks`]);
    expect((await app.inject('/demo/jwks')).json().keys).toEqual([
      expect.not.objectContaining({ d: expect.anything() }),
    ]);
  });

  it('is refused by production, by its tokens and by its keys', async () => {
    const { body } = await post('hotline-agent/token');
    const strict = createTestAccess({ issuer: ISSUER, keys, refusesDemo: true });
    expect((await refusalFor(strict, body))[1]).toContain('it is of a demonstration');

    const said: string[] = [];
    const production = openStaffIdentity({
      issuer: ISSUER,
      audience: 'panorama',
      fetchKeys: async () => (await app.inject('/demo/jwks')).json(),
      refusesDemo: true,
      roles: ROLES_RIGHTS,
      epochsFile: join(dir, 'production.sqlite'),
      isOnRecord: () => true,
      readReceipt: () => null,
      report: (what) => said.push(what),
    });
    expect((await refusalFor(production.access, body))[0]).toBe('IDENTITY_PROVIDER_UNAVAILABLE');
    production.close();

    expect(said).toEqual(['identity provider: none of its keys can be used']);
  });
});
