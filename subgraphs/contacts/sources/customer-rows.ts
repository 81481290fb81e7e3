/** SQL over the rows of several customers; ids carry their customer, see ids.ts. */
import type { Knex } from 'knex';
import type { Database, Param } from '#kit/database';
import { IDS_PER_CUSTOMER } from '../ids.ts';

/** Parameters of a statement about several customers. */
export type OfCustomers<P = object> = { readonly [K in keyof P]: P[K] } & {
  readonly customers: readonly number[];
};

/** From-clauses over one table. */
interface CustomerRows {
  /** All rows of each customer listed, beside `owner.customer_id`. */
  all(sql: Knex, customers: Param): Knex.Raw;
  /**
   * The newest row of each customer listed. One descent of the primary key per
   * customer, however many years of rows there are.
   */
  newest(sql: Knex, customers: Param): Knex.Raw;
}

/** Ids of the customer at hand, `owner`, as a range of the primary key. */
export const OWN_IDS = `owner.customer_id * ${IDS_PER_CUSTOMER} and owner.customer_id * ${IDS_PER_CUSTOMER} + ${IDS_PER_CUSTOMER - 1}`;

/** That two columns hold ids of one customer: what ties rows together never leads to somebody else's. */
export function ofOneCustomer(column: string, other: string): string {
  return `${column} - ${column} % ${IDS_PER_CUSTOMER} = ${other} - ${other} % ${IDS_PER_CUSTOMER}`;
}

/** @param id Primary key of the table. */
export function customerRows(
  db: Database,
  table: 'contact' | 'ticket' | 'service_request',
  id: string,
): CustomerRows {
  const owners = (customers: Param): Knex.Raw => db.tableOf('owner', 'customer_id', customers, 'id');
  const owned = (sql: Knex, customers: Param): Knex.Raw =>
    sql.raw(`? ${JOIN_IN_ORDER[db.dialect]} ?? on ?? between ${OWN_IDS}`, [
      owners(customers),
      table,
      `${table}.${id}`,
    ]);
  return {
    all: owned,
    newest(sql, customers) {
      if (db.dialect === 'mysql') {
        // A subquery for each owner would read the whole key: MySQL looks for a range of it in joins alone.
        const newest = sql
          .select('owner.customer_id')
          .max({ newest_id: `${table}.${id}` })
          .from(owned(sql, customers))
          .groupBy('owner.customer_id')
          .as('newest');
        return sql.raw('? straight_join ?? on ?? = newest.newest_id', [newest, table, `${table}.${id}`]);
      }
      const newest = sql.raw(`select max(newest.??) from ?? as newest where newest.?? between ${OWN_IDS}`, [
        id,
        table,
        id,
      ]);
      return sql.raw('? cross join ?? on ?? = (?)', [owners(customers), table, `${table}.${id}`, newest]);
    },
  };
}

/** The owners first, then what is theirs. */
const JOIN_IN_ORDER: Readonly<Record<Database['dialect'], string>> = {
  sqlite: 'cross join',
  mysql: 'straight_join',
};

interface TopOptions {
  readonly rows: Knex.QueryBuilder;
  readonly columns: readonly string[];
  readonly order: string;
  readonly limit: Param;
}

/** At most `limit` rows of each customer of `rows`, in the order named. */
export function topOf(sql: Knex, { rows, columns, order, limit }: TopOptions): Knex.QueryBuilder {
  const nth = sql.raw(`row_number() over (partition by owner.customer_id order by ${order}) as nth`);
  const ranked = rows.select(...columns, nth).as('ranked');
  return sql.select(columns).from(ranked).where('nth', '<=', limit).orderBy('nth');
}
