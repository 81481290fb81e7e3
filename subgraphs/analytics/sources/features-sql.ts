/** What analytics counted for each line and month: the table `feature_month`. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { FeatureMonth } from '../model.ts';

interface FeatureRow {
  subscriber_id: number;
  month: string;
  mobile: number;
  voice_minutes: number;
  sms_count: number;
  mms_count: number;
  data_kb: number;
  data_allowance_kb: number;
  active_days: number;
  roaming_events: number;
  ringback_changes: number;
  charge_fen: number;
}

const COLUMNS: readonly (keyof FeatureRow)[] = [
  'subscriber_id',
  'month',
  'mobile',
  'voice_minutes',
  'sms_count',
  'mms_count',
  'data_kb',
  'data_allowance_kb',
  'active_days',
  'roaming_events',
  'ringback_changes',
  'charge_fen',
];

/** Months read: from the first to the last, both included. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

export interface FeaturesSource {
  /** Months of several lines in one statement, oldest first; a line without any is absent. */
  bySubscribers(
    subscriberIds: readonly string[],
    range: MonthRange,
  ): Promise<ReadonlyMap<string, FeatureMonth[]>>;
}

export function createFeaturesSource(db: Database): FeaturesSource {
  const read = db.prepare<{ ids: readonly number[]; from: string; to: string }, FeatureRow>(
    (sql, { ids, from, to }) =>
      sql('feature_month')
        .select(COLUMNS)
        .where(db.oneOf('subscriber_id', ids))
        .whereBetween('month', [from, to])
        .orderBy(['subscriber_id', 'month']),
  );
  return {
    async bySubscribers(subscriberIds, { from, to }) {
      const rows = await read({ ids: toIds(subscriberIds), from, to });
      const bySubscriber = Map.groupBy(rows, (row) => String(row.subscriber_id));
      return new Map([...bySubscriber].map(([id, months]) => [id, months.map(toFeatureMonth)]));
    },
  };
}

function toFeatureMonth(row: FeatureRow): FeatureMonth {
  return {
    month: row.month,
    mobile: Boolean(row.mobile),
    voiceMinutes: row.voice_minutes,
    smsCount: row.sms_count,
    mmsCount: row.mms_count,
    dataKilobytes: row.data_kb,
    dataAllowanceKilobytes: row.data_allowance_kb,
    activeDays: row.active_days,
    roamingEvents: row.roaming_events,
    ringbackChanges: row.ringback_changes,
    chargeFen: row.charge_fen,
  };
}
