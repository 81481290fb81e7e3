import { createSecretKey, randomBytes } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { GENESIS, macOf } from './chain.ts';
import { createTestRecord, type TestRecord, testEntry } from './testing/record.ts';
import { verifyAudit } from './verify.ts';

let record: TestRecord;
beforeEach(async () => {
  record = createTestRecord();
  await append(300);
});
afterEach(() => record.remove());

async function append(count: number): Promise<void> {
  const trail = await record.open();
  await Promise.all(
    Array.from({ length: count }, (_, at) => trail.append(testEntry({ outcome: `OK ${at}` }))),
  );
  await record.closeAll();
}

/** By somebody who knows how records are made, but has another key. */
function forge(seq: number): void {
  const { customers, ...entry } = testEntry({ customers: [] });
  const text = JSON.stringify({ seq, at: 1, ...entry, customers });
  const mac = macOf(createSecretKey(randomBytes(32)), GENESIS, text);
  record.tamper("insert into audit values (?, 1, 'VIEW', 'A000001', ?, ?)", seq, text, mac);
}

it('verifies a record as it was left', () => {
  expect(record.verify()).toMatchObject({ records: 300, faults: [], anchored: { seq: 300 } });
});

describe('verifying finds', () => {
  it.each([
    [
      'a changed record',
      "update audit set record = replace(record, 'OK 7\"', 'OK 8\"') where seq = 8",
      'record 8 is not the one that was written here',
    ],
    [
      'a signature copied from another record',
      'update audit set mac = (select mac from audit where seq = 9) where seq = 8',
      'record 8 is not the one that was written here',
    ],
    ['a removed record', 'delete from audit where seq = 100', 'record 100 is missing'],
    ['many removed', 'delete from audit where seq between 50 and 149', 'records 50 to 149 are missing'],
    ['the first removed', 'delete from audit where seq = 1', 'record 1 is missing'],
    [
      'a moved record',
      'update audit set seq = -seq where seq = 5',
      'record -5 is not the one that was written here',
    ],
    ['a tail cut by one', 'delete from audit where seq = 300', 'record 300 is missing at the end'],
    [
      'a tail cut by a hundred',
      'delete from audit where seq > 200',
      'records 201 to 300 are missing at the end',
    ],
    ['all of it removed', 'delete from audit', 'records 1 to 300 are missing at the end'],
    [
      'a customer taken out of the index',
      'delete from audit_subject where seq = 50',
      'what record 50 is found by is not what it says',
    ],
    [
      'somebody put into the index',
      "insert into audit_subject values ('of nobody', 50)",
      '1 customers are listed under records that do not name them',
    ],
    [
      'somebody else put in the place of who did it',
      "update audit set actor = 'A999999' where seq = 60",
      'what record 60 is found by is not what it says',
    ],
    ['a table that is gone', 'drop table audit', expect.stringContaining("can't be read: SQLITE_ERROR")],
  ])('%s', (_, sql, fault) => {
    record.tamper(sql);
    expect(record.verify().faults).toContainEqual(fault);
  });

  it('two records that changed places', () => {
    record.tamper('update audit set seq = case seq when 10 then -11 else -10 end where seq in (10, 11)');
    record.tamper('update audit set seq = -seq where seq < 0');
    expect(record.verify().faults[0]).toBe('record 10 is not the one that was written here');
  });

  it('a record that was put in at the end, or in the place of another', () => {
    forge(301);
    expect(record.verify().faults).toEqual(['record 301 is not the one that was written here']);

    record.tamper('delete from audit where seq in (301, 40)');
    forge(40);
    expect(record.verify().faults[0]).toBe('record 40 is not the one that was written here');
  });

  it('a file that is not one', () => {
    writeFileSync(record.file, 'of something else entirely, and long enough to be looked at'.repeat(9));
    expect(record.verify().faults).toEqual([expect.stringContaining('SQLITE_NOTADB')]);
  });

  it('bytes changed in the file', () => {
    const bytes = readFileSync(record.file);
    bytes.fill(0x20, bytes.indexOf('"OK 150"'), bytes.indexOf('"OK 150"') + 8);
    writeFileSync(record.file, bytes);
    expect(record.verify().faults).not.toEqual([]);
  });

  it('a forged anchor, and one that is gone', () => {
    expect(verifyAudit(record.file, record.anchorDir, randomBytes(32)).faults).not.toEqual([]);
    const head = join(record.anchorDir, 'head');
    writeFileSync(head, readFileSync(head, 'utf8').replaceAll('"seq":300', '"seq":200'));
    expect(record.verify().faults).toContainEqual(expect.stringMatching(/the anchor has \d lines/));
    rmSync(record.anchorDir, { recursive: true });
    expect(record.verify().faults).toEqual(['there is no anchor: a tail that was cut could not be seen']);
  });
});

describe('a start refuses', () => {
  const refuses = (why: RegExp) => expect(record.open()).rejects.toThrow(why);

  it('an older copy in the place of the file', async () => {
    const older = join(record.folder, 'older.sqlite');
    cpSync(record.file, older);
    await append(1);
    for (const end of ['-wal', '-shm']) rmSync(record.file + end, { force: true });
    cpSync(older, record.file);

    expect(record.verify().faults).toEqual(['record 301 is missing at the end']);
    await refuses(/npm run audit:verify/);
  });

  it.each([
    ['a cut tail', 'delete from audit where seq > 299'],
    ['a record changed near the end', "update audit set record = '{}' where seq = 290"],
    ['a record with nothing in it', 'delete from audit'],
  ])('%s', async (_, sql) => {
    record.tamper(sql);
    await refuses(/npm run audit:verify/);
  });

  it('a cut tail whose anchor was taken away too, so that no new anchor hides it', async () => {
    record.tamper('delete from audit where seq > 200');
    rmSync(record.anchorDir, { recursive: true });
    await refuses(/no anchor of its key/);
  });

  it('a record that is gone', async () => {
    rmSync(record.file);
    await refuses(/lacks entries/);
  });
});

it('reads one moment of a record that goes on being written', async () => {
  const trail = await record.open();
  const more = Array.from({ length: 300 }, () => trail.append(testEntry()));
  await more[0];
  const { faults, records } = record.verify();
  await Promise.all(more);

  expect(faults).toEqual([]);
  expect(records).toBeGreaterThan(300);
  // Nothing of it was changed by reading.
  const db = new BetterSqlite3(record.file, { readonly: true });
  expect(db.prepare('select count(*) from audit').pluck().get()).toBe(600);
  db.close();
});
