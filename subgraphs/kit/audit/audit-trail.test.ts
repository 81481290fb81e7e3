import { fork } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { createTestRecord, type TestRecord, testEntry } from './testing/record.ts';
import type { AuditTrail } from './trail.ts';

let record: TestRecord;
beforeEach(() => {
  record = createTestRecord();
});
afterEach(() => record.remove());

const UNAVAILABLE = { extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true } };

async function healthy(trail: AuditTrail): Promise<void> {
  while (!trail.isHealthy) await setTimeout(20);
}

describe('the record', () => {
  it('tells a customer who looked, newest first, and knows customers by keyed hashes only', async () => {
    const trail = await record.open();
    await trail.append(testEntry());
    await trail.append(testEntry({ subject: 'R000001', customers: ['100000002', '100000001'] }));
    await trail.append(testEntry({ customers: ['100000003'] }));

    const about = await trail.about('100000001', 10, null);
    expect(about.map(({ seq, subject }) => [seq, subject])).toEqual([
      [2, 'R000001'],
      [1, 'A000001'],
    ]);
    expect(await trail.about('100000001', 10, 2)).toHaveLength(1);
    await record.closeAll();
    expect(readFileSync(record.file, 'latin1')).not.toMatch(/10000000[123]/);
  });

  it('goes on where it ended, and is whole', async () => {
    await (await record.open()).append(testEntry());
    await record.closeAll();
    const trail = await record.open();
    await Promise.all(Array.from({ length: 200 }, () => trail.append(testEntry())));
    await record.closeAll();

    expect(record.verify()).toMatchObject({ records: 201, faults: [], anchored: { seq: 201 } });
  });

  it('keeps what was appended before it is closed, and nothing after', async () => {
    const trail = await record.open();
    const last = trail.append(testEntry());
    await trail.close();

    await last;
    await expect(trail.append(testEntry())).rejects.toMatchObject(UNAVAILABLE);
    expect(record.verify().records).toBe(1);
  });

  it('can not be changed by accident', async () => {
    await (await record.open()).append(testEntry());
    const db = new BetterSqlite3(record.file);
    for (const sql of [
      "update audit set record = ''",
      'delete from audit',
      'update audit_subject set seq = 2',
      'delete from audit_subject',
      "insert or replace into audit values (1, 0, '', '', '', x'')",
    ]) {
      expect(() => db.exec(sql)).toThrow('append only');
    }
    db.close();
  });
});

describe('acts of a kind within the hour', () => {
  it('are no more than allowed, at once or one after the other, for each of the staff', async () => {
    const trail = await record.open();
    const reveal = (subject = 'A000001') =>
      trail.append(testEntry({ kind: 'REVEAL', subject }), { perHour: 20 });
    const settled = await Promise.allSettled(Array.from({ length: 30 }, () => reveal()));

    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    await expect(reveal()).rejects.toMatchObject({ extensions: { code: 'LIMIT_REACHED' } });
    await reveal('A000002');
  });

  it('count from any moment on, also after a restart', async () => {
    let now = 1_800_000_000_000;
    const reveal = async () => {
      const trail = await record.open({ now: () => now });
      await trail.append(testEntry({ kind: 'REVEAL' }), { perHour: 1 });
    };
    await reveal();
    await record.closeAll();
    now += 3_599_000;
    await expect(reveal()).rejects.toMatchObject({ extensions: { code: 'LIMIT_REACHED' } });
    now += 1_000;
    await reveal();
  });
});

describe('a record that can not be written', () => {
  it('refuses while the disk is full, says so once, and heals by itself', async () => {
    const db = new BetterSqlite3(record.file);
    db.pragma('journal_mode = WAL');
    db.exec('create table filler (filler); insert into filler values (zeroblob(1000000))');
    const problems: string[] = [];
    const trail = await record.open({ maxPages: 300, report: (problem) => problems.push(problem) });
    let kept = 0;
    const append = async () => {
      await trail.append(testEntry({ reason: 'x'.repeat(2_000) }));
      kept += 1;
    };

    await expect(
      (async () => {
        for (;;) await append();
      })(),
    ).rejects.toMatchObject(UNAVAILABLE);
    expect(trail.isHealthy).toBe(false);
    await Promise.allSettled(Array.from({ length: 50 }, append));
    expect(problems).toEqual([expect.stringContaining('SQLITE_FULL')]);

    db.exec('drop table filler');
    db.close();
    await healthy(trail);
    await append();
    await record.closeAll();
    expect(record.verify()).toMatchObject({ records: kept, faults: [] });
  });

  it('refuses while its file is gone, and goes on when the file is back', async () => {
    const problems: string[] = [];
    const trail = await record.open({ report: (problem) => problems.push(problem) });
    await trail.append(testEntry());
    renameSync(record.file, join(record.folder, 'away'));

    await expect(trail.append(testEntry())).rejects.toMatchObject(UNAVAILABLE);
    await expect(trail.about('100000001', 1, null)).rejects.toMatchObject(UNAVAILABLE);
    while (problems.length < 2) await setTimeout(20);
    expect(problems[0]).toContain('its file was taken away or replaced');
    expect(problems[1]).toContain('lacks entries that its anchor knows of');
    expect(existsSync(record.file)).toBe(false);

    renameSync(join(record.folder, 'away'), record.file);
    await healthy(trail);
    await trail.append(testEntry());
    await record.closeAll();
    expect(record.verify()).toMatchObject({ records: 2, faults: [] });
  });

  it('does not open where there is no place for it', async () => {
    const file = join(record.folder, 'nowhere', 'audit.sqlite');
    await expect(record.open({ file })).rejects.toThrow(`The record ${file} cannot be opened.`);
  });
});

describe('an anchor that can not be written', () => {
  it('is told of at once when it never could be, and does not stop the record', async () => {
    writeFileSync(record.anchorDir, 'in the way');
    const problems: string[] = [];
    const trail = await record.open({ report: (problem) => problems.push(problem) });
    expect(problems).toEqual([expect.stringContaining('anchor of the record cannot be written')]);
    await trail.append(testEntry());

    rmSync(record.anchorDir);
    await trail.append(testEntry());
    await record.closeAll();
    expect(problems.at(-1)).toContain('written again');
    expect(record.verify()).toMatchObject({ records: 2, faults: [] });
  });

  it('is told of after a minute when it could be before', async () => {
    let now = Date.now();
    const problems: string[] = [];
    const trail = await record.open({ now: () => now, report: (problem) => problems.push(problem) });
    await trail.append(testEntry());
    rmSync(record.anchorDir, { recursive: true });
    writeFileSync(record.anchorDir, 'in the way');

    now += 61_000;
    await trail.append(testEntry());
    now += 59_000;
    await trail.append(testEntry());
    expect(problems).toEqual([]);
    now += 2_000;
    await trail.append(testEntry());
    await record.closeAll();
    expect(problems).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('loses nothing that was acknowledged, and leaves a record that is whole', async () => {
    const child = fork(new URL('./testing/crashing-writer.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const { file, anchorDir, auditKey } = record;
    const acknowledged = await new Promise<unknown[]>((resolve) => {
      const outcomes: unknown[] = [];
      child.on('message', (outcome) => {
        outcomes.push(outcome);
        if (outcomes.length === 500) child.kill('SIGKILL');
      });
      child.on('exit', () => resolve(outcomes));
      child.send({ file, anchorDir, auditKey: auditKey.toString('hex') });
    });

    expect(record.verify().faults).toEqual([]);
    const db = new BetterSqlite3(file, { readonly: true });
    const kept = new Set(db.prepare("select json_extract(record, '$.outcome') from audit").pluck().all());
    db.close();
    expect(acknowledged.filter((outcome) => !kept.has(outcome))).toEqual([]);
    await (await record.open()).append(testEntry());
  });
});
