/** What a bulk store promises, in a file or on a server. */
import type { Database, SqlValue } from './database.ts';

/** One job at a time. Whoever reads meanwhile is neither kept waiting nor refused. */
export interface BulkStore {
  /** Reads, as `Database` does; statements see what was written before. */
  readonly db: Database;
  /**
   * Inserts rows, or writes over those with the same primary key: columns that are not named get their default. One
   * transaction.
   */
  write(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** Deletes all rows of `table`. */
  clear(table: string): Promise<void>;
  /** Makes an empty `<table>_next` like `table`, in place of what an interrupted run left. */
  beginNext(table: string): Promise<void>;
  /** Puts every `<table>_next` in the place of its table, all in one step: readers see all old rows or all new ones. */
  swapNext(tables: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
