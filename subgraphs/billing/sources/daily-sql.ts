/**
 * Data volume and multimedia messages day by day, from the billing replica.
 * Read only. A month of a line is one JSON text: of data, the KB of each day
 * from the first of the month on, by cmwap and by cmnet, `[[…],[…]]`; of
 * messages, `[[day, person to person, to applications, from applications],…]`.
 * Days that do not add up to their month are SOURCE_MALFORMED.
 */
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Database } from '#kit/database';
import { malformed } from '#kit/errors';
import { toIds } from '#kit/ids';
import { jsonColumn } from '#kit/json-column';
import type { DailyData, DailyMms } from '../model.ts';
import { type Checked, readEach } from './read-each.ts';

interface DailyDataRow {
  readonly subscriber_id: number;
  readonly cmwap_kilobytes: number;
  readonly cmnet_kilobytes: number;
  readonly daily_data: string | null;
}

interface DailyMmsRow {
  readonly subscriber_id: number;
  readonly mms_count: number;
  readonly daily_mms: string | null;
}

const readDataDays = jsonColumn('billing', 'daily data volume', z.array(z.array(z.int())));
const readMmsDays = jsonColumn('billing', 'daily messages', z.array(z.tuple([z.int()], z.int())));

/** Days oldest first; a line without use in the month is absent. */
export interface DailySource {
  dataBySubscribers(subscriberIds: readonly string[], month: string): Promise<Checked<readonly DailyData[]>>;
  mmsBySubscribers(subscriberIds: readonly string[], month: string): Promise<Checked<readonly DailyMms[]>>;
}

export function createDailySource(db: Database): DailySource {
  const data = db.prepare<{ ids: readonly number[]; month: string }, DailyDataRow>((sql, { ids, month }) =>
    selectMonth(sql, month)
      .select('m.subscriber_id', 'cmwap_kilobytes', 'cmnet_kilobytes', 'daily_data')
      .where(db.oneOf('m.subscriber_id', ids)),
  );
  const mms = db.prepare<{ ids: readonly number[]; month: string }, DailyMmsRow>((sql, { ids, month }) =>
    selectMonth(sql, month)
      .select('m.subscriber_id', 'mms_count', 'daily_mms')
      .where(db.oneOf('m.subscriber_id', ids)),
  );

  return {
    dataBySubscribers: async (subscriberIds, month) =>
      readEach(
        await data({ ids: toIds(subscriberIds), month }),
        (row) => row.subscriber_id,
        (rows) => rows.flatMap((row) => readData(row, month)),
      ),
    mmsBySubscribers: async (subscriberIds, month) =>
      readEach(
        await mms({ ids: toIds(subscriberIds), month }),
        (row) => row.subscriber_id,
        (rows) => rows.flatMap((row) => readMms(row, month)),
      ),
  };
}

/** The month's totals beside its days, to hold one against the other. */
function selectMonth(sql: Knex, month: Knex.Value): Knex.QueryBuilder {
  return sql('usage_month as m')
    .leftJoin('usage_daily as d', (on) => {
      void on.on('d.subscriber_id', 'm.subscriber_id').andOn('d.month', 'm.month');
    })
    .where('m.month', month);
}

function readData(row: DailyDataRow, month: string): DailyData[] {
  const [cmwap = [], cmnet = []] = readDataDays(row.daily_data ?? '[]');
  if (sum(cmwap) !== row.cmwap_kilobytes || sum(cmnet) !== row.cmnet_kilobytes) {
    throw malformed('billing', 'daily data volume');
  }
  return Array.from({ length: Math.max(cmwap.length, cmnet.length) }, (_, at) => ({
    day: toDayOf(month, at + 1),
    cmwapKilobytes: cmwap[at] ?? 0,
    cmnetKilobytes: cmnet[at] ?? 0,
  })).filter(({ cmwapKilobytes, cmnetKilobytes }) => cmwapKilobytes + cmnetKilobytes > 0);
}

const APPLICATIONS = ['PERSON_TO_PERSON', 'TERMINAL_TO_APPLICATION', 'APPLICATION_TO_TERMINAL'] as const;

function readMms(row: DailyMmsRow, month: string): DailyMms[] {
  const days = readMmsDays(row.daily_mms ?? '[]');
  // Messages from applications are received, so the month's messages sent are the other two.
  const sent = days.reduce(
    (sum, [, toPersons = 0, toApplications = 0]) => sum + toPersons + toApplications,
    0,
  );
  if (sent !== row.mms_count) throw malformed('billing', 'daily messages');
  return days.flatMap(([day, ...counts]) =>
    APPLICATIONS.map((application, at) => ({
      day: toDayOf(month, day),
      application,
      count: counts[at] ?? 0,
    })).filter(({ count }) => count > 0),
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function toDayOf(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`;
}
