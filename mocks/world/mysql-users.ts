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
interface User {
  /** As the configuration calls it. */
  readonly name: string;
  /** The system whose database it is. */
  readonly of: string;
  readonly rights: string;
}

export const USERS: readonly User[] = [
  ...SYSTEMS.map((system) => ({ name: system, of: system, rights: 'select' })),
  { name: KEPT, of: KEPT, rights: 'select, insert, update, delete, create, alter, index, drop, references' },
  // Of the scoring job, which puts new tables in the place of old ones.
  { name: 'scoring', of: 'analytics', rights: 'select, insert, update, delete, create, alter, drop' },
];

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
    for (const { name, of, rights } of USERS) {
      const database = databaseOf(server, of);
      const user = databaseOf(server, name);
      const password = await makeUser(connection, { user, database, rights });
      const passwordFile = join('secrets', name);
      writeFileSync(join(folder, passwordFile), `${password}\n`, { mode: 0o600 });
      databases[name] = {
        url: `mysql://${user}@${server.host}:${server.port}/${database}`,
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

interface NewUser {
  readonly user: string;
  readonly database: string;
  readonly rights: string;
}

async function makeUser(connection: Connection, { user, database, rights }: NewUser): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  for (const host of ['localhost', '%']) {
    await connection.query('drop user if exists ?@?', [user, host]);
    await connection.query('create user ?@? identified by ?', [user, host, password]);
    // In the name of a database an underscore stands for any character.
    await connection.query(`grant ${rights} on ??.* to ?@?`, [database.replaceAll('_', '\\_'), user, host]);
  }
  return password;
}
