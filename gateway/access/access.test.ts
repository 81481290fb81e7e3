import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Access } from './access.ts';
import { createKeySet, type KeySet } from './jwks.ts';
import { fetchKeysFrom } from './provider-keys.ts';
import { createTestAccess, identify, refusalFor } from './testing/access.ts';
import { type IdentityServer, startIdentityServer } from './testing/identity-server.ts';

let server: IdentityServer;
let keys: KeySet;
let access: Access;
beforeAll(async () => {
  server = await startIdentityServer();
  keys = createKeySet({ fetchKeys: fetchKeysFrom({ issuer: server.issuer }) });
  access = createTestAccess({ issuer: server.issuer, keys });
});
afterAll(async () => {
  keys.close();
  await server.stop();
});

describe('nobody is known', () => {
  it.each([
    ['missing', undefined],
    ['of another scheme', 'Basic QTAwMDAwMTpwYXNz'],
    ['empty', ''],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
  ])('where the header is %s', async (_, authorization) => {
    const asked = async () =>
      access.identify({ headers: authorization === undefined ? {} : { authorization } });

    await expect(asked()).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
  });
});

describe('a token is accepted', () => {
  it.each([['at+jwt'], ['application/at+jwt'], ['JWT']])('of type %s', async (typ) => {
    expect(await identify(access, await server.token({}, { typ }))).toMatchObject({ subject: 'A000001' });
  });

  it('for several audiences of which we are one', async () => {
    expect(await identify(access, await server.token({ aud: ['another', 'panorama'] }))).toBeDefined();
  });

  it('at once, when it is known: not as a promise, and as the same viewer', async () => {
    const headers = { authorization: `Bearer ${await server.token()}` };
    const first = await access.identify({ headers });

    expect(access.identify({ headers })).toBe(first);
  });

  it('until it expires, also when it is known', async () => {
    let now = Date.now();
    const timed = createTestAccess({ issuer: server.issuer, keys, now: () => now });
    const token = await server.token();
    await identify(timed, token);
    now += 310_000;

    expect((await refusalFor(timed, token))[1]).toContain('it has expired');
  });

  it('of a demonstration only where that is allowed', async () => {
    const strict = createTestAccess({ issuer: server.issuer, keys, refusesDemo: true });
    const token = await server.token({ demo: true });

    expect(await identify(access, token)).toBeDefined();
    expect((await refusalFor(strict, token))[1]).toContain('it is of a demonstration');
  });
});
