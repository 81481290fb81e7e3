import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { createContextSigner, createContextVerifier, type SignedHeaders } from './signed-context.ts';
import { testRequest, testViewer } from './testing/viewer.ts';

const KEY = { id: 'k1', secret: randomBytes(32) };
const OTHER = { id: 'k2', secret: randomBytes(32) };
const BODY = '{"query":"{ account { balanceFen } }"}';
const NOW = Date.parse('2026-11-25T12:00:00Z');
const asker = testRequest(testViewer({ subject: 'A000001', scopes: ['billing:read'] }));

const sign = createContextSigner([KEY], () => NOW);
const verifyAt = (now: number, keys = [KEY]) => createContextVerifier('billing', keys, () => now);

it('tells a subgraph who asks, with what is granted', () => {
  const request = verifyAt(NOW)({ ...sign('billing', BODY, asker) }, BODY);

  expect(request).toMatchObject({
    addressHash: 'test',
    pace: 'SECTION',
    viewer: { subject: 'A000001', role: 'SUPERVISOR' },
  });
  expect(request?.viewer.grants.scopes).toEqual(new Set(['billing:read']));
  expect(request?.viewer.grants.key).toBe(asker.viewer.grants.key);
});

it('tells a subgraph how fast it must answer', () => {
  const headers = { ...sign('billing', BODY, { ...asker, pace: 'POP_UP' }) };
  expect(verifyAt(NOW)(headers, BODY)?.pace).toBe('POP_UP');
});

it('accepts a signature once', () => {
  const verify = verifyAt(NOW);
  const headers = { ...sign('billing', BODY, asker) };

  expect(verify(headers, BODY)).not.toBeNull();
  expect(verify(headers, BODY)).toBeNull();
});

it('remembers nonces for as long as their signatures are good', () => {
  let now = NOW - 30_000;
  const verify = createContextVerifier('billing', [KEY], () => now);
  const headers = { ...sign('billing', BODY, asker) };
  expect(verify(headers, BODY)).not.toBeNull();

  for (; now <= NOW + 30_000; now += 5_000) expect(verify(headers, BODY)).toBeNull();
});

it('refuses what is stale, from the future, or for another subgraph', () => {
  expect(verifyAt(NOW + 31_000)({ ...sign('billing', BODY, asker) }, BODY)).toBeNull();
  expect(verifyAt(NOW - 31_000)({ ...sign('billing', BODY, asker) }, BODY)).toBeNull();
  expect(verifyAt(NOW)({ ...sign('crm', BODY, asker) }, BODY)).toBeNull();
});

it('refuses an altered body, context, time, nonce, key, or signature, and a missing header', () => {
  const good = sign('billing', BODY, asker);
  const context = (claims: object): string =>
    Buffer.from(JSON.stringify({ viewer: claims, addressHash: 'test' })).toString('base64url');
  const altered: Partial<Record<keyof SignedHeaders, string | undefined>>[] = [
    { 'panorama-context': context({ ...asker.viewer, scopes: ['usage-records:read'] }) },
    { 'content-digest': 'sha-256=:AAAA:' },
    { 'signature-input': good['signature-input'].replace(/created=\d+/, `created=${NOW / 1_000 + 1}`) },
    { 'signature-input': good['signature-input'].replace('keyid="k1"', 'keyid="k2"') },
    { 'signature-input': good['signature-input'].replace(/nonce="./, 'nonce="_') },
    { 'signature-input': 'panorama=()' },
    { signature: good.signature.replace(/:./, ':_') },
    ...(Object.keys(good) as (keyof SignedHeaders)[]).map((name) => ({ [name]: undefined })),
  ];

  const accepted = altered.filter((change) => verifyAt(NOW, [KEY, OTHER])({ ...good, ...change }, BODY));
  expect(accepted).toEqual([]);
  expect(verifyAt(NOW)({ ...good }, BODY.replace('balanceFen', 'payments'))).toBeNull();
});

it('verifies with a key that is on its way in or out', () => {
  const headers = { ...createContextSigner([OTHER, KEY], () => NOW)('billing', BODY, asker) };

  expect(verifyAt(NOW, [KEY, OTHER])(headers, BODY)).not.toBeNull();
  expect(verifyAt(NOW, [KEY])(headers, BODY)).toBeNull();
});
