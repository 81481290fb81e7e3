import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isDemo, loadKeys, loadOrMakeDemoKeys, loadServiceKeys, loadSomeKeys, newKeysFile } from './keys.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'panorama-keys-'));
  file = join(dir, 'state/keys.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (text: string): string => {
  const written = join(dir, 'written.json');
  writeFileSync(written, text, { mode: 0o600 });
  return written;
};

describe('keys of the service', () => {
  it('are made once for a demonstration, for nobody else to read', () => {
    const made = loadOrMakeDemoKeys(file);

    expect(loadOrMakeDemoKeys(file)).toEqual(made);
    expect(isDemo(made)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'state'))).toEqual(['keys.json']);
    const secrets = [made.contextKeys[0]?.secret, made.auditKey, made.pseudonymKey, made.receiptKey];
    expect(secrets.map((secret) => secret?.length)).toEqual([32, 32, 32, 32]);
    expect(new Set(secrets.map((secret) => Buffer.from(secret ?? []).toString('hex'))).size).toBe(4);
  });

  it('are read from a file of an operator', () => {
    const keys = loadKeys(write(newKeysFile('2026-11')));

    expect(keys.contextKeys.map(({ id }) => id)).toEqual(['2026-11']);
    expect(isDemo(keys)).toBe(false);
  });

  it('are refused where others may read them', () => {
    const open = write(newKeysFile('2026-11'));
    chmodSync(open, 0o644);

    expect(() => loadKeys(open)).toThrow(/others may read it. Run: chmod 600/);
  });

  it('are refused with all faults at once, and no secret is repeated', () => {
    const faulty = {
      ...JSON.parse(newKeysFile('a b')),
      auditKey: 'c2hvcnQ',
      receiptKey: undefined,
      other: 1,
    };
    let message = '';
    try {
      loadKeys(write(JSON.stringify(faulty)));
    } catch (error) {
      message = (error as Error).message;
    }

    for (const fault of ['contextKeys.0.id', 'auditKey: must be 32 bytes', 'receiptKey', 'other']) {
      expect(message).toContain(fault);
    }
    expect(message).not.toContain('c2hvcnQ');
  });

  it.each([['{"auditKey": "secret-text'], ['']])('are refused where the file is not JSON: %s', (text) => {
    expect(() => loadKeys(write(text))).toThrow(/is not JSON\.$/);
  });

  it('are not made where an operator names a file that is not there', () => {
    expect(() => loadKeys(file)).toThrow('ENOENT');
  });

  it('are given to a process that needs only some of them, from a file that has no others', () => {
    const { auditKey, pseudonymKey, ...needed } = JSON.parse(newKeysFile('2026-11'));
    const some = write(JSON.stringify(needed));

    expect(Object.keys(loadSomeKeys(some, ['contextKeys', 'receiptKey'])).sort()).toEqual([
      'contextKeys',
      'receiptKey',
    ]);
    expect(() => loadSomeKeys(some, ['auditKey'])).toThrow(/auditKey/);
    expect([auditKey, pseudonymKey]).not.toContain(undefined);
  });

  it('of a demonstration start nothing in production', () => {
    loadOrMakeDemoKeys(file);
    const stateDir = join(dir, 'state');

    expect(() => loadServiceKeys({ keysFile: file, stateDir, isProduction: true }, [])).toThrow(
      /keys of a demonstration/,
    );
    expect(loadServiceKeys({ keysFile: file, stateDir, isProduction: false }, []).contextKeys).toHaveLength(
      1,
    );
  });
});
