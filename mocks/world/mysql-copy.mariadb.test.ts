/** The copy of an operator on a server: every row, for those who may read it. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { type Connection, createConnection } from 'mysql2/promise';
import { connectionOf } from '#kit/mysql-pool';
import { readSourceConfig } from '#kit/source-config';
import { query } from '#kit/testing/mariadb';
import { loadWorld } from './load.ts';
import { copyToMysql, type MysqlServer } from './mysql-copy.ts';
import { makeUsers, USERS } from './mysql-users.ts';

const SYSTEMS = ['crm', 'billing', 'analytics', 'contacts'] as const;

let folder: string;
let server: MysqlServer;
let config: ReturnType<typeof readSourceConfig>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'));
  // Named as other tests' databases are, so that what a killed run leaves is dropped as theirs is.
  const prefix = `panorama_test_${Date.now()}`;
  server = { host: '127.0.0.1', port: 3_306, user: 'root', password: '', prefix };
  await loadWorld(join(folder, 'data'), { seed: 3, customers: 800 }, () => {});
  await copyToMysql({ dataDir: join(folder, 'data'), server, replace: false }, () => {});
  config = readSourceConfig(await makeUsers(server, folder, '2026-11-20T10:00:00+08:00'));
}, 120_000);

afterAll(async () => {
  for (const user of USERS) {
    const name = `${server.prefix}_${user.name}`;
    await query('drop database if exists ??', [name]);
    for (const host of ['localhost', '%']) await query('drop user if exists ?@?', [name, host]);
  }
  rmSync(folder, { recursive: true });
});

async function as(system: keyof typeof config.databases): Promise<Connection> {
  const address = config.databases[system];
  if (!address) throw new Error(`${system} is not configured.`);
  return createConnection(connectionOf(address));
}

describe.each(SYSTEMS)('%s', (system) => {
  it('has every row of every table, as it was', async () => {
    const source = new BetterSqlite3(join(folder, 'data', `${system}.sqlite`), { readonly: true });
    const connection = await as(system);
    const tables = source
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all();
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      const key = source
        .prepare<[], string>(`select name from pragma_table_info('${table}') where pk > 0 order by pk`)
        .pluck()
        .all();
      const sorted = key.length > 0 ? ` order by ${key.map((column) => `\`${column}\``).join(', ')}` : '';
      const expected = source.prepare<[], object>(`select * from \`${table}\`${sorted}`).all();
      const [rows] = await connection.query(`select * from \`${table}\`${sorted}`);
      // As texts: comparing a hundred thousand rows field by field takes a minute.
      expect({ table, same: JSON.stringify(rows) === JSON.stringify(expected) }).toEqual({
        table,
        same: true,
      });
    }
    await connection.end();
    source.close();
  });

  it('compares texts byte for byte, as it did', async () => {
    const others = await query(
      `select table_name, column_name, collation_name from information_schema.columns
       where table_schema = ? and collation_name is not null and collation_name <> 'utf8mb4_bin' and table_name in (
         select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE')`,
      [`${server.prefix}_${system}`, `${server.prefix}_${system}`],
    );
    expect(others).toEqual([]);
  });

  it('may be read by its user, and nothing else', async () => {
    const connection = await as(system);
    await expect(connection.query('create table mine (id int)')).rejects.toMatchObject({
      code: 'ER_TABLEACCESS_DENIED_ERROR',
    });
    await expect(connection.query('delete from customer_reach')).rejects.toMatchObject({
      code: 'ER_TABLEACCESS_DENIED_ERROR',
    });
    const other = system === 'crm' ? 'billing' : 'crm';
    await expect(connection.query('use ??', [`${server.prefix}_${other}`])).rejects.toMatchObject({
      code: 'ER_DBACCESS_DENIED_ERROR',
    });
    await connection.end();
  });
});

describe('a copy', () => {
  it('does not take the place of another unless it is told to', async () => {
    const dataDir = join(folder, 'data');
    await expect(copyToMysql({ dataDir, server, replace: false }, () => {})).rejects.toThrow(
      /has a database .*_billing. Add --force/,
    );
  });

  it('keeps passwords to their owner, and none in the configuration', () => {
    for (const system of SYSTEMS) {
      const file = join(folder, 'secrets', system);
      expect(statSync(file).mode & 0o077).toBe(0);
      expect(readFileSync(join(folder, 'sources.yaml'), 'utf8')).not.toContain(
        readFileSync(file, 'utf8').trim(),
      );
    }
  });
});
