/**
 * Connections to one database of a MySQL or MariaDB server: so many and no more. Whoever finds all of
 * them in use waits for 200 ms at most, so that a slow server holds these and nothing else.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import mysql, { type PoolConnection } from 'mysql2';
import type { SqlValue } from './database.ts';
import { appError, unreachable } from './errors.ts';
import { createBorrowing } from './mysql-borrowing.ts';
import { type MysqlFailure, mysqlFailure } from './mysql-error.ts';
import { lend, MAX_PREPARED, type MysqlConnection } from './mysql-lent.ts';

/** Where a database is, and as whom it is asked. */
export interface MysqlAddress {
  /** `mysql://user@host:3306/database`, and nothing after it: what a connection may do is decided here. */
  readonly url: string;
  readonly password?: string | undefined;
  /**
   * Files in PEM. With any of them, or an empty record, the server must speak TLS and prove who it is: by its
   * name, where the address has a name and no number.
   */
  readonly tls?: Readonly<{ ca?: string; cert?: string; key?: string }> | undefined;
  /** At most; 20 by default. */
  readonly connections?: number | undefined;
}

interface MysqlPoolOptions extends MysqlAddress {
  /** Name of the system in errors, for example `billing`. */
  readonly source: string;
  /** Statements can only read. */
  readonly readOnly?: boolean;
  /** The server's own unless it is said. */
  readonly isolation?: 'read committed' | 'repeatable read';
  /** For a connection, where all are in use. */
  readonly waitMs?: number;
  /** For one statement on its connection. */
  readonly timeoutMs?: number;
  /** What callers are told, where it is not that the system is not reachable or too slow. */
  readonly failed?: (code: MysqlFailure, cause: unknown) => Error;
}

export interface MysqlPool {
  /**
   * Runs one statement, prepared on its connection the first time.
   *
   * @throws SOURCE_UNAVAILABLE where there is no connection in time or the server can not answer,
   *   SOURCE_TIMEOUT where it is too slow; neither names address or statement. SQL that is wrong is a bug,
   *   and stays the driver's error.
   */
  run<Row>(sql: string, values: readonly SqlValue[]): Promise<Row[]>;
  /**
   * Lends one connection to `work`, which leaves no transaction open on it. Inside, statements reject with
   * the driver's errors; outside they are those of `run`.
   */
  withConnection<T>(work: (connection: MysqlConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const CONNECTIONS = 20;
const WAIT_MS = 200;
const CONNECT_MS = 1_000;
const STATEMENT_MS = 3_000;
/** The server ends a slow statement; the client only where the server is not heard of. */
const GRACE_MS = 500;
/** For another transaction's lock: who waits holds a connection. */
const LOCK_WAIT_S = 1;
/** Callers that wait, for each connection. */
const WAITING = 100;

/** Connects when it is first asked. */
export function createMysqlPool(options: MysqlPoolOptions): MysqlPool {
  const { connections = CONNECTIONS, waitMs = WAIT_MS, timeoutMs = STATEMENT_MS } = options;
  const failed = options.failed ?? toSourceError(options.source);
  const pool = mysql.createPool({
    ...connectionOf(options),
    connectionLimit: connections,
    queueLimit: connections * WAITING,
  });
  const borrow = createBorrowing(pool, connections, waitMs);
  const session = sessionOf({ ...options, timeoutMs });
  const prepared = new WeakSet<PoolConnection>();
  let closed: Promise<void> | undefined;

  async function withConnection<T>(work: (connection: MysqlConnection) => Promise<T>): Promise<T> {
    const borrowed = await borrow().catch((cause: unknown) => {
      throw failed('SOURCE_UNAVAILABLE', cause);
    });
    const lent = lend(borrowed.connection, timeoutMs + GRACE_MS);
    try {
      if (!prepared.has(borrowed.connection)) {
        for (const sql of session) await lent.connection.command(sql);
        prepared.add(borrowed.connection);
      }
      return await work(lent.connection);
    } catch (cause) {
      const code = mysqlFailure(cause);
      throw code === null ? cause : failed(code, cause);
    } finally {
      borrowed.giveBack(lent.end());
    }
  }

  return {
    run: async <Row>(sql: string, values: readonly SqlValue[]) =>
      (await withConnection(({ execute }) => execute(sql, values))).rows as Row[],
    withConnection,
    close() {
      closed ??= new Promise((resolve, reject) => {
        pool.end((error) => (error ? reject(error) : resolve()));
      });
      return closed;
    },
  };
}

/** What each connection is told first. Of the comments `M!` is run by MariaDB, `!` with a number by MySQL. */
function sessionOf({ timeoutMs, isolation, readOnly }: MysqlPoolOptions & { timeoutMs: number }): string[] {
  const settings = [
    "time_zone = '+00:00'",
    "sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY'",
    `innodb_lock_wait_timeout = ${LOCK_WAIT_S}`,
    `lock_wait_timeout = ${LOCK_WAIT_S}`,
    `/*M! max_statement_time = ${timeoutMs / 1_000} */ /*!50708 max_execution_time = ${timeoutMs} */`,
  ];
  return [
    `set ${settings.join(', ')}`,
    ...(isolation ? [`set session transaction isolation level ${isolation}`] : []),
    ...(readOnly ? ['set session transaction read only'] : []),
  ];
}

/** Everything that the driver needs to know of an address; knex takes the same. */
export function connectionOf({ url, password, tls }: MysqlAddress) {
  const { hostname, port, username, password: inUrl, pathname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: port === '' ? 3_306 : Number(port),
    user: decodeURIComponent(username),
    password: password ?? decodeURIComponent(inUrl),
    database: decodeURIComponent(pathname.slice(1)),
    ...(tls && { ssl: sslOf(tls, host) }),
    connectTimeout: CONNECT_MS,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    // Sums are decimals; amounts of 分 stay far below what a number holds.
    decimalNumbers: true,
    supportBigNumbers: true,
    multipleStatements: false,
    maxPreparedStatements: MAX_PREPARED,
  };
}

function sslOf({ ca, cert, key }: NonNullable<MysqlAddress['tls']>, host: string) {
  return {
    ...(ca !== undefined && { ca: readFileSync(ca) }),
    ...(cert !== undefined && { cert: readFileSync(cert) }),
    ...(key !== undefined && { key: readFileSync(key) }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    // Or whoever has any certificate of that authority could answer. The driver can't look for an address in one.
    verifyIdentity: !isIP(host),
  };
}

function toSourceError(source: string): NonNullable<MysqlPoolOptions['failed']> {
  return (code, cause) =>
    code === 'SOURCE_UNAVAILABLE'
      ? unreachable(source, cause)
      : appError(code, `The ${source} system was too slow.`, { source, cause });
}
