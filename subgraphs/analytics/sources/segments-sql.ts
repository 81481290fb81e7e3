/** Segments that customers were put in: the table `segment_membership`. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { SegmentMembership } from '../model.ts';

type SegmentRow = SegmentMembership & { customer_id: number };

export interface SegmentsSource {
  /** Memberships of several customers in one statement, oldest first. A code holds once for each customer. */
  byCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, SegmentMembership[]>>;
}

export function createSegmentsSource(db: Database): SegmentsSource {
  const read = db.prepare<{ ids: readonly number[] }, SegmentRow>((sql, { ids }) =>
    sql('segment_membership')
      .select('customer_id', 'code', 'name', 'since')
      .where(db.oneOf('customer_id', ids))
      .orderBy(['since', 'code']),
  );
  return {
    async byCustomers(customerIds) {
      const rows = await read({ ids: toIds(customerIds) });
      return Map.groupBy(rows, (row) => String(row.customer_id));
    },
  };
}
