/** Ties between customers. */
import type { Database } from '#kit/database';
import { prepareShortLists } from '#kit/first-per-key';
import { toIds } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import type { CustomerRelation } from '../model.ts';

interface RelationRow {
  readonly customer_id: number;
  readonly other_customer_id: number;
  readonly kind: CustomerRelation['kind'];
  readonly since_on: string | null;
}

/** Ties shown of a customer. */
const MAX_RELATIONS = 50;

const COLUMNS = [
  'customer_id',
  'other_customer_id',
  'kind',
  'since_on',
] as const satisfies readonly (keyof RelationRow)[];

export interface RelationsSource {
  /** To others within reach, by the other customer's id, 50 at most; a customer without ties is absent. */
  byCustomers(
    customerIds: readonly string[],
    reach: ReachParams,
  ): Promise<ReadonlyMap<string, CustomerRelation[]>>;
}

export function createRelationsSource(db: Database): RelationsSource {
  const byCustomers = prepareShortLists<ReachParams & { ids: number[] }, RelationRow>(
    db,
    (sql, params) =>
      sql('customer_relation')
        .select(...COLUMNS)
        .where(db.oneOf('customer_id', params.ids))
        .where(withinReach(sql, db, 'customer_relation.other_customer_id', params)),
    {
      key: 'customer_id',
      orderBy: [
        ['other_customer_id', 'asc'],
        ['kind', 'asc'],
      ],
      columns: COLUMNS,
      limit: MAX_RELATIONS,
    },
  );
  return {
    async byCustomers(customerIds, reach) {
      const lists = await byCustomers({ ids: toIds(customerIds), ...reach }, (row) =>
        String(row.customer_id),
      );
      return new Map([...lists].map(([customerId, ties]) => [customerId, ties.map(toRelation)]));
    },
  };
}

function toRelation(row: RelationRow): CustomerRelation {
  return { kind: row.kind, otherCustomerId: String(row.other_customer_id), since: row.since_on };
}
