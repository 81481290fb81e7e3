/** The text that writes rows, which both dialects understand, and rows cut to fit it. */
import type { Knex } from 'knex';
import type { SqlValue } from './database.ts';

interface Piece {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * @param sizes How many rows a statement may take, most first and 1 last: so few texts exist, each prepared once.
 * @returns Cuts rows into statements and their values, in order.
 * @throws RangeError where a row does not fit the columns.
 */
export function createPieces(
  builder: Knex,
  sizes: readonly number[],
): (
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
) => Generator<Piece, void, void> {
  const texts = new Map<string, readonly string[]>();
  const textsOf = (table: string, columns: readonly string[]): readonly string[] => {
    const key = `${table}(${columns.join()})`;
    const known = texts.get(key);
    if (known) return known;
    const head = builder.raw('replace into ?? (??) values ', [table, [...columns]]).toQuery();
    const row = `(${columns.map(() => '?').join(', ')})`;
    const made = sizes.map((size) => head + Array(size).fill(row).join(', '));
    texts.set(key, made);
    return made;
  };

  return function* (table, columns, rows) {
    const ofSizes = textsOf(table, columns);
    let at = 0;
    for (const [nth, size] of sizes.entries()) {
      const sql = ofSizes[nth] as string;
      for (; at + size <= rows.length; at += size) {
        const values: SqlValue[] = [];
        for (let row = at; row < at + size; row++) {
          const own = rows[row] as readonly SqlValue[];
          if (own.length !== columns.length)
            throw new RangeError(`${table} takes ${columns.length} values, not ${own.length}.`);
          for (const value of own) values.push(value);
        }
        yield { sql, values };
      }
    }
  };
}
