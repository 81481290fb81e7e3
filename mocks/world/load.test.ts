import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { isSeeded, loadWorld } from './load.ts';
import { SYSTEMS } from './load-job.ts';
import { NAMED_CASES } from './named-cases.ts';
import { readWorld } from './read-world.ts';

const SMALL = { seed: 1, customers: 800, detailMonths: 2 };
const silent = (): void => {};

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'world-'));
  await loadWorld(join(dir, 'first'), SMALL, silent);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true }));

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function seedOf(folder: string): number | undefined {
  const db = new BetterSqlite3(join(folder, 'crm.sqlite'), { readonly: true });
  const row = db.prepare<[], { seed: number }>('SELECT seed FROM world').get();
  db.close();
  return row?.seed;
}

describe('a loaded operator', () => {
  test('is the same to the byte when it is loaded again', async () => {
    await loadWorld(join(dir, 'second'), SMALL, silent);

    for (const system of SYSTEMS) {
      const file = `${system}.sqlite`;
      expect({ system, hash: hashOf(join(dir, 'second', file)) }).toEqual({
        system,
        hash: hashOf(join(dir, 'first', file)),
      });
    }
  }, 120_000);

  test('is four databases and nothing else, whole and read only as they are', () => {
    expect(readdirSync(join(dir, 'first')).toSorted()).toEqual(
      SYSTEMS.map((system) => `${system}.sqlite`).toSorted(),
    );
    for (const system of SYSTEMS) {
      const db = new BetterSqlite3(join(dir, 'first', `${system}.sqlite`), { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.prepare('SELECT * FROM world').get()).toMatchObject({
        synthetic: 1,
        seed: 1,
        customers: 800,
      });
      db.close();
    }
  });

  test('marks every record as made up', () => {
    for (const system of SYSTEMS) {
      const db = new BetterSqlite3(join(dir, 'first', `${system}.sqlite`), { readonly: true });
      const tables = db
        .prepare<[], { name: string }>(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        )
        .all();
      expect(tables.length).toBeGreaterThan(3);
      for (const { name } of tables) {
        const real = db
          .prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}" WHERE synthetic <> 1`)
          .get();
        expect({ name, real: real?.n }).toEqual({ name, real: 0 });
      }
      db.close();
    }
  });

  test('has in each system the same of who may see whom', () => {
    const reachIn = (system: string): unknown[] => {
      const db = new BetterSqlite3(join(dir, 'first', `${system}.sqlite`), { readonly: true });
      const columns = 'customer_id, region_code, manager_staff_id, group_manager_staff_id';
      const rows = db.prepare(`SELECT ${columns} FROM customer_reach ORDER BY customer_id`).all();
      db.close();
      return rows;
    };
    const inCrm = reachIn('crm');

    expect(inCrm).toHaveLength(800);
    for (const system of SYSTEMS) expect({ system, rows: reachIn(system) }).toEqual({ system, rows: inCrm });
  });

  test('says when it stands still, and whom the README names', () => {
    const { now, customers, namedCases } = readWorld(join(dir, 'first'));

    expect(now).toBe('2026-11-20T10:00:00+08:00');
    expect(customers).toBe(800);
    expect(namedCases.map(({ id }) => id)).toEqual(NAMED_CASES.map(({ id }) => id));
    expect(isSeeded(join(dir, 'first'))).toBe(true);
  });
});

test('an operator of another version is told, with what to do', () => {
  const target = join(dir, 'older');
  cpSync(join(dir, 'first'), target, { recursive: true });
  const db = new BetterSqlite3(join(target, 'crm.sqlite'));
  db.exec('UPDATE world SET version = version - 1');
  db.close();

  expect(() => readWorld(target)).toThrow('npm run seed -- --force');
});

describe('an operator that is there', () => {
  test('is kept unless asked to be replaced', async () => {
    const target = join(dir, 'replaced');
    await loadWorld(target, SMALL, silent);

    await expect(loadWorld(target, { ...SMALL, seed: 2 }, silent)).rejects.toThrow('holds something else');
    expect(seedOf(target)).toBe(1);

    // As a job leaves it that wrote while somebody read.
    for (const end of ['-wal', '-shm']) writeFileSync(join(target, `analytics.sqlite${end}`), 'left');
    await loadWorld(target, { ...SMALL, seed: 2 }, silent, { replace: true });
    expect(seedOf(target)).toBe(2);
    expect(readdirSync(target)).toHaveLength(SYSTEMS.length);
  }, 120_000);
});

describe('a load that fails', () => {
  test('leaves nothing that looks complete when it is killed, and the next one sweeps up', async () => {
    const target = join(dir, 'killed');
    const script = join(import.meta.dirname, 'seed.ts');
    const child = spawn(process.execPath, [script, '--customers', '800', '--data', target], {
      stdio: 'ignore',
    });
    const exited = once(child, 'exit');
    while (!existsSync(target) || readdirSync(target).length === 0) await setTimeout(20);
    child.kill('SIGKILL');
    await exited;

    expect(isSeeded(target)).toBe(false);
    expect(readdirSync(target)).toEqual([`.partial-${child.pid}`]);

    await loadWorld(target, SMALL, silent);
    expect(readdirSync(target).length).toBe(SYSTEMS.length);
  }, 120_000);

  test('leaves nothing that looks complete', async () => {
    const target = join(dir, 'failed');

    await expect(loadWorld(target, { ...SMALL, customers: 10 }, silent)).rejects.toThrow('must be 800 to');

    expect(isSeeded(target)).toBe(false);
    expect(readdirSync(target)).toEqual([]);
    expect(() => readWorld(target)).toThrow('npm run seed');
  });

  test('never replaces a folder that holds something else', async () => {
    const target = join(dir, 'second');
    writeFileSync(join(dir, 'mine.txt'), 'mine');

    await expect(loadWorld(dir, SMALL, silent)).rejects.toThrow('holds something else');

    expect(readFileSync(join(dir, 'mine.txt'), 'utf8')).toBe('mine');
    expect(isSeeded(target)).toBe(true);
  });
});
