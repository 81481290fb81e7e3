/**
 * The demonstration's billing system and keypad. They may be in two processes,
 * so their key pairs are made from a secret that both know. A real keypad has a
 * key of its own, and a real billing system tells nobody its private one.
 */
import { createECDH, hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { type Collector, createCollector } from '../collector/collector.ts';
import { KNOWN_PASSWORDS } from './known-passwords.ts';
import { openPasswordStore } from './password-store.ts';
import { type BillingPasswords, createBillingPasswords } from './password-system.ts';

export interface DemoPasswords {
  readonly passwords: BillingPasswords;
  close(): void;
}

/** @param stateDir Where changed passwords are kept. @param secret Of the service; also the pepper. */
export async function openDemoPasswords(stateDir: string, secret: Uint8Array): Promise<DemoPasswords> {
  const store = openPasswordStore(join(stateDir, 'billing-passwords.sqlite'), secret, KNOWN_PASSWORDS);
  const passwords = await createBillingPasswords(store, await billingKeys(secret));
  passwords.trust((await createDemoKeypad(secret)).publicJwk);
  return { passwords, close: store.close };
}

/** What seals passwords for that billing system. */
export async function createDemoKeypad(secret: Uint8Array): Promise<Collector> {
  const { publicKey } = await billingKeys(secret);
  return createCollector('demo-keypad', publicKey, await keyPairOf(secret, 'demo keypad', 'ES256'));
}

interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

function billingKeys(secret: Uint8Array): Promise<KeyPair> {
  return keyPairOf(secret, 'demo billing system', 'ECDH-ES+A256KW');
}

/** Of P-256: 32 bytes are a private key, but for a chance of one in 2³². */
async function keyPairOf(secret: Uint8Array, whose: string, alg: string): Promise<KeyPair> {
  const d = Buffer.from(hkdfSync('sha256', secret, '', whose, 32));
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d);
  // 04, x, y.
  const point = ecdh.getPublicKey();
  const publicJwk: JWK = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const privateJwk: JWK = { ...publicJwk, d: d.toString('base64url') };
  return {
    publicKey: (await importJWK(publicJwk, alg, { extractable: true })) as CryptoKey,
    privateKey: (await importJWK(privateJwk, alg)) as CryptoKey,
  };
}
