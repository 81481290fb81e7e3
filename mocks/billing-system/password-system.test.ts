import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { CompactEncrypt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createCollector } from '../collector/collector.ts';
import { KNOWN_PASSWORDS } from './known-passwords.ts';
import { openPasswordStore, type PasswordStore } from './password-store.ts';
import { type BillingPasswords, createBillingPasswords } from './password-system.ts';

const PEPPER = new Uint8Array(32).fill(7);
/** Of 13808000002, as the documentation says. */
const LINE = '200000004';

let folder: string;
let store: PasswordStore;
let billing: BillingPasswords;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passwords-'));
  store = openPasswordStore(join(folder, 'passwords.sqlite'), PEPPER, KNOWN_PASSWORDS);
  billing = await createBillingPasswords(store);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

async function trusted(id = 'keypad') {
  const collector = await createCollector(id, billing.publicKey);
  billing.trust(collector.publicJwk);
  return collector;
}

/** A block as a collector would make it, but for what is said. */
async function handMade(said: JWTPayload & { kid?: string; trust?: boolean }) {
  const { kid = 'keypad', trust = true, ...claims } = said;
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  if (trust) billing.trust({ ...(await exportJWK(publicKey)), kid, alg: 'ES256' });
  const iat = Math.floor(Date.now() / 1_000);
  const signed = await new SignJWT({
    password: '135790',
    iss: 'keypad',
    aud: 'billing',
    iat,
    jti: 'j',
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(privateKey);
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
    .encrypt(billing.publicKey);
}

describe('a password', () => {
  it('of the documentation is right, and said to be initial where it is', async () => {
    const { seal } = await trusted();
    expect(await billing.check(LINE, await seal('135790'))).toBe('OK');
    expect(await billing.check('200000000', await seal('123456'))).toBe('OK_INITIAL');
    expect(await billing.check(LINE, await seal('123456'))).toBe('WRONG');
    expect(await billing.check(null, await seal('135790'))).toBe('WRONG');
  });

  it('that was changed is kept peppered and hashed, and lasts', async () => {
    const { seal } = await trusted();
    expect(await billing.change(LINE, await seal('802651'))).toBe('OK');
    store.close();

    const file = join(folder, 'passwords.sqlite');
    const db = new BetterSqlite3(file, { readonly: true });
    const [row] = db.prepare<[], { salt: Buffer; hash: Buffer }>('select * from service_password').all();
    db.close();
    expect(row).toMatchObject({ subscriber_id: LINE });
    expect(row?.hash).toHaveLength(32);
    store = openPasswordStore(file, PEPPER, KNOWN_PASSWORDS);
    expect(await store.hash('802651', row?.salt ?? Buffer.of())).toEqual(row?.hash);
  });
});

describe('a new password', () => {
  it('is another one than before: an initial one would count as changed', async () => {
    const { seal } = await trusted();
    expect(await billing.change('200000000', await seal('123456'))).toBe('TOO_WEAK');
    expect(await billing.change(LINE, await seal('135790'))).toBe('TOO_WEAK');
    expect(await billing.check('200000000', await seal('123456'))).toBe('OK_INITIAL');
  });
});

describe('a sealed password', () => {
  it('is used once, after a restart too', async () => {
    const { seal } = await trusted();
    const block = await seal('135790');
    expect(await billing.check(LINE, block)).toBe('OK');
    expect(await billing.check(LINE, block)).toBe('UNREADABLE');
    expect(store.isFirstUse('keypad x', Date.now())).toBe(true);
    store.close();
    store = openPasswordStore(join(folder, 'passwords.sqlite'), PEPPER, KNOWN_PASSWORDS);
    expect(store.isFirstUse('keypad x', Date.now())).toBe(false);
  });

  const now = Math.floor(Date.now() / 1_000);
  it.each([
    ['of two minutes ago', { iat: now - 130 }],
    ['of tomorrow', { iat: now + 86_400 }],
    ['for somebody else', { aud: 'crm' }],
    ['of a collector that speaks for another', { iss: 'web-form' }],
    ['of nobody known', { trust: false }],
    ['without an id', { jti: undefined as never }],
    ['that is no text', { password: 135_790 }],
  ])('%s is not read', async (_, said) => {
    expect(await billing.check(LINE, await handMade(said))).toBe('UNREADABLE');
    expect(billing.evaluated()).toBe(0);
  });

  it('is read where all of that is right', async () => {
    expect(await billing.check(LINE, await handMade({}))).toBe('OK');
  });
});

it('refuses when too many wait, and works them off', async () => {
  const salt = Buffer.alloc(16);
  const tries = Array.from({ length: 150 }, () => store.hash('135790', salt).then(() => 'done'));
  const refused = await Promise.all(
    tries.slice(102).map((each) => each.catch((error: Error) => error.message)),
  );
  expect(new Set(refused)).toEqual(new Set(['The billing system is busy.']));
  expect(new Set(await Promise.all(tries.slice(0, 102)))).toEqual(new Set(['done']));
});
