import type { Knex } from 'knex';

interface Ranking {
  /** Column whose values each get a list. */
  readonly key: string;
  readonly orderBy: readonly (readonly [column: string, direction: 'asc' | 'desc'])[];
  readonly columns: readonly string[];
  readonly limit: number | Knex.Value;
}

/** Cuts the list of each key: one window query instead of one LIMIT query a key. */
export function firstPerKey(
  sql: Knex,
  rows: Knex.QueryBuilder,
  { key, orderBy, columns, limit }: Ranking,
): Knex.QueryBuilder {
  const ranked = rows.rowNumber('nth', (over) => {
    void over.partitionBy(key);
    for (const [column, direction] of orderBy) void over.orderBy(column, direction);
  });
  return sql
    .from(ranked.as('ranked'))
    .select(...columns)
    .where('nth', '<=', limit)
    .orderBy('nth');
}
