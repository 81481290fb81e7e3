import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { openAuditTrail } from '#kit/audit/audit-trail';
import { loadOrMakeDemoKeys } from '#kit/keys';

const PROGRAM = join(import.meta.dirname, 'audit-verify.ts');

let state: string;
beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'audit-verify-'));
  const { auditKey, pseudonymKey } = loadOrMakeDemoKeys(join(state, 'keys.json'));
  const trail = await openAuditTrail({
    file: join(state, 'audit.sqlite'),
    anchorDir: join(state, 'anchor'),
    auditKey,
    pseudonymKey,
  });
  for (let at = 0; at < 5; at++) {
    await trail.append({
      kind: 'VIEW',
      subject: 'A000001',
      role: 'HOTLINE_AGENT',
      channel: 'HOTLINE',
      customers: ['100000001'],
      operation: 'screen-pop',
      fields: [],
      purpose: null,
      outcome: 'OK',
    });
  }
  await trail.close();
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', PROGRAM, '--state', state, ...args],
    { encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

function cut(): void {
  const db = new BetterSqlite3(join(state, 'audit.sqlite'));
  db.exec('drop trigger audit_stays; delete from audit where seq = 5');
  db.close();
}

describe('npm run audit:verify', () => {
  it('says that a record is whole', () => {
    const { status, said } = run();
    expect(said).toMatch(/^ok: 5 records, head [0-9a-f]{16}, anchored up to record 5\.\n$/);
    expect(status).toBe(0);
  });

  it('says what is wrong, and ends with 1', () => {
    cut();
    expect(run()).toMatchObject({
      status: 1,
      said: expect.stringContaining('record 5 is missing at the end'),
    });
  });

  it('ends with 2, and no trace of the program, where there are no keys', () => {
    const { status, said } = run('--keys', join(state, 'none.json'));
    expect(status).toBe(2);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('makes a new anchor when it is told to, of a whole record only', () => {
    rmSync(join(state, 'anchor'), { recursive: true });
    expect(run()).toMatchObject({ status: 1, said: expect.stringContaining('there is no anchor') });
    expect(run('--new-anchor')).toMatchObject({ status: 0 });
    expect(run()).toMatchObject({ status: 0 });

    cut();
    expect(run('--new-anchor')).toMatchObject({ status: 1 });
    expect(run()).toMatchObject({ status: 1 });
  });
});
