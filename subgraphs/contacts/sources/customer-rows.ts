/** SQL over the rows of several customers; ids carry their customer, see ids.ts. */
import type { Knex } from 'knex';
import type { Database } from '#kit/database';
import { IDS_PER_CUSTOMER } from '../ids.ts';

type Param = Parameters<Database['oneOf']>[1];
type TableName = 'contact' | 'ticket' | 'service_request';

/** Parameters of a statement about several customers. */
export type OfCustomers<P = object> = { readonly [K in keyof P]: P[K] } & {
  readonly customers: readonly number[];
};

/** The customers listed, as rows. */
const OWNERS = '(select value as customer_id from json_each(?)) as owner';

/** Ids of the customer at hand, as a range of the primary key. */
const OWN_IDS = `owner.customer_id * ${IDS_PER_CUSTOMER} and owner.customer_id * ${IDS_PER_CUSTOMER} + ${IDS_PER_CUSTOMER - 1}`;

/** From-clause: all rows of each customer listed, beside `owner.customer_id`. */
export function rowsOf(sql: Knex, table: TableName, id: string, customers: Param): Knex.Raw {
  return sql.raw(`${OWNERS} cross join ?? on ?? between ${OWN_IDS}`, [customers, table, `${table}.${id}`]);
}

/**
 * From-clause: the newest row of each customer listed. One descent of the
 * primary key per customer, however many years of rows there are.
 */
export function newestOf(sql: Knex, table: TableName, id: string, customers: Param): Knex.Raw {
  const newest = `select max(newest.??) from ?? as newest where newest.?? between ${OWN_IDS}`;
  return sql.raw(`${OWNERS} cross join ?? on ?? = (${newest})`, [
    customers,
    table,
    `${table}.${id}`,
    id,
    table,
    id,
  ]);
}

interface TopOptions {
  readonly rows: Knex.QueryBuilder;
  readonly columns: readonly string[];
  readonly order: string;
  readonly limit: Param;
}

/** At most `limit` rows of each customer of `rows` (made with `rowsOf`), in the order named. */
export function topOf(sql: Knex, { rows, columns, order, limit }: TopOptions): Knex.QueryBuilder {
  const nth = sql.raw(`row_number() over (partition by owner.customer_id order by ${order}) as nth`);
  const ranked = rows.select(...columns, nth).as('ranked');
  return sql.select(columns).from(ranked).where('nth', '<=', limit).orderBy('nth');
}
