/**
 * What the service itself keeps: what lasts. A SQLite file of one node
 * (`writable-sqlite.ts`) or a MySQL primary that several share (`writable-mysql.ts`).
 */
import type { Knex } from 'knex';
import { bindParam, isParam, type ParamRecord, type SqlValue } from './database.ts';
import { appError } from './errors.ts';

/** Whose SQL is spoken. MariaDB speaks MySQL's. */
export type Dialect = 'sqlite' | 'mysql';

/** What came of a statement. */
export interface Ran {
  readonly rows: unknown[];
  /** Rows that were inserted, or found to update. */
  readonly changes: number;
}

/** Where the statements of one transaction run. */
export interface Transaction {
  run(sql: string, values: readonly SqlValue[]): Promise<Ran>;
}

/**
 * One statement, of a transaction where it is given one. Inside `atomically` always give it: without, it
 * waits for its turn after the very transaction that waits for it.
 *
 * @throws SOURCE_UNAVAILABLE where the store is locked, full, broken or not reachable; SOURCE_TIMEOUT.
 */
export type StoreStatement<P, T> = (params: P, transaction?: Transaction) => Promise<T>;

export interface WritableDatabase {
  /** For the few texts that differ. */
  readonly dialect: Dialect;
  /** Builds one statement once, as `Database.prepare`. @returns The rows that it reads. */
  prepare<P extends ParamRecord, Row>(build: BuildStatement<P>): StoreStatement<P, Row[]>;
  /** @returns How many rows it has inserted, or found to update. */
  prepareWrite<P extends ParamRecord>(build: BuildStatement<P>): StoreStatement<P, number>;
  /**
   * All of it or nothing, on disk before it resolves.
   *
   * @param work Runs statements and nothing else: others wait for it. It runs again where the server broke
   *   it off for another transaction. What it reads and then decides by, it reads `forUpdate`.
   */
  atomically<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type BuildStatement<P> = (sql: Knex, params: RawParamsOf<P>) => Knex.QueryBuilder | Knex.Raw;

/** Placeholders that knex takes as they are: an object among the values of an insert it would make a text of. */
type RawParamsOf<P> = { readonly [K in keyof P]: Knex.Raw };

/** Both ways to prepare, over one way to run. */
export function createPreparing(
  builder: Knex,
  prepareText: (sql: string) => (values: readonly SqlValue[], transaction?: Transaction) => Promise<Ran>,
): Pick<WritableDatabase, 'prepare' | 'prepareWrite'> {
  function prepare<P extends ParamRecord>(build: BuildStatement<P>): StoreStatement<P, Ran> {
    const { sql, bindings } = build(builder, rawParams<P>(builder)).toSQL().toNative();
    const run = prepareText(sql);
    const valuesOf = (params: P): SqlValue[] =>
      bindings.map((each) => (isParam(each) ? bindParam(each, params) : (each as SqlValue)));
    return async (params, transaction) => run(valuesOf(params), transaction);
  }
  return {
    prepare<P extends ParamRecord, Row>(build: BuildStatement<P>) {
      const run = prepare(build);
      return async (params: P, transaction?: Transaction) => (await run(params, transaction)).rows as Row[];
    },
    prepareWrite(build) {
      const run = prepare(build);
      return async (params, transaction) => (await run(params, transaction)).changes;
    },
  };
}

function rawParams<P>(builder: Knex): RawParamsOf<P> {
  return new Proxy({} as RawParamsOf<P>, { get: (_, param) => builder.raw('?', [{ param } as never]) });
}

/** What the store can't do at the moment is no bug of ours. */
export function storeFailed(code: 'SOURCE_UNAVAILABLE' | 'SOURCE_TIMEOUT', cause: unknown): Error {
  return appError(code, 'What this service keeps can not be read or written at the moment.', { cause });
}
