/** The lines that customers hold, with their months: `subscriber_ref` and `feature_month`. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { FeatureMonth, Line, LineStatus } from '../model.ts';
import { FEATURE_COLUMNS, type FeatureRow, type MonthRange, toFeatureMonth } from './features-sql.ts';

interface RefRow {
  customer_id: number;
  subscriber_id: number;
  status: LineStatus;
  contract_ends_on: string | null;
}

/** A line without months in the range comes once, with nulls. */
type LineRow = RefRow & (FeatureRow | { month: null });

export interface LinesSource {
  /** All lines of several customers in one statement, in the order of their ids. */
  byCustomers(customerIds: readonly string[], range: MonthRange): Promise<ReadonlyMap<string, Line[]>>;
}

export function createLinesSource(db: Database): LinesSource {
  const read = db.prepare<{ ids: readonly number[]; from: string; to: string }, LineRow>(
    (sql, { ids, from, to }) =>
      sql({ r: 'subscriber_ref' })
        .select('r.customer_id', 'r.subscriber_id', 'r.status', 'r.contract_ends_on')
        .select(FEATURE_COLUMNS.map((column) => `f.${column}`))
        .leftJoin({ f: 'feature_month' }, (join) =>
          join.on('f.subscriber_id', 'r.subscriber_id').onBetween('f.month', [from, to]),
        )
        .where(db.oneOf('r.customer_id', ids))
        .orderBy(['r.customer_id', 'r.subscriber_id', 'f.month']),
  );
  return {
    async byCustomers(customerIds, { from, to }) {
      const rows = await read({ ids: toIds(customerIds), from, to });
      const byCustomer = Map.groupBy(rows, (row) => String(row.customer_id));
      return new Map([...byCustomer].map(([id, ofCustomer]) => [id, toLines(ofCustomer)]));
    },
  };
}

function toLines(rows: readonly LineRow[]): Line[] {
  const bySubscriber = Map.groupBy(rows, (row) => row.subscriber_id);
  return [...bySubscriber].map(([subscriberId, ofLine]) => {
    const { status, contract_ends_on } = ofLine[0] as LineRow;
    return {
      subscriberId: String(subscriberId),
      status,
      contractEndsOn: contract_ends_on,
      months: ofLine.flatMap((row): FeatureMonth[] => (row.month === null ? [] : [toFeatureMonth(row)])),
    };
  });
}
