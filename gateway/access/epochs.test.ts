import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { type Epochs, openEpochs } from './epochs.ts';

let dir: string;
let opened: Epochs[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'panorama-epochs-'));
  opened = [];
});
afterEach(() => {
  for (const epochs of opened) epochs.close();
  rmSync(dir, { recursive: true });
});

function open(options: Partial<Parameters<typeof openEpochs>[0]> = {}): Epochs {
  const epochs = openEpochs({ file: join(dir, 'access.sqlite'), ...options });
  opened.push(epochs);
  return epochs;
}

const NOW = Math.floor(Date.now() / 1_000);

describe('rights taken back', () => {
  it('are nobody’s at first', () => {
    expect(open().notBefore('A000001')).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are in force at once, and survive the process', () => {
    const first = open();
    expect(first.revoke('A000001', NOW, 'm1')).toBe(true);
    expect(first.notBefore('A000001')).toBe(NOW);

    expect(open().notBefore('A000001')).toBe(NOW);
  });

  it('are in force on another node within a second', async () => {
    const [here, there] = [open(), open()];
    here.revoke('A000001', NOW, 'm1');
    const since = performance.now();
    while (there.notBefore('A000001') !== NOW && performance.now() - since < 1_000) await delay(20);

    expect(there.notBefore('A000001')).toBe(NOW);
  });

  it('are not given again by an older message', () => {
    const epochs = open();
    epochs.revoke('A000001', NOW, 'm1');
    epochs.revoke('A000001', NOW - 60, 'm2');

    expect(epochs.notBefore('A000001')).toBe(NOW);
  });

  it('are taken once by each message, whichever node it comes to', () => {
    const [here, there] = [open(), open()];

    expect(here.revoke('A000001', NOW, 'm1')).toBe(true);
    expect(here.revoke('A000002', NOW, 'm1')).toBe(false);
    expect(there.revoke('A000002', NOW, 'm1')).toBe(false);
    expect(here.notBefore('A000002')).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are forgotten when no token can be as old', () => {
    let now = NOW;
    const epochs = open({ now: () => now });
    epochs.revoke('A000001', NOW, 'm1');
    now += 25 * 3_600;
    epochs.revoke('A000002', now, 'm2');

    expect(epochs.notBefore('A000001')).toBe(Number.NEGATIVE_INFINITY);
    expect(epochs.notBefore('A000002')).toBe(now);
  });

  it('stay in force while the file is out of order', async () => {
    const faults: (string | null)[] = [];
    const epochs = open({ pollMs: 5, onFault: (why) => faults.push(why) });
    epochs.revoke('A000001', NOW, 'm1');
    const vandal = new BetterSqlite3(join(dir, 'access.sqlite'));
    vandal.exec('ALTER TABLE revocation RENAME TO lost');
    while (faults.length === 0) await delay(5);

    expect(epochs.notBefore('A000001')).toBe(NOW);
    expect(() => epochs.revoke('A000002', NOW, 'm2')).toThrow('no such table');

    vandal.exec('ALTER TABLE lost RENAME TO revocation');
    vandal.close();
    while (faults.length === 1) await delay(5);
    expect(faults).toEqual([expect.stringContaining('no such table'), null]);
    expect(epochs.revoke('A000002', NOW, 'm2')).toBe(true);
  });
});
