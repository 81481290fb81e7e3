/**
 * Connections to one database of a MySQL or MariaDB server. There are so many
 * and no more, a statement waits for one of them for 200 ms at most, and none is
 * kept waiting longer than it is said to.
 */
import { readFileSync } from 'node:fs';
import { createPool, type PoolConnection } from 'mysql2';
import { appError } from './errors.ts';

/** Where a database is, and as whom it is asked. */
export interface MysqlAddress {
  /** `mysql://user@host:3306/database`; what it leaves out is that of the driver. */
  readonly url: string;
  readonly password?: string | undefined;
  /** Files in PEM. With any of them, or an empty record, the server must speak TLS and prove who it is. */
  readonly tls?: Readonly<{ ca?: string; cert?: string; key?: string }> | undefined;
  /** At most; 10 by default. */
  readonly connections?: number | undefined;
}

interface MysqlPoolOptions extends MysqlAddress {
  /** Name of the system in errors, for example `billing`. */
  readonly source: string;
  /** Statements can only read. */
  readonly readOnly?: boolean;
  /** For one statement, from asking for a connection to its last row. */
  readonly timeoutMs?: number;
}

export type MysqlValue = string | number | null;

export interface MysqlPool {
  /**
   * Runs one statement, prepared on its connection the first time.
   *
   * @throws SOURCE_UNAVAILABLE where there is no connection in time or the server refuses, SOURCE_TIMEOUT
   *   where it is too slow; neither names address or statement.
   */
  run<Row>(sql: string, values: MysqlValue[]): Promise<Row[]>;
  /** Several statements on one connection, which is thrown away where `work` fails. */
  withConnection<T>(work: (run: MysqlPool['run']) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const CONNECTIONS = 10;
/** For one of those that there are, where all are in use. */
const WAIT_MS = 200;
const CONNECT_MS = 1_000;
const STATEMENT_MS = 3_000;

/** Connects when it is first asked. */
export function createMysqlPool(options: MysqlPoolOptions): MysqlPool {
  const { source, timeoutMs = STATEMENT_MS, readOnly = false } = options;
  const pool = createPool({ ...connectionOf(options), maxIdle: options.connections ?? CONNECTIONS });
  pool.on('connection', (connection) => {
    // The server gives up on a statement too, when nobody waits for it any longer.
    connection.query(`set ${limitOf(connection)}`, () => {});
    if (readOnly) connection.query('set session transaction read only', () => {});
  });

  let closed: Promise<void> | undefined;
  // Emitted while a connection is asked for, where all are in use.
  let mustWait = false;
  pool.on('enqueue', () => {
    mustWait = true;
  });

  const acquire = (): Promise<PoolConnection> =>
    new Promise((resolve, reject) => {
      let isLate = false;
      let timer: NodeJS.Timeout | undefined;
      mustWait = false;
      pool.getConnection((cause, connection) => {
        clearTimeout(timer);
        if (isLate) connection?.release();
        else if (cause) reject(toAppError(cause, source));
        else resolve(connection);
      });
      if (!mustWait) return;
      timer = setTimeout(() => {
        isLate = true;
        reject(appError('SOURCE_UNAVAILABLE', `The ${source} system is busy.`, { source }));
      }, WAIT_MS);
    });

  /** After a timeout nothing is known of a connection, so it ends. */
  const runOn = <Row>(connection: PoolConnection, sql: string, values: MysqlValue[]): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        connection.destroy();
        reject(appError('SOURCE_TIMEOUT', `The ${source} system was too slow.`, { source }));
      }, timeoutMs);
      connection.execute(sql, values, (cause, rows) => {
        clearTimeout(timer);
        if (cause) reject(toAppError(cause, source));
        else resolve(rows as Row[]);
      });
    });

  return {
    async run(sql, values) {
      const connection = await acquire();
      try {
        return await runOn(connection, sql, values);
      } finally {
        connection.release();
      }
    },
    async withConnection(work) {
      const connection = await acquire();
      try {
        const result = await work((sql, values) => runOn(connection, sql, values));
        connection.release();
        return result;
      } catch (error) {
        connection.destroy();
        throw error;
      }
    },
    close() {
      closed ??= new Promise((resolve, reject) => {
        pool.end((error) => (error ? reject(error) : resolve()));
      });
      return closed;
    },
  };

  /** The two servers name it differently, and in different units. */
  function limitOf(connection: object): string {
    const isMariadb = '_isMariaDB' in connection && connection._isMariaDB === true;
    return isMariadb ? `max_statement_time = ${timeoutMs / 1_000}` : `max_execution_time = ${timeoutMs}`;
  }
}

/** Everything that the drivers need to know of an address; knex takes the same. */
export function connectionOf({ url, password, tls, connections = CONNECTIONS }: MysqlAddress) {
  const { hostname, port, username, pathname } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? 3_306 : Number(port),
    user: decodeURIComponent(username),
    ...(password !== undefined && { password }),
    database: decodeURIComponent(pathname.slice(1)),
    ...(tls && { ssl: sslOf(tls) }),
    connectionLimit: connections,
    connectTimeout: CONNECT_MS,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    // Sums are decimals; amounts of 分 stay far below what a number holds.
    decimalNumbers: true,
    supportBigNumbers: true,
    enableKeepAlive: true,
  };
}

function sslOf({ ca, cert, key }: NonNullable<MysqlAddress['tls']>) {
  return {
    ...(ca !== undefined && { ca: readFileSync(ca) }),
    ...(cert !== undefined && { cert: readFileSync(cert) }),
    ...(key !== undefined && { key: readFileSync(key) }),
    rejectUnauthorized: true,
  };
}

const TOO_SLOW = new Set(['ER_STATEMENT_TIMEOUT', 'ER_QUERY_TIMEOUT', 'ER_QUERY_INTERRUPTED']);

function toAppError(cause: NodeJS.ErrnoException, source: string): Error {
  if (TOO_SLOW.has(cause.code ?? '')) {
    return appError('SOURCE_TIMEOUT', `The ${source} system was too slow.`, { source, cause });
  }
  return appError('SOURCE_UNAVAILABLE', `The ${source} system is not reachable.`, { source, cause });
}
