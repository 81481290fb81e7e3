/** What lines used: months, and single records of one month. */
import { z } from 'zod';
import { jsonColumn } from '#kit/json-column';
import { type Element, list, money, optional, text } from './content.ts';
import { monthsAsked } from './months-asked.ts';
import type { Asked, Operations, Reply } from './operation.ts';
import type { Operator } from './operator.ts';
import { fromMonth, secondOfMonth, toCompact, toLi, toStamp } from './wire-values.ts';

interface UsageRow {
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

type UseRecord = ReturnType<typeof parseRecords>[number];

/** Kind, second of the month, charge in 分, peer, seconds, kilobytes; oldest first. */
const parseRecords = jsonColumn(
  'BOSS',
  'itemised records',
  z.array(
    z.tuple([
      z.literal(['V', 'S', 'M', 'D']),
      z.int(),
      z.int(),
      z.string().nullish(),
      z.int().nullish(),
      z.int().nullish(),
    ]),
  ),
);

const MAX_PAGE_SIZE = 200;
const MAX_PAGE = 10_000;

export function createUsageOperations({ billing }: Operator): Operations {
  const line = billing.prepare<[string]>('select 1 from subscriber_ref where subscriber_id = ?');
  const months = billing.prepare<[string, string, string], UsageRow>(
    'select * from usage_month where subscriber_id = ? and month between ? and ? order by month',
  );
  const records = billing.prepare<[string, string], { records: string }>(
    'select records from usage_detail where subscriber_id = ? and month = ?',
  );

  function usage(asked: Asked): Reply {
    const subscriberId = asked.get('SubscrbID');
    const range = monthsAsked(asked);
    if (!subscriberId) return '1001';
    if (typeof range === 'string') return range;
    if (line.get(subscriberId) === undefined) return '2009';
    return list('MonthNum', 'Month', months.all(subscriberId, range.from, range.to).map(monthElements));
  }

  function page(asked: Asked): Reply {
    const subscriberId = asked.get('SubscrbID');
    const month = fromMonth(asked.get('Month') ?? '');
    const pageNo = wholeNumber(asked.get('PageNo'));
    const pageSize = wholeNumber(asked.get('PageSize'));
    if (!subscriberId || month === undefined || !pageNo || !pageSize) return '1001';
    if (pageSize > MAX_PAGE_SIZE || pageNo > MAX_PAGE) return '1002';
    if (line.get(subscriberId) === undefined) return '2009';
    const kept = records.get(subscriberId, month);
    if (kept === undefined) return [text('Kept', 0)];
    const all = parseRecords(kept.records);
    const first = (pageNo - 1) * pageSize;
    const entries = all
      .slice(first, first + pageSize)
      .map((record, at) => recordElements(record, first + at, month));
    return [
      text('Kept', 1),
      text('TotalNum', all.length),
      text('PageNo', pageNo),
      ...list('RecNum', 'Rec', entries),
    ];
  }

  return { KF1007: { perform: usage }, KF1008: { perform: page } };
}

/** Undefined where it is none; there is no page 0. */
function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

function monthElements(row: UsageRow): readonly Element[] {
  return [
    text('UsageMonth', toCompact(row.month)),
    text('VoiceMin', row.voice_minutes),
    text('SmsNum', row.sms_count),
    text('MmsNum', row.mms_count),
    text('WapFlow', row.cmwap_kilobytes),
    text('NetFlow', row.cmnet_kilobytes),
    text('ValueAddedFlow', row.value_added_kilobytes),
    text('ActiveDays', row.active_days),
    text('VoiceFree', row.voice_allowance),
    text('SmsFree', row.sms_allowance),
    text('FreeTotle', row.data_allowance_kilobytes),
    money('FlowFee', toLi(row.data_charge_fen)),
    money('FlowPkgFee', toLi(row.data_plan_fee_fen)),
    money('TotalFee', toLi(row.charge_fen)),
  ];
}

function recordElements(record: UseRecord, position: number, month: string): readonly Element[] {
  const [kind, second, chargeFen, peer = null, seconds = null, kilobytes = null] = record;
  return [
    text('RecNo', position),
    text('RecType', kind),
    text('StartTime', toStamp(secondOfMonth(month, second))),
    money('Fee', toLi(chargeFen)),
    ...optional('Peer', peer),
    ...optional('Duration', seconds),
    ...optional('Flow', kilobytes),
  ];
}
