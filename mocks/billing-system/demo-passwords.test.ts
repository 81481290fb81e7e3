import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { createDemoKeypad, openDemoPasswords } from './demo-passwords.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-passwords-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a keypad of another process is understood where both know the secret, and no other is', async () => {
  const secret = new Uint8Array(32).fill(1);
  const { passwords, close } = await openDemoPasswords(folder, secret);
  const keypad = await createDemoKeypad(secret);
  const stranger = await createDemoKeypad(new Uint8Array(32).fill(2));

  expect(await passwords.check('200000004', await keypad.seal('135790'))).toBe('OK');
  expect(await passwords.check('200000004', await keypad.seal('135791'))).toBe('WRONG');
  expect(await passwords.check('200000004', await stranger.seal('135790'))).toBe('UNREADABLE');
  close();
});
