/** The lines that customers hold, with their months: `subscriber_ref` and `feature_month`. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { CountedMonth, Line } from '../model.ts';
import type { MonthRange } from './features-sql.ts';

interface RefRow extends Pick<Line, 'status' | 'contractEndsOn'> {
  customerId: number;
  subscriberId: number;
}

/** A month of a line is its row, under the model's names: a portfolio has a thousand, so none is copied. */
type MonthRow = RefRow & CountedMonth;

/** A line without months in the range comes once, with nulls. */
type LineRow = MonthRow | (RefRow & { month: null });

const COLUMNS = {
  customerId: 'r.customer_id',
  subscriberId: 'r.subscriber_id',
  status: 'r.status',
  contractEndsOn: 'r.contract_ends_on',
  month: 'f.month',
  voiceMinutes: 'f.voice_minutes',
  smsCount: 'f.sms_count',
  mmsCount: 'f.mms_count',
  dataKilobytes: 'f.data_kb',
  dataAllowanceKilobytes: 'f.data_allowance_kb',
  chargeFen: 'f.charge_fen',
} satisfies Record<keyof MonthRow, string>;

export type LinesByCustomer = ReadonlyMap<string, readonly Line[]>;

export interface LinesSource {
  /** All lines of several customers in one statement, in the order of their ids. */
  byCustomers(customerIds: readonly string[], range: MonthRange): Promise<LinesByCustomer>;
}

export function createLinesSource(db: Database): LinesSource {
  const read = db.prepare<{ ids: readonly number[]; from: string; to: string }, LineRow>(
    (sql, { ids, from, to }) =>
      sql({ r: 'subscriber_ref' })
        .select(COLUMNS)
        .leftJoin({ f: 'feature_month' }, (join) =>
          join.on('f.subscriber_id', 'r.subscriber_id').onBetween('f.month', [from, to]),
        )
        .where(db.oneOf('r.customer_id', ids))
        .orderBy(['r.customer_id', 'r.subscriber_id', 'f.month']),
  );
  return {
    async byCustomers(customerIds, { from, to }) {
      return toLines(await read({ ids: toIds(customerIds), from, to }));
    },
  };
}

/** @param rows In the order of customers, lines and months, so what belongs together is together. */
function toLines(rows: readonly LineRow[]): LinesByCustomer {
  const byCustomer = new Map<string, Line[]>();
  let lines: Line[] = [];
  let months: CountedMonth[] = [];
  let last: LineRow | undefined;
  for (const row of rows) {
    if (row.customerId !== last?.customerId) {
      lines = [];
      byCustomer.set(String(row.customerId), lines);
    }
    if (row.subscriberId !== last?.subscriberId || row.customerId !== last.customerId) {
      months = [];
      const { subscriberId, status, contractEndsOn } = row;
      lines.push({ subscriberId: String(subscriberId), status, contractEndsOn, months });
    }
    if (row.month !== null) months.push(row);
    last = row;
  }
  return byCustomer;
}
