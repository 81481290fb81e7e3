/** What each line used, month by month, from the billing replica. Read only. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { UsageMonth } from '../model.ts';
import type { Checked } from './read-each.ts';

interface UsageMonthRow {
  readonly subscriber_id: number;
  readonly month: string;
  readonly voice_minutes: number;
  readonly sms_count: number;
  readonly mms_count: number;
  readonly cmwap_kilobytes: number;
  readonly cmnet_kilobytes: number;
  readonly value_added_kilobytes: number;
  readonly active_days: number;
  readonly voice_allowance: number;
  readonly sms_allowance: number;
  readonly data_allowance_kilobytes: number;
  readonly data_charge_fen: number;
  readonly data_plan_fee_fen: number;
  readonly charge_fen: number;
}

export interface UsageSource {
  /** Months from `fromMonth` on, newest first; a line without any is absent. */
  bySubscribers(subscriberIds: readonly string[], fromMonth: string): Promise<Checked<readonly UsageMonth[]>>;
}

export function createUsageSource(db: Database): UsageSource {
  const since = db.prepare<{ ids: readonly number[]; from: string }, UsageMonthRow>((sql, { ids, from }) =>
    sql('usage_month')
      .select(
        'subscriber_id',
        'month',
        'voice_minutes',
        'sms_count',
        'mms_count',
        'cmwap_kilobytes',
        'cmnet_kilobytes',
        'value_added_kilobytes',
        'active_days',
        'voice_allowance',
        'sms_allowance',
        'data_allowance_kilobytes',
        'data_charge_fen',
        'data_plan_fee_fen',
        'charge_fen',
      )
      .where(db.oneOf('subscriber_id', ids))
      .where('month', '>=', from)
      .orderBy([
        { column: 'subscriber_id', order: 'desc' },
        { column: 'month', order: 'desc' },
      ]),
  );

  return {
    async bySubscribers(subscriberIds, fromMonth) {
      const rows = await since({ ids: toIds(subscriberIds), from: fromMonth });
      return Map.groupBy(rows.map(toUsageMonth), ({ subscriberId }) => subscriberId);
    },
  };
}

function toUsageMonth(row: UsageMonthRow): UsageMonth {
  return {
    subscriberId: String(row.subscriber_id),
    month: row.month,
    voiceMinutes: row.voice_minutes,
    smsCount: row.sms_count,
    mmsCount: row.mms_count,
    cmwapKilobytes: row.cmwap_kilobytes,
    cmnetKilobytes: row.cmnet_kilobytes,
    valueAddedKilobytes: row.value_added_kilobytes,
    activeDays: row.active_days,
    voiceAllowance: row.voice_allowance,
    smsAllowance: row.sms_allowance,
    dataAllowanceKilobytes: row.data_allowance_kilobytes,
    dataChargeFen: row.data_charge_fen,
    dataPlanFeeFen: row.data_plan_fee_fen,
    chargeFen: row.charge_fen,
  };
}
