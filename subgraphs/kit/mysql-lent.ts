/** A connection of the pool, for as long as somebody has it. Statements are prepared on it once. */
import mysql, {
  type PoolConnection,
  type PrepareStatementInfo,
  type QueryError,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2';
import type { SqlValue } from './database.ts';
import { leavesConnectionWhole } from './mysql-error.ts';

/** What came of a statement. */
export interface MysqlAnswer {
  /** Integers up to 2^53 and sums are numbers; dates and JSON are text. */
  readonly rows: unknown[];
  /** Rows that were inserted, or found to update. */
  readonly changes: number;
}

export interface MysqlConnection {
  /** Prepared on the connection the first time. */
  execute(sql: string, values?: readonly SqlValue[]): Promise<MysqlAnswer>;
  /** What the server does not prepare: what begins and ends transactions. */
  command(sql: string): Promise<void>;
}

/** Some two hundred texts of a subgraph exist. A connection with so many is given up before the driver forgets one. */
export const MAX_PREPARED = 1_000;

/** By text. The driver keeps them too, and puts a key of kilobytes together for each time that it is asked. */
const prepared = new WeakMap<PoolConnection, Map<string, PrepareStatementInfo>>();

/** Read once: the driver looks its file up each time that it is asked for. */
const { BIGINT } = mysql.TypedParameter;

/**
 * @param timeout For each statement, in ms.
 * @returns `end` says whether the connection is as good as before: after a timeout nothing is known of it.
 */
export function lend(
  on: PoolConnection,
  timeout: number,
): { readonly connection: MysqlConnection; end(): boolean } {
  let hasEnded = false;
  let isWhole = true;
  const statements = prepared.get(on) ?? new Map<string, PrepareStatementInfo>();
  if (statements.size === 0) prepared.set(on, statements);

  function told<T>(send: (done: (error: QueryError | null, answer: T) => void) => unknown): Promise<T> {
    return new Promise((resolve, reject) => {
      if (hasEnded) throw new Error('A statement runs on a connection that was given back.');
      const fail = (error: Error): void => {
        isWhole &&= leavesConnectionWhole(error);
        reject(error);
      };
      const timer = setTimeout(() => fail(tooSlow()), timeout);
      send((error, answer) => {
        clearTimeout(timer);
        if (error) fail(error);
        else resolve(answer);
      });
    });
  }

  async function prepare(sql: string): Promise<PrepareStatementInfo> {
    const statement = await told<PrepareStatementInfo>((done) => on.prepare(sql, done));
    statements.set(sql, statement);
    return statement;
  }

  return {
    connection: {
      async execute(sql, values = []) {
        const statement = statements.get(sql) ?? (await prepare(sql));
        const answer = await told<RowDataPacket[] | ResultSetHeader>((done) =>
          statement.execute(values.map(toBound), done),
        );
        return Array.isArray(answer)
          ? { rows: answer, changes: 0 }
          : { rows: [], changes: answer.affectedRows };
      },
      async command(sql) {
        await told((done) => on.query(sql, done));
      },
    },
    end() {
      hasEnded = true;
      return isWhole && statements.size < MAX_PREPARED;
    },
  };
}

/** As the driver's own timer has it, which does not watch over what was prepared before. */
function tooSlow(): Error {
  return Object.assign(new Error('No answer came in time.'), { code: 'PROTOCOL_SEQUENCE_TIMEOUT' });
}

/** As floating point, which the driver would send, no number finds its place in an index of integers. */
function toBound(value: SqlValue): mysql.ExecuteValues {
  return Number.isInteger(value) ? BIGINT(value) : value;
}
