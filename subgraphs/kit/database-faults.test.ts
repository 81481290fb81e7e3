/** What happens to a file under a running service must never take the service with it. */
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from './database.ts';

const UNAVAILABLE = { extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'crm' } };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-faults-'));
  file = join(folder, 'crm.sqlite');
  const owner = new BetterSqlite3(file);
  owner.exec('CREATE TABLE line (line_id INTEGER PRIMARY KEY, name TEXT)');
  const insert = owner.prepare('INSERT INTO line (name) VALUES (?)');
  for (let nth = 0; nth < 2_000; nth++) insert.run(`line ${nth}`);
  owner.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function openAll() {
  const db = openSqlite({ file, source: 'crm' });
  return { all: db.prepare((sql) => sql('line').select('name')), close: db.close };
}

describe('a SQLite file under a running service', () => {
  it('that somebody truncates is a system that is down', async () => {
    const { all, close } = openAll();
    expect(await all({})).toHaveLength(2_000);
    // The turn in which it was read has one state of the file, whatever happens to it.
    await setImmediate();

    truncateSync(file, 4_096);
    await expect(all({})).rejects.toMatchObject(UNAVAILABLE);
    await close();
  });

  it('that somebody locks is a system that is down, not a wait', async () => {
    const { all, close } = openAll();
    const owner = new BetterSqlite3(file);
    owner.exec('BEGIN EXCLUSIVE');

    await expect(all({})).rejects.toMatchObject(UNAVAILABLE);
    owner.exec('ROLLBACK');
    expect(await all({})).toHaveLength(2_000);
    owner.close();
    await close();
  });
});
