/** Third-party messages and ringback tunes, from the billing replica. Read only. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { RingbackMonth, SpMonth } from '../model.ts';

interface SpMonthRow {
  readonly subscriber_id: number;
  readonly month: string;
  readonly sp_code: string;
  readonly name: string | null;
  readonly uplink_sms: number;
  readonly downlink_sms: number;
  readonly downlink_wap: number;
  readonly downlink_mms: number;
}

interface RingbackRow {
  readonly subscriber_id: number;
  readonly month: string;
  readonly changes: number;
  readonly information_fee_fen: number;
  readonly function_fee_fen: number;
}

/** Months from `fromMonth` on, newest first; a line without any is absent. */
export interface ServicesSource {
  spBySubscribers(
    subscriberIds: readonly string[],
    fromMonth: string,
  ): Promise<ReadonlyMap<string, readonly SpMonth[]>>;
  ringbackBySubscribers(
    subscriberIds: readonly string[],
    fromMonth: string,
  ): Promise<ReadonlyMap<string, readonly RingbackMonth[]>>;
}

export function createServicesSource(db: Database): ServicesSource {
  // A left join: traffic with a provider that has lost its entry is traffic still.
  const sp = db.prepare<{ ids: readonly number[]; from: string }, SpMonthRow>((sql, { ids, from }) =>
    sql('sp_month as traffic')
      .leftJoin('service_provider as provider', 'provider.sp_code', 'traffic.sp_code')
      .select(
        'traffic.subscriber_id',
        'traffic.month',
        'traffic.sp_code',
        'provider.name',
        'traffic.uplink_sms',
        'traffic.downlink_sms',
        'traffic.downlink_wap',
        'traffic.downlink_mms',
      )
      .where(db.oneOf('traffic.subscriber_id', ids))
      .where('traffic.month', '>=', from)
      .orderBy([
        { column: 'traffic.subscriber_id', order: 'desc' },
        { column: 'traffic.month', order: 'desc' },
        { column: 'traffic.sp_code' },
      ]),
  );
  const ringback = db.prepare<{ ids: readonly number[]; from: string }, RingbackRow>((sql, { ids, from }) =>
    sql('ringback_month')
      .select('subscriber_id', 'month', 'changes', 'information_fee_fen', 'function_fee_fen')
      .where(db.oneOf('subscriber_id', ids))
      .where('month', '>=', from)
      .orderBy([
        { column: 'subscriber_id', order: 'desc' },
        { column: 'month', order: 'desc' },
      ]),
  );

  return {
    async spBySubscribers(subscriberIds, fromMonth) {
      const rows = await sp({ ids: toIds(subscriberIds), from: fromMonth });
      return mapEach(rows, toSpMonth);
    },
    async ringbackBySubscribers(subscriberIds, fromMonth) {
      const rows = await ringback({ ids: toIds(subscriberIds), from: fromMonth });
      return mapEach(rows, toRingbackMonth);
    },
  };
}

function mapEach<Row extends { readonly subscriber_id: number }, V>(
  rows: readonly Row[],
  toValue: (row: Row) => V,
): ReadonlyMap<string, readonly V[]> {
  const byLine = Map.groupBy(rows, (row) => String(row.subscriber_id));
  return new Map([...byLine].map(([id, own]) => [id, own.map(toValue)]));
}

function toSpMonth(row: SpMonthRow): SpMonth {
  return {
    month: row.month,
    spCode: row.sp_code,
    spName: row.name ?? row.sp_code,
    uplinkSms: row.uplink_sms,
    downlinkSms: row.downlink_sms,
    downlinkWap: row.downlink_wap,
    downlinkMms: row.downlink_mms,
  };
}

function toRingbackMonth(row: RingbackRow): RingbackMonth {
  return {
    month: row.month,
    changes: row.changes,
    informationFeeFen: row.information_fee_fen,
    functionFeeFen: row.function_fee_fen,
  };
}
