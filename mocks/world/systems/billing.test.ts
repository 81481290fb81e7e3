import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { CHARGE_ITEMS } from '../../../subgraphs/billing/charge-items.ts';
import type { DailyMms, UsageRecord } from '../../../subgraphs/billing/model.ts';
import { createDailySource } from '../../../subgraphs/billing/sources/daily-sql.ts';
import { createDetailsSource } from '../../../subgraphs/billing/sources/details-sql.ts';
import { createBillingDatabase } from '../../../subgraphs/billing/testing/billing.ts';
import { BILL_ITEMS, type WorldCustomer, type WorldMonth } from '../model.ts';
import {
  createTestCustomer,
  createTestWorld,
  customerOf,
  FIRST_DETAIL_MONTH,
  lineOf,
  monthOf,
  type Tables,
  write,
} from '../testing/billing.ts';

const customers = Array.from({ length: 60 }, (_, index) => createTestCustomer(index));
const lines = customers.flatMap(({ subscribers }) => subscribers);
const ids = lines.map(({ subscriberId }) => String(subscriberId));
const DETAIL_MONTHS = ['2026-09', '2026-10', '2026-11'];

let tables: Tables;
let database: TestDatabase;
/** Truth, records and messages of every line and detail month. */
let months: {
  truth: WorldMonth;
  records: readonly UsageRecord[];
  messages: readonly DailyMms[];
  smsPackFen: number;
  mmsFlat: boolean;
}[];

beforeAll(async () => {
  tables = write(customers);
  database = await createBillingDatabase(tables);
  const details = createDetailsSource(database.db);
  const daily = createDailySource(database.db);
  months = [];
  for (const month of DETAIL_MONTHS) {
    const records = await details.bySubscribers(ids, month);
    const messages = await daily.mmsBySubscribers(ids, month);
    for (const line of lines) {
      const id = String(line.subscriberId);
      const truth = line.months.find((candidate) => candidate.month === month);
      if (truth === undefined) throw new Error('Every line has every month.');
      const ordered = new Set(
        line.subscriptions
          .filter(({ startedOn }) => startedOn.slice(0, 7) <= month)
          .map(({ offerId }) => offerId),
      );
      months.push({
        truth,
        records: read(records.get(id)),
        messages: read(messages.get(id)),
        smsPackFen: ordered.has(3101) ? 500 : 0,
        mmsFlat: ordered.has(3201),
      });
    }
  }
});

afterAll(() => database.remove());

function read<V>(value: V | Error | undefined): V {
  if (value === undefined) throw new Error('Nothing was written.');
  if (value instanceof Error) throw value;
  return value;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const ofKind = (records: readonly UsageRecord[], kind: UsageRecord['kind']) =>
  records.filter((record) => record.kind === kind);
const feesOf = (records: readonly UsageRecord[], kind: UsageRecord['kind']) =>
  sum(ofKind(records, kind).map(({ chargeFen }) => chargeFen));
const itemOf = ({ items }: WorldMonth, code: string) => items.find(([item]) => item === code)?.[1] ?? 0;

describe('itemised records', () => {
  it('have calls whose begun minutes add up to the month', () => {
    for (const { truth, records } of months) {
      const minutes = ofKind(records, 'VOICE').map(({ seconds }) => Math.ceil((seconds ?? 0) / 60));
      expect(sum(minutes)).toBe(truth.voiceMinutes);
    }
  });

  it('have charges that add up to what the month costs beyond the plan', () => {
    for (const { truth, records, smsPackFen, mmsFlat } of months) {
      expect({
        VOICE: feesOf(records, 'VOICE'),
        DATA: feesOf(records, 'DATA'),
        SMS: feesOf(records, 'SMS'),
        MMS: feesOf(records, 'MMS'),
      }).toEqual({
        VOICE: itemOf(truth, 'VOICE'),
        DATA: truth.dataChargeFen,
        SMS: itemOf(truth, 'SMS') - smsPackFen,
        MMS: mmsFlat ? 0 : itemOf(truth, 'MMS'),
      });
    }
  });

  it('have every message of a month with few, and never more than there were', () => {
    for (const { truth, records } of months) {
      const texts = ofKind(records, 'SMS').length;
      expect(texts).toBeGreaterThanOrEqual(Math.min(8, truth.smsCount));
      expect(texts).toBeLessThanOrEqual(truth.smsCount);
    }
  });

  it('have their month, their order, and nothing of today or later', () => {
    const dayBegins = Date.parse('2026-11-20T00:00:00+08:00') / 1_000;
    for (const { truth, records } of months) {
      const begins = records.map(({ startedAtSeconds }) => startedAtSeconds);
      expect(begins).toEqual(begins.toSorted((a, b) => b - a));
      for (const begin of begins) {
        expect(new Date((begin + 8 * 3_600) * 1_000).toISOString().slice(0, 7)).toBe(truth.month);
        expect(begin).toBeLessThan(dayBegins);
      }
    }
  });

  it('never have two calls at a time', () => {
    for (const { records } of months) {
      const calls = ofKind(records, 'VOICE').toReversed();
      const overlaps = calls.slice(1).filter(({ startedAtSeconds }, at) => {
        const before = calls[at];
        return before !== undefined && before.startedAtSeconds + (before.seconds ?? 0) > startedAtSeconds;
      });
      expect(overlaps).toEqual([]);
    }
  });

  it('name nobody real: peers have unassigned prefixes', () => {
    const peers =
      tables['usage_detail']?.flatMap(({ records }) => String(records).match(/"\d+"/g) ?? []) ?? [];
    expect(peers.length).toBeGreaterThan(1_000);
    expect(peers.filter((peer) => !/^"(154|164|169)\d{8}"$/.test(peer))).toEqual([]);
  });

  it('are kept for the detail months only', () => {
    const kept = new Set(tables['usage_detail']?.map(({ month }) => month));
    expect([...kept]).toEqual(DETAIL_MONTHS);
    expect(DETAIL_MONTHS[0]).toBe(FIRST_DETAIL_MONTH);
  });

  it('take little room when the world is large', () => {
    const rows = write(customers, createTestWorld({ size: 1_000_000 }))['usage_detail'] ?? [];
    const few = rows.map(({ records }) =>
      (JSON.parse(String(records)) as unknown[][]).filter(([kind]) => kind === 'V'),
    );
    expect(Math.max(...few.map(({ length }) => length))).toBe(5);
  });
});

describe('days', () => {
  it('add up to the data volume of their month, and sessions to the volume of their day', async () => {
    const daily = createDailySource(database.db);
    for (const month of ['2024-11', ...DETAIL_MONTHS]) {
      const days = await daily.dataBySubscribers(ids, month);
      for (const [at, line] of lines.entries()) {
        const truth = line.months.find((candidate) => candidate.month === month);
        const own = read(days.get(ids[at] ?? ''));
        expect(sum(own.map(({ cmwapKilobytes }) => cmwapKilobytes))).toBe(truth?.cmwapKilobytes);
        expect(own.length).toBeLessThanOrEqual(Math.max(1, truth?.activeDays ?? 0));

        const volumes = new Set(
          own.map(({ cmwapKilobytes, cmnetKilobytes }) => cmwapKilobytes + cmnetKilobytes),
        );
        const records = months.find((candidate) => candidate.truth === truth)?.records ?? [];
        for (const { kilobytes } of ofKind(records, 'DATA')) expect(volumes).toContain(kilobytes);
      }
    }
  });

  it('have as many messages sent as the month, and as many received as third parties sent', () => {
    for (const [at, { truth, messages, records }] of months.entries()) {
      const received = messages.filter(({ application }) => application === 'APPLICATION_TO_TERMINAL');
      const sent = messages.filter(({ application }) => application !== 'APPLICATION_TO_TERMINAL');
      const subscriberId = lines[at % lines.length]?.subscriberId;
      const fromThirdParties = tables['sp_month']?.filter(
        (row) => row['subscriber_id'] === subscriberId && row['month'] === truth.month,
      );
      expect(sum(sent.map(({ count }) => count))).toBe(truth.mmsCount);
      expect(sum(received.map(({ count }) => count))).toBe(
        sum((fromThirdParties ?? []).map((row) => Number(row['downlink_mms']))),
      );

      const sentOn = new Set(sent.map(({ day }) => day));
      for (const { startedAtSeconds } of ofKind(records, 'MMS')) {
        expect(sentOn).toContain(new Date((startedAtSeconds + 8 * 3_600) * 1_000).toISOString().slice(0, 10));
      }
    }
  });
});

describe('services', () => {
  it('split the ringback item into the fee of the offer and that of tunes changed', () => {
    const rows = tables['ringback_month'] ?? [];
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const line = lines.find(({ subscriberId }) => subscriberId === row['subscriber_id']);
      const truth = line?.months.find(({ month }) => month === row['month']);
      expect(row['information_fee_fen']).toBe(200 * (truth?.ringbackChanges ?? -1));
      expect([0, 500]).toContain(row['function_fee_fen']);
    }
  });

  it('charge roaming by the event, in a prefecture of the home province or beyond it', () => {
    const rows = tables['roaming_event'] ?? [];
    const events = sum(months.map(({ truth }) => truth.roamingEvents));
    expect(rows).toHaveLength(events);
    expect([...new Set(rows.map((row) => row['fee_fen']))]).toEqual([180]);
    expect(
      [...new Set(rows.map((row) => String(row['place'])))].toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['南充市', '宜宾市', '省外', '绵阳市', '达州市']);
  });

  it('know every item that a bill of the operator can hold, as the operator names it', () => {
    expect(Object.fromEntries(CHARGE_ITEMS)).toEqual(BILL_ITEMS);
  });
});

describe('the writer', () => {
  it('writes the same for the same seed, whoever was written before', () => {
    const alone = write(customers.slice(-1));
    const last = (rows: Tables) => rows['usage_detail']?.slice(-3);
    expect(last(alone)).toEqual(last(tables));
    expect(last(write(customers.slice(-1), createTestWorld({ seed: 8 })))).not.toEqual(last(alone));
  });

  it('leaves everything else as it was when more months of records are kept', () => {
    const {
      usage_detail: _,
      roaming_event: __,
      ...more
    } = write(customers, createTestWorld({ detailMonths: 6 }));
    const { usage_detail: ___, roaming_event: ____, ...same } = tables;
    expect(more).toEqual(same);
  });

  it('refuses a bill that does not add up', () => {
    const bill = {
      month: '2026-10',
      issuedOn: '2026-11-01',
      dueOn: '2026-11-15',
      items: [['VOICE', 100]] as const,
      totalFen: 99,
      paidFen: 0,
    };
    const account: WorldCustomer['accounts'][number] = {
      accountId: 300,
      payMode: 'POSTPAID',
      payMethod: 'CASH',
      status: 'ACTIVE',
      creditLimitFen: 0,
      cashFen: 0,
      giftFen: 0,
      currentChargeFen: 0,
      bills: [bill],
      payments: [],
    };
    const wrong = { ...customerOf(lineOf(200, [], [])), accounts: [account] };
    expect(() => write([wrong])).toThrow('The bill of account 300 for 2026-10 does not add up.');
  });

  it('knows no prospect, and uses no day on which a line was not held', () => {
    const month = monthOf('2026-10', { cmnetKilobytes: 1_000, activeDays: 28 }, []);
    const line = {
      ...lineOf(200, [], [month]),
      openedOn: '2026-10-10',
      status: 'CLOSED' as const,
      statusSince: Date.parse('2026-10-12T10:00:00+08:00') / 1_000,
    };
    const written = write([{ ...customerOf(line), status: 'PROSPECT', registeredLayer: null }]);
    expect(written['customer_register']).toEqual([]);

    const daily = String(written['usage_daily']?.[0]?.['daily_data']);
    const [, cmnet] = JSON.parse(daily) as number[][];
    expect(cmnet?.flatMap((kilobytes, at) => (kilobytes > 0 ? [at + 1] : []))).toEqual([10, 11, 12]);
  });
});
