/** The operator's four databases on one MariaDB server, by one pool of connections. */
import { createPool, type RowDataPacket } from 'mysql2/promise';

type Value = string | number;

export interface Server {
  /** Names of the databases, for statements. */
  readonly names: Readonly<Record<SystemName, string>>;
  /**
   * @param sql Prepared once on each connection that runs it.
   * @returns Runs it on a connection of its own: what is started together is answered together.
   */
  prepare<Values extends readonly Value[], Row>(sql: string): (...values: Values) => Promise<Row[]>;
  close(): Promise<void>;
}

export type SystemName = 'crm' | 'billing' | 'analytics' | 'contacts';

/** As many as the benchmark asks at the same time: more would only wait for each other on the server. */
const CONNECTIONS = 32;

/** @param url `mysql://user@host:3306/prefix`; the databases are `prefix_crm` and so on. */
export function connectServer(url: string, password: string): Server {
  const { hostname, port, username, pathname } = new URL(url);
  const prefix = pathname.slice(1);
  const names = {
    crm: `${prefix}_crm`,
    billing: `${prefix}_billing`,
    analytics: `${prefix}_analytics`,
    contacts: `${prefix}_contacts`,
  };
  const pool = createPool({
    host: hostname,
    port: port === '' ? 3_306 : Number(port),
    user: decodeURIComponent(username),
    password,
    // Statements name theirs; but sequences want that there is one.
    database: names.crm,
    charset: 'utf8mb4',
    connectionLimit: CONNECTIONS,
    maxIdle: CONNECTIONS,
  });
  return {
    names,
    prepare<Values extends readonly Value[], Row>(sql: string) {
      return async (...values: Values): Promise<Row[]> => {
        const [rows] = await pool.execute<RowDataPacket[]>(sql, [...values]);
        return rows as Row[];
      };
    },
    close: () => pool.end(),
  };
}

/** Customers of a page as a table `owner`, of one parameter: a JSON list of their ids. */
export const OWNERS = `JSON_TABLE(?, '$[*]' COLUMNS (customer_id BIGINT PATH '$')) owner`;
