/** Databases for tests on the MariaDB server of this machine, each of its own and gone afterwards. */
import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/** The server of a development machine: nothing but tests lives there. */
const SERVER = { host: '127.0.0.1', port: 3_306, user: 'root' } as const;
const NAME = /^panorama_test_(\d+)_/;
/** What a run that was killed left behind. */
const ABANDONED_MS = 3_600_000;

export interface MariadbDatabase {
  readonly name: string;
  readonly url: string;
  remove(): Promise<void>;
}

declare global {
  /** Set by the jest project that runs the tests of databases on MariaDB too. */
  var panoramaDialect: 'sqlite' | 'mysql' | undefined;
}

export function testDialect(): 'sqlite' | 'mysql' {
  return globalThis.panoramaDialect ?? 'sqlite';
}

/** What `oneOf` makes of a list; elsewhere the dialects' texts are the same. */
export function listText(): string {
  return testDialect() === 'mysql' ? '(?)' : '(select value from json_each(?))';
}

/** @param purpose Letters, digits and underscores; shows in the name. */
export async function createMariadbDatabase(purpose: string): Promise<MariadbDatabase> {
  const name = `panorama_test_${Date.now()}_${randomBytes(4).toString('hex')}_${purpose}`;
  await query('create database ?? character set utf8mb4 collate utf8mb4_bin', [name]);
  return {
    name,
    url: `mysql://${SERVER.user}@${SERVER.host}:${SERVER.port}/${name}`,
    async remove() {
      await query('drop database ??', [name]);
    },
  };
}

/** As somebody who may do anything. */
export async function query(sql: string, values: readonly unknown[] = []): Promise<unknown> {
  const connection = await createConnection(SERVER);
  try {
    const [rows] = await connection.query(sql, [...values]);
    return rows;
  } finally {
    await connection.end();
  }
}

/** @returns Why tests on it can't run; null where it answers. */
export async function mariadbProblem(): Promise<string | null> {
  try {
    await dropAbandoned();
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `no MariaDB answers at ${SERVER.host}:${SERVER.port} as ${SERVER.user} (${code ?? message})`;
  }
}

async function dropAbandoned(): Promise<void> {
  const names = (await query("show databases like 'panorama\\_test\\_%'")) as Record<string, string>[];
  for (const name of names.flatMap((row) => Object.values(row))) {
    const madeAt = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    if (Date.now() - madeAt > ABANDONED_MS) await query('drop database if exists ??', [name]);
  }
}
