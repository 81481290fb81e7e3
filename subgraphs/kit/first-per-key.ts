import type { Knex } from 'knex';
import type { Database, Param, ParamValue } from './database.ts';

interface Ranking {
  /** Column whose values each get a list, or columns that together do. */
  readonly key: string | readonly string[];
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
    for (const column of columnsOf(key)) void over.partitionBy(column);
    for (const [column, direction] of orderBy) void over.orderBy(column, direction);
  });
  return sql
    .from(ranked.as('ranked'))
    .select(...columns)
    .where('nth', '<=', limit)
    .orderBy('nth');
}

function columnsOf(key: Ranking['key']): readonly string[] {
  return typeof key === 'string' ? [key] : key;
}

/** Rows that a hundred customers have together; only data beyond all reason has more. */
const MAX_UNCUT_ROWS = 5_000;

/**
 * Reads short lists of many keys, each in its order, where the limit only
 * guards against absurd data. A window costs twice the rows themselves, so it
 * cuts only a batch that is too long to be cut here.
 *
 * @param rows Their columns and conditions, without order.
 */
export function prepareShortLists<P extends Readonly<Record<string, ParamValue>>, Row>(
  db: Database,
  rows: (sql: Knex, params: { readonly [K in keyof P]: Param }) => Knex.QueryBuilder,
  ranking: Ranking & { readonly limit: number },
): (params: P, keyOf: (row: Row) => string) => Promise<Map<string, Row[]>> {
  const order = ranking.orderBy.map(([column, direction]) => ({ column, order: direction }));
  const uncut = db.prepare<P, Row>((sql, params) =>
    rows(sql, params)
      .orderBy([...columnsOf(ranking.key).map((column) => ({ column })), ...order])
      .limit(MAX_UNCUT_ROWS),
  );
  const cut = db.prepare<P, Row>((sql, params) => firstPerKey(sql, rows(sql, params), ranking));
  return async (params, keyOf) => {
    const found = await uncut(params);
    const lists = Map.groupBy(found.length < MAX_UNCUT_ROWS ? found : await cut(params), keyOf);
    for (const list of lists.values()) list.splice(ranking.limit);
    return lists;
  };
}
