/** Ties between customers. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { CustomerRelation } from '../model.ts';
import { firstPerKey } from './first-per-key-sql.ts';

interface RelationRow {
  readonly customer_id: number;
  readonly other_customer_id: number;
  readonly kind: CustomerRelation['kind'];
  readonly since_on: string | null;
}

const COLUMNS = [
  'customer_id',
  'other_customer_id',
  'kind',
  'since_on',
] as const satisfies readonly (keyof RelationRow)[];

export interface RelationsSource {
  /** By the other customer's id; a customer without ties is absent. */
  byCustomers(
    customerIds: readonly string[],
    limit: number,
  ): Promise<ReadonlyMap<string, CustomerRelation[]>>;
}

export function createRelationsSource(db: Database): RelationsSource {
  const byCustomers = db.prepare<{ ids: number[]; limit: number }, RelationRow>((sql, { ids, limit }) =>
    firstPerKey(
      sql,
      sql('customer_relation')
        .select(...COLUMNS)
        .where(db.oneOf('customer_id', ids)),
      {
        key: 'customer_id',
        orderBy: [
          ['other_customer_id', 'asc'],
          ['kind', 'asc'],
        ],
        columns: COLUMNS,
        limit,
      },
    ),
  );
  return {
    async byCustomers(customerIds, limit) {
      const rows = await byCustomers({ ids: toIds(customerIds), limit });
      const byCustomer = Map.groupBy(rows, (row) => String(row.customer_id));
      return new Map([...byCustomer].map(([customerId, ties]) => [customerId, ties.map(toRelation)]));
    },
  };
}

function toRelation(row: RelationRow): CustomerRelation {
  return { kind: row.kind, otherCustomerId: String(row.other_customer_id), since: row.since_on };
}
