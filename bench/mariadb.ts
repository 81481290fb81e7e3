/** The MariaDB or MySQL server with the same operator, for the systems that read one. Found, and filled where need be. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { ROOT } from './child.ts';
import { findProcess } from './cpu.ts';
import { messageOf } from './message-of.ts';

export interface Mariadb {
  readonly url: string;
  /** Of the user in `url`; empty where it has none. */
  readonly password: string;
  /** Tells the product where the databases are, as users who may only read them. */
  readonly sourcesFile: string;
  /** Version, and what its speed depends on most. */
  readonly title: string;
  /** Its process; null where it is on another machine. */
  readonly pid: number | null;
}

export interface MariadbOptions {
  /** `mysql://user@host:port/prefix`, of a user who may create databases and users. */
  readonly url: string;
  readonly password: string;
  /** The operator that the server must hold. */
  readonly dataDir: string;
  readonly say: (line: string) => void;
}

/** What systems that need a server have for a problem where there is none; the report shows it in their rows. */
export const NO_SERVER = 'no server';

const CONNECT_MS = 2_000;

/** @returns Null where no server answers. @throws Error where one does, and cannot be filled. */
export async function prepareMariadb(options: MariadbOptions): Promise<Mariadb | null> {
  const { url, password, dataDir, say } = options;
  const { host, port, user, prefix } = partsOf(url);
  let connection: Connection;
  try {
    connection = await createConnection({ host, port, user, password, connectTimeout: CONNECT_MS });
  } catch (error) {
    say(`No MariaDB at ${host}:${port} (${messageOf(error)}): systems that read one are left out.`);
    return null;
  }
  try {
    const sourcesFile = join(dataDir, 'mysql', 'sources.yaml');
    if (!existsSync(sourcesFile) || !(await holdsSame(connection, prefix, dataDir))) {
      say(`Copying the operator to ${prefix}_* at ${host}:${port}.`);
      await copyOperator(options);
    }
    const isLocal = host === '127.0.0.1' || host === 'localhost';
    return {
      url,
      password,
      sourcesFile,
      title: await describe(connection),
      pid: isLocal ? findProcess('mariadbd', 'mysqld') : null,
    };
  } finally {
    await connection.end();
  }
}

function partsOf(url: string) {
  const { hostname, port, username, pathname } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? 3_306 : Number(port),
    user: decodeURIComponent(username),
    prefix: pathname.slice(1),
  };
}

/** A copy says last, and in crm, what it is of. */
async function holdsSame(connection: Connection, prefix: string, dataDir: string): Promise<boolean> {
  const db = new BetterSqlite3(join(dataDir, 'crm.sqlite'), { readonly: true, fileMustExist: true });
  try {
    const [rows] = await connection.query<RowDataPacket[]>('select * from ??.world', [`${prefix}_crm`]);
    return isDeepStrictEqual({ ...rows[0] }, db.prepare('select * from world').get());
  } catch {
    return false;
  } finally {
    db.close();
  }
}

async function copyOperator({ url, password, dataDir }: MariadbOptions): Promise<void> {
  const args = ['--data', dataDir, '--target', url, '--config', join(dataDir, 'mysql'), '--force'];
  const child = spawn(process.execPath, ['mocks/world/seed.ts', ...args], {
    cwd: ROOT,
    env: { MYSQL_PWD: password },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The operator could not be copied to the server; --only leaves it out.');
}

async function describe(connection: Connection): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'select version() as version, @@innodb_buffer_pool_size as bytes',
  );
  const { version, bytes } = rows[0] as { version: string; bytes: number };
  return `${version} with a buffer pool of ${Math.round(bytes / 1_024 ** 2)} MB`;
}
