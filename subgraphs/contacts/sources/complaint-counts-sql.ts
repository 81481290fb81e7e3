/** Complaint tickets counted by class (P07): all history, and since a moment. */
import { toDateTime } from '#kit/clock';
import type { Database } from '#kit/database';
import type { ComplaintClass } from '#schema/contacts';
import type { ComplaintCount } from '../model.ts';
import { customerRows, type OfCustomers } from './customer-rows.ts';

interface CountRow {
  readonly customer_id: number;
  readonly complaint_class: ComplaintClass;
  readonly complaints: number;
  readonly recent: number;
  readonly last_at: number;
}

export interface ComplaintCountsSource {
  /**
   * @param since Epoch seconds at which the last three months began.
   * @returns Map by customer id; classes without complaints are absent.
   */
  byCustomers(
    customerIds: readonly number[],
    since: number,
  ): Promise<ReadonlyMap<number, readonly ComplaintCount[]>>;
}

export function createComplaintCountsSource(db: Database): ComplaintCountsSource {
  const tickets = customerRows(db, 'ticket', 'ticket_id');
  const byCustomers = db.prepare<OfCustomers<{ since: number }>, CountRow>((sql, { customers, since }) =>
    sql
      .select(
        'owner.customer_id',
        'complaint_class',
        sql.raw('count(*) as complaints'),
        sql.raw('sum(case when accepted_at >= ? then 1 else 0 end) as recent', [since]),
        sql.raw('max(accepted_at) as last_at'),
      )
      .from(tickets.all(sql, customers))
      .whereNotNull('complaint_class')
      .groupBy('owner.customer_id', 'complaint_class'),
  );

  return {
    async byCustomers(customerIds, since) {
      const rows = await byCustomers({ customers: customerIds, since });
      const byCustomer = Map.groupBy(rows, (row) => row.customer_id);
      return new Map([...byCustomer].map(([customer, own]) => [customer, own.map(toCount)]));
    },
  };
}

function toCount(row: CountRow): ComplaintCount {
  return {
    complaintClass: row.complaint_class,
    count: row.complaints,
    threeMonthCount: row.recent,
    lastAt: toDateTime(row.last_at),
  };
}
