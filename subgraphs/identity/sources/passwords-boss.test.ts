import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BossClient, type BossEvent, createBossClient } from '#kit/boss/client';
import { openPasswordStore, type PasswordStore } from '../../../mocks/billing-system/password-store.ts';
import {
  type BillingPasswords,
  createBillingPasswords,
} from '../../../mocks/billing-system/password-system.ts';
import { startBoss, type TestBoss } from '../../../mocks/boss/testing/boss.ts';
import { type Collector, createCollector } from '../../../mocks/collector/collector.ts';
import type { PasswordSystem } from '../password-system.ts';
import { createPasswordSystem } from './passwords-boss.ts';

const events: BossEvent[] = [];
let folder: string;
let store: PasswordStore;
let billing: BillingPasswords;
let keypad: Collector;
let server: TestBoss;
let boss: BossClient;
let passwords: PasswordSystem;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passwords-'));
  store = openPasswordStore(join(folder, 'passwords.sqlite'), new Uint8Array(32).fill(7), {
    2001: { password: '135790', isInitial: true },
  });
  billing = await createBillingPasswords(store);
  keypad = await createCollector('keypad', billing.publicKey);
  billing.trust(keypad.publicJwk);
  server = await startBoss({ passwords: billing });
  boss = createBossClient({
    url: server.url,
    envelope: 'UniBSS',
    testFlag: '1',
    province: '280',
    report: (event) => events.push(event),
  });
  passwords = createPasswordSystem(boss, 10_000);
});

afterAll(async () => {
  await boss.close();
  await server.close();
  store.close();
  rmSync(folder, { recursive: true });
});

describe('a password', () => {
  it('is checked as billing checks it', async () => {
    expect(await passwords.check('2001', await keypad.seal('135790'))).toBe('OK_INITIAL');
    expect(await passwords.check('2001', await keypad.seal('246802'))).toBe('WRONG');
    expect(await passwords.check('2001', 'what nobody sealed')).toBe('UNREADABLE');
  });

  it('of nobody is compared too, and is wrong', async () => {
    const before = billing.evaluated();
    expect(await passwords.check(null, await keypad.seal('135790'))).toBe('WRONG');
    expect(billing.evaluated()).toBe(before + 1);
  });

  it('is good for one of two who send the same block at once', async () => {
    const block = await keypad.seal('135790');
    const both = await Promise.all([passwords.check('2001', block), passwords.check('2001', block)]);
    expect(both.toSorted()).toEqual(['OK_INITIAL', 'UNREADABLE']);
  });

  it('is changed once, however often the change is sent', async () => {
    expect(await passwords.change('2001', await keypad.seal('111111'))).toBe('TOO_WEAK');
    expect(await passwords.change('2001', 'what nobody sealed')).toBe('UNREADABLE');
    const block = await keypad.seal('802651');
    expect(await passwords.change('2001', block)).toBe('OK');
    expect(await passwords.change('2001', block)).toBe('OK');
    expect(events.at(-1)?.outcome).toBe('REPEATED');
    expect(await passwords.check('2001', await keypad.seal('802651'))).toBe('OK');
  });
});

it('is unavailable while billing is, and says nothing of the block', async () => {
  billing.setDown(true);
  const block = await keypad.seal('802651');
  const error = await passwords.check('2001', block).catch((caught: unknown) => caught);
  billing.setDown(false);
  expect(error).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE', source: 'boss' } });
  const { stack, originalError: cause } = error as Error & { originalError?: Error };
  const said = `${JSON.stringify(error)} ${stack} ${cause?.stack} ${JSON.stringify(events)}`;
  expect(said).not.toContain(block.slice(0, 20));
  expect(said).not.toContain('802651');
});
