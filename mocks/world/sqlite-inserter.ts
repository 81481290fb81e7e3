/** Inserts rows many at a time: crossing into SQLite costs more than the row. */
import type { Database, Statement } from 'better-sqlite3';
import type { Insert, SqlValue } from './model.ts';

const ROWS_PER_STATEMENT = 32;

export interface Inserter {
  readonly into: (table: string, columns: readonly string[]) => Insert;
  /** Writes what has not filled a statement yet. Call it before each commit. */
  flush(): void;
}

export function createInserter(db: Database): Inserter {
  const flushes: (() => void)[] = [];
  return {
    into(table, columns) {
      const many = prepare(db, table, columns, ROWS_PER_STATEMENT);
      const one = prepare(db, table, columns, 1);
      const full = ROWS_PER_STATEMENT * columns.length;
      let waiting: SqlValue[] = [];

      flushes.push(() => {
        for (let at = 0; at < waiting.length; at += columns.length) {
          one.run(waiting.slice(at, at + columns.length));
        }
        waiting = [];
      });
      return (values) => {
        if (values.length !== columns.length) {
          throw new RangeError(`${table} takes ${columns.length} values, not ${values.length}.`);
        }
        for (const value of values) waiting.push(value);
        if (waiting.length === full) {
          many.run(waiting);
          waiting = [];
        }
      };
    },
    flush() {
      for (const flush of flushes) flush();
    },
  };
}

function prepare(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: number,
): Statement<[SqlValue[]]> {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  return db.prepare<[SqlValue[]]>(
    `INSERT INTO "${table}" (${names}) VALUES ${Array(rows).fill(row).join(', ')}`,
  );
}
