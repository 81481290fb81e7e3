/**
 * Users of the databases that a copy made, each with no right that it does not
 * need, and the configuration by which the service asks as them.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { stringify } from 'yaml';
import { SYSTEMS } from './load-job.ts';
import { addressOf, databaseOf, type MysqlServer } from './mysql-copy.ts';

/** Identity writes what it keeps, and makes its own tables; it is no system of the operator's. */
const KEPT = 'identity';
const RIGHTS: Readonly<Record<string, string>> = {
  [KEPT]: 'select, insert, update, delete, create, alter, index, drop, references',
};

/**
 * @param folder For `sources.yaml` and a file for each password, that their owner alone can read.
 * @param standsAt The moment at which the operator stands still.
 * @returns The configuration file, for `PANORAMA_SOURCES`.
 */
export async function makeUsers(server: MysqlServer, folder: string, standsAt: string): Promise<string> {
  mkdirSync(join(folder, 'secrets'), { recursive: true, mode: 0o700 });
  const connection = await createConnection(addressOf(server));
  const databases: Record<string, object> = {};
  try {
    await connection.query('create database if not exists ?? character set utf8mb4 collate utf8mb4_bin', [
      databaseOf(server, KEPT),
    ]);
    for (const system of [...SYSTEMS, KEPT]) {
      const database = databaseOf(server, system);
      const password = await makeUser(connection, database, RIGHTS[system] ?? 'select');
      const passwordFile = join('secrets', system);
      writeFileSync(join(folder, passwordFile), `${password}\n`, { mode: 0o600 });
      databases[system] = {
        url: `mysql://${database}@${server.host}:${server.port}/${database}`,
        passwordFile,
      };
    }
  } finally {
    await connection.end();
  }
  const file = join(folder, 'sources.yaml');
  writeFileSync(file, stringify({ madeUp: true, standsAt, databases }));
  return file;
}

/** Named as its database. */
async function makeUser(connection: Connection, database: string, rights: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  for (const host of ['localhost', '%']) {
    await connection.query('drop user if exists ?@?', [database, host]);
    await connection.query('create user ?@? identified by ?', [database, host, password]);
    // In the name of a database an underscore stands for any character.
    await connection.query(`grant ${rights} on ??.* to ?@?`, [
      database.replaceAll('_', '\\_'),
      database,
      host,
    ]);
  }
  return password;
}
