import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Access } from './access.ts';
import { createKeySet, type KeySet } from './jwks.ts';
import { fetchKeysFrom } from './provider-keys.ts';
import { createTestAccess, identify, refusalFor } from './testing/access.ts';
import { type IdentityServer, seconds, startIdentityServer } from './testing/identity-server.ts';

let server: IdentityServer;
let keys: KeySet;
let access: Access;
beforeAll(async () => {
  server = await startIdentityServer();
  keys = createKeySet({ fetchKeys: fetchKeysFrom({ issuer: server.issuer }) });
  access = createTestAccess({ issuer: server.issuer, keys });
  await identify(access, await server.token());
});
afterAll(async () => {
  keys.close();
  await server.stop();
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = (claims: object = {}): object => ({
  iss: server.issuer,
  aud: 'panorama',
  sub: 'A000001',
  role: 'SUPERVISOR',
  regions: ['*'],
  iat: seconds(),
  exp: seconds() + 300,
  ...claims,
});

/** By somebody who knows all that is public, and signs with a key of their own. */
async function forged(header: Record<string, unknown>): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ ...payload() })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header })
    .sign(privateKey);
}

async function withPublicKeyAsSecret(format: 'pem' | 'jwk'): Promise<string> {
  const { publicJwk, kid } = server.key();
  const publicKey = await importJWK(publicJwk, 'ES256', { extractable: true });
  const secret = format === 'jwk' ? JSON.stringify(publicJwk) : await exportSPKI(publicKey as never);
  const signed = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${encode(payload())}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

async function changed(change: (parts: string[]) => string[]): Promise<string> {
  return change((await server.token()).split('.')).join('.');
}

const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('a token is refused', () => {
  it.each<[string, () => Promise<string> | string, string]>([
    [
      'that says it needs no signature',
      () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(payload())}.`,
      'its algorithm is not accepted',
    ],
    [
      'that says so in capitals',
      () => `${encode({ alg: 'NONE', typ: 'at+jwt' })}.${encode(payload())}.`,
      'its algorithm is not accepted',
    ],
    [
      'whose signature was cut off',
      () => changed(([head = '', body = '']) => [head, body, '']),
      'its signature is wrong',
    ],
    [
      'signed with the public key as a secret (PEM)',
      () => withPublicKeyAsSecret('pem'),
      'its algorithm is not accepted',
    ],
    [
      'signed with the public key as a secret (JWK)',
      () => withPublicKeyAsSecret('jwk'),
      'its algorithm is not accepted',
    ],
    [
      'of an algorithm that is not configured',
      () =>
        new SignJWT({ ...payload() })
          .setProtectedHeader({ alg: 'PS256', typ: 'at+jwt', kid: server.key().kid })
          .sign(otherRsa),
      'its algorithm is not accepted',
    ],
    [
      'of another kind of key than its id names',
      () =>
        new SignJWT({ ...payload() })
          .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: server.key().kid })
          .sign(otherRsa),
      'its key is not known',
    ],
    [
      'signed by somebody else under the id of our key',
      () => forged({ kid: server.key().kid }),
      'its signature is wrong',
    ],
    ['signed by somebody else without an id', () => forged({}), 'its signature is wrong'],
    ['whose key id is a path', () => forged({ kid: '../../../../dev/null' }), 'its key is not known'],
    [
      'whose key id is a statement',
      () => forged({ kid: "' UNION SELECT 'secret' --" }),
      'its key is not known',
    ],
    ['whose key id is a member of every object', () => forged({ kid: '__proto__' }), 'its key is not known'],
    [
      'that says where its keys are (jku)',
      () => forged({ kid: 'theirs', jku: `${server.issuer}/keys` }),
      'its key is not known',
    ],
    [
      'that says where its certificate is (x5u)',
      () => forged({ kid: 'theirs', x5u: `${server.issuer}/keys` }),
      'its key is not known',
    ],
    [
      'that brings its key (jwk)',
      async () => forged({ jwk: server.key().publicJwk }),
      'its signature is wrong',
    ],
    [
      'with a critical header that we do not know',
      () =>
        changed(([, body = '', mac = '']) => [
          encode({ alg: 'ES256', typ: 'at+jwt', kid: server.key().kid, crit: ['x'], x: 1 }),
          body,
          mac,
        ]),
      'it is malformed',
    ],
    ['that has expired', () => server.token({ iat: seconds() - 600, exp: seconds() - 10 }), 'it has expired'],
    [
      'without an expiry',
      () => server.token({ exp: undefined }),
      'its claim "exp" is missing or not accepted',
    ],
    [
      'that is for later',
      () => server.token({ nbf: seconds() + 60 }),
      'its claim "nbf" is missing or not accepted',
    ],
    [
      'issued in the future',
      () => server.token({ iat: seconds() + 60 }),
      'its claim "iat" is missing or not accepted',
    ],
    [
      'without a time of issue',
      () => server.token({ iat: undefined }),
      'its claim "iat" is missing or not accepted',
    ],
    ['that lives too long', () => server.token({ exp: seconds() + 901 }), 'it may live for 900 s at most'],
    [
      'issued too long ago',
      () => server.token({ iat: seconds() - 3_600, exp: seconds() + 60 }),
      'it has expired',
    ],
    ['that is an ID token, which many see', () => server.token({ nonce: 'n' }), 'it is no access token'],
    ['that is an ID token, of a flow', () => server.token({ at_hash: 'h' }), 'it is no access token'],
    [
      'for somebody else',
      () => server.token({ aud: 'another-service' }),
      'its claim "aud" is missing or not accepted',
    ],
    ['for nobody', () => server.token({ aud: undefined }), 'its claim "aud" is missing or not accepted'],
    [
      'of another issuer',
      () => server.token({ iss: 'https://evil.example' }),
      'its claim "iss" is missing or not accepted',
    ],
    [
      'of an issuer that begins like ours',
      () => server.token({ iss: `${server.issuer}.evil.example` }),
      'its claim "iss" is missing or not accepted',
    ],
    ['of nobody', () => server.token({ sub: undefined }), 'its claim "sub" is missing or not accepted'],
    [
      'of somebody with a name over two lines',
      () => server.token({ sub: 'A000001\nS000001' }),
      'its claim "sub" is missing or not accepted',
    ],
    ['that is meant to log out', () => server.logoutToken(), 'its type is not at+jwt or JWT'],
    [
      'that is meant to log out, and does not say so',
      () => server.logoutToken({}, { typ: 'JWT' }),
      'it is no access token',
    ],
    ['without a type', () => server.token({}, { typ: undefined }), 'its type is not at+jwt or JWT'],
    [
      'that was changed',
      () => changed(([head = '', , mac = '']) => [head, encode(payload()), mac]),
      'its signature is wrong',
    ],
    ['that is encrypted', () => 'a.b.c.d.e', 'it is malformed'],
    ['that is very long', () => `${'a'.repeat(9_000)}.b.c`, 'it is too long'],
  ])('%s', async (_, make, reason) => {
    const asked = server.asked();

    expect(await refusalFor(access, await make())).toEqual([
      'UNAUTHENTICATED',
      `The token is not valid here: ${reason}.`,
    ]);
    expect(server.asked()).toBe(asked);
  });

  it('whatever it is, and its text is not repeated', async () => {
    const [head = '', body = '', mac = ''] = (await server.token()).split('.');
    const part = fc.oneof(fc.constantFrom(head, body, mac), fc.base64String(), fc.string({ maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        fc.pre(parts.join('.') !== [head, body, mac].join('.'));
        const [code, message] = await refusalFor(access, parts.join('.'));
        expect(code).toBe('UNAUTHENTICATED');
        expect(message).toMatch(/^The token is not valid here: [\w ,"<>:+;]{1,80}\.$/);
      }),
      { numRuns: 300 },
    );
  });
});
