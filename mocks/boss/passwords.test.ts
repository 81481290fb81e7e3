import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openPasswordStore, type PasswordStore } from '../billing-system/password-store.ts';
import { type BillingPasswords, createBillingPasswords } from '../billing-system/password-system.ts';
import { type Collector, createCollector } from '../collector/collector.ts';
import { startBoss, type TestBoss } from './testing/boss.ts';

let folder: string;
let store: PasswordStore;
let billing: BillingPasswords;
let keypad: Collector;
let boss: TestBoss;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'boss-passwords-'));
  store = openPasswordStore(join(folder, 'passwords.sqlite'), new Uint8Array(32).fill(7), {
    2001: { password: '135790', isInitial: true },
  });
  billing = await createBillingPasswords(store);
  keypad = await createCollector('keypad', billing.publicKey);
  billing.trust(keypad.publicJwk);
  boss = await startBoss({ passwords: billing });
});
afterAll(async () => {
  await boss.close();
  store.close();
  rmSync(folder, { recursive: true });
});

async function resultOf(Action: string, SubscrbID: string, PasswordBlock: string, transIdo?: string) {
  const asked = { Action, SubscrbID, PasswordBlock };
  const { content } = await boss.ask('KF1011', asked, transIdo === undefined ? {} : { transIdo });
  return content;
}

it('checks what a collector sealed', async () => {
  expect(await resultOf('CHECK', '2001', await keypad.seal('135790'))).toMatchObject({ Result: '01' });
  expect(await resultOf('CHECK', '2001', await keypad.seal('246802'))).toMatchObject({ Result: '02' });
  expect(await resultOf('CHECK', '2001', 'what nobody sealed')).toMatchObject({ Result: '03' });
});

it('compares a password of nobody too, whether to check or to change it', async () => {
  const before = billing.evaluated();
  expect(await resultOf('CHECK', '', await keypad.seal('135790'))).toMatchObject({ Result: '02' });
  expect(await resultOf('CHANGE', '', await keypad.seal('135790'))).toMatchObject({ Result: '02' });
  expect(billing.evaluated()).toBe(before + 2);
});

it('changes one once for a TransIDO', async () => {
  expect(await resultOf('CHANGE', '2001', await keypad.seal('111111'))).toMatchObject({ Result: '04' });
  const block = await keypad.seal('802651');
  expect(await resultOf('CHANGE', '2001', block, 'P1')).toMatchObject({ RspCode: '0000', Result: '00' });
  // The block is used up: done again, it would be unreadable.
  expect(await resultOf('CHANGE', '2001', block, 'P1')).toMatchObject({ RspCode: '3A34', Result: '00' });
  expect(await resultOf('CHECK', '2001', await keypad.seal('802651'))).toMatchObject({ Result: '00' });
});

it('fails as a hub does when the password system is down, and works when it is back', async () => {
  const block = await keypad.seal('275830');
  billing.setDown(true);
  const asked = { Action: 'CHANGE', SubscrbID: '2001', PasswordBlock: block };
  const { envelope } = await boss.ask('KF1011', asked, { transIdo: 'P2' });
  billing.setDown(false);
  expect(envelope).toMatchObject({ Response: { RspType: '1' }, SvcCont: '' });
  expect(await resultOf('CHANGE', '2001', block, 'P2')).toMatchObject({ RspCode: '0000', Result: '00' });
});

it.each([
  ['ASK', '2001', 'block'],
  ['CHECK', '2001', ''],
])('does not understand %s of %s with the block "%s"', async (action, subscriberId, block) => {
  expect(await resultOf(action, subscriberId, block)).toMatchObject({ RspCode: '1001' });
});
