/**
 * SQL for sources: knex builds the text of a statement once, the driver
 * prepares it once, and every call only binds values. Knex running a query
 * costs ten times the query itself, so it never does.
 */
import BetterSqlite3 from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { unreachable } from './errors.ts';

/** What is bound to a statement. */
export type SqlValue = string | number | null;
export type ParamValue = SqlValue | readonly (string | number)[];
export type ParamRecord = Readonly<Record<string, ParamValue>>;

/** Stands in the query for a value bound at each call. */
export type Param = Knex.Value & { readonly param: string };
export type ParamsOf<P> = { readonly [K in keyof P]: Param };

export interface Statement<P, Row> {
  /** The exact text that runs, for tests. */
  readonly sql: string;
  /** @throws SOURCE_UNAVAILABLE naming the system, never its address or SQL. */
  (params: P): Promise<Row[]>;
}

export interface Database {
  /** For the few statements that have to be written differently. */
  readonly dialect: 'sqlite' | 'mysql';
  /**
   * Builds and prepares one statement. Call it when a source is created.
   *
   * @param build Gets the builder and a placeholder per parameter; a list
   *   parameter goes through `oneOf` or `tableOf`.
   */
  prepare<P extends ParamRecord, Row>(
    build: (sql: Knex, params: ParamsOf<P>) => Knex.QueryBuilder | Knex.Raw,
  ): Statement<P, Row>;
  /** `column in (…)` for a list of any length: the text stays the same, so the statement stays prepared. */
  oneOf(column: string, list: Param): Knex.Raw;
  /** The values of a list as a table of one column, to read from and join with. */
  tableOf(table: string, column: string, list: Param, kind: 'id' | 'text'): Knex.Raw;
  close(): Promise<void>;
}

interface SqliteOptions {
  readonly file: string;
  /** Name of the system in errors, for example `billing`. */
  readonly source: string;
  /** Called with the text of each statement run; tests count them. */
  readonly onStatement?: (sql: string) => void;
}

const LOCK_WAIT_MS = 20;

/** Of each file; a page that is not kept is a call to the system. SQLite would keep 16 MB. */
const KEPT_PAGES_KIB = 65_536;

/** Opens a system's SQLite replica, read only. */
export function openSqlite({ file, source, onStatement }: SqliteOptions): Database {
  // Waiting for a lock would hold the whole process, so a locked file is a system that is down. Nor is
  // the file mapped into memory: a mapped file that somebody truncates kills the process.
  const driver = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: LOCK_WAIT_MS });
  driver.pragma(`cache_size = -${KEPT_PAGES_KIB}`);
  const builder = knex({ client: 'better-sqlite3', useNullAsDefault: true });
  const beginReading = createReadTurns(driver);

  return {
    dialect: 'sqlite',
    prepare<P extends ParamRecord, Row>(
      build: (sql: Knex, params: ParamsOf<P>) => Knex.QueryBuilder | Knex.Raw,
    ): Statement<P, Row> {
      const { sql, bindings } = build(builder, params<P>()).toSQL().toNative();
      const prepared = driver.prepare<unknown[], Row>(withoutPeeking(sql));
      const run = async (values: P): Promise<Row[]> => {
        onStatement?.(sql);
        try {
          beginReading();
          return prepared.all(bindings.map((binding) => bind(binding, values)));
        } catch (cause) {
          throw unreachable(source, cause);
        }
      };
      return Object.assign(run, { sql });
    },
    oneOf: (column, list) => builder.raw('?? in (select value from json_each(?))', [column, list]),
    tableOf: (table, column, list) =>
      builder.raw('(select value as ?? from json_each(?)) as ??', [column, list, table]),
    async close() {
      driver.close();
    },
  };
}

/**
 * Statements of one turn of the event loop share a transaction: the file is
 * locked once for all of them, a fifth of what a screen pop costs, and they see
 * one state of it. Nothing is held while the process waits for anything.
 */
function createReadTurns(driver: BetterSqlite3.Database): () => void {
  const begin = driver.prepare('begin');
  const end = driver.prepare('commit');
  // Kept here, because asking the driver takes as long as some lookups.
  let isReading = false;
  const endTurn = (): void => {
    isReading = false;
    // A fault may have ended it, and closing does.
    if (driver.open && driver.inTransaction) end.run();
  };
  return () => {
    if (isReading) return;
    begin.run();
    isReading = true;
    setImmediate(endTurn);
  };
}

/**
 * SQLite looks at the values bound to a statement to plan it better, and so
 * plans it again for each call: four fifths of the time of a lookup of one row.
 * A plus before a value hides it and changes nothing.
 */
function withoutPeeking(sql: string): string {
  return sql.replaceAll('?', '+?');
}

/** A placeholder for each name asked of it. */
export function params<P>(): ParamsOf<P> {
  return new Proxy({} as ParamsOf<P>, { get: (_, param) => createParam({ param: String(param) }) });
}

/** With a prototype, because knex refuses plain objects among the values of a condition. */
export function createParam<P extends Pick<Param, 'param'>>(parts: P): P & Param {
  return Object.assign(Object.create(PLACEHOLDER) as object, parts) as P & Param;
}

const PLACEHOLDER = Object.freeze({});

function bind(binding: unknown, values: ParamRecord): string | number | null {
  return isParam(binding) ? bindParam(binding, values) : (binding as string | number | null);
}

/** What a call gives for a placeholder. @throws TypeError where it gives nothing. */
export function bindParam({ param }: Pick<Param, 'param'>, values: ParamRecord): string | number | null {
  const value = values[param];
  if (value === undefined) throw new TypeError(`No value for the statement's parameter "${param}".`);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

export function isParam(binding: unknown): binding is Param {
  return typeof binding === 'object' && binding !== null && 'param' in binding;
}
