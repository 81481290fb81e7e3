import { describe, expect, it } from '@jest/globals';
import knex from 'knex';
import * as tables from '../../../subgraphs/analytics/migrations/001-tables.ts';
import type { WorldCustomer, WorldSubscriber } from '../model.ts';
import { customer, GIGABYTE, line, subscription, write } from '../testing/analytics.ts';

it('fits the tables of the analytics system', async () => {
  const db = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  await tables.up(db);
  const ending = [subscription(10, { contractEndsOn: '2026-12-01' })];
  for (const [table, rows] of Object.entries(write(customer([line({}, { subscriptions: ending })])).tables)) {
    if (rows.length > 0) await db.batchInsert(table, [...rows], 10);
  }

  expect(await db('feature_month').count('* as months').first()).toEqual({ months: 25 });
  expect(await db('subscriber_ref').first()).toMatchObject({ contract_ends_on: '2026-12-01', synthetic: 1 });
  await db.destroy();
});

it('keeps every month of every line, cmwap and cmnet added, value-added data being part of cmwap', () => {
  const months = write(customer([line(), line({}, { subscriberId: 2_002 })])).rows('feature_month');

  expect(months).toHaveLength(50);
  expect(months.map(({ subscriber_id, month: name }) => `${subscriber_id} ${name}`)).toEqual(
    months.map(({ subscriber_id, month: name }) => `${subscriber_id} ${name}`).toSorted(),
  );
  expect(months[24]).toEqual({
    subscriber_id: 2_001,
    month: '2026-11',
    mobile: 1,
    voice_minutes: 100,
    sms_count: 3,
    mms_count: 2,
    data_kb: 5 * GIGABYTE,
    data_allowance_kb: 10 * GIGABYTE,
    voice_allowance: 100,
    active_days: 25,
    roaming_events: 1,
    ringback_changes: 1,
    charge_fen: 10_000,
  });
});

it('marks the months of a line without mobile service', () => {
  const months = write(customer([line({}, { netClass: 'FIXED' })])).rows('feature_month');
  expect(new Set(months.map(({ mobile }) => mobile))).toEqual(new Set([0]));
});

it('notes the longest contract in use', () => {
  const subscriptions = [
    subscription(10, { contractEndsOn: '2027-03-31' }),
    subscription(5, { contractEndsOn: '2027-01-31' }),
    subscription(20, { contractEndsOn: '2028-01-31', endedOn: '2026-06-01' }),
  ];
  expect(write(customer([line({}, { subscriptions })])).rows('subscriber_ref')).toEqual([
    { customer_id: 1_001, subscriber_id: 2_001, status: 'ACTIVE', contract_ends_on: '2027-03-31' },
  ]);
});

it('keeps with each treatment what kind of product was offered', () => {
  const treated = {
    campaignKind: 'RETAIN',
    campaignName: '宽带续约',
    channel: 'OUTBOUND',
    treatedAt: 1_700_000_000,
    response: null,
  } as const;
  const treatments = [
    { ...treated, treatmentId: 1, offerId: 40, reason: '资费高' },
    { ...treated, treatmentId: 2, offerId: null, reason: null },
  ];
  expect(write(customer([], { treatments })).rows('treatment')).toMatchObject([
    { treatment_id: 1, customer_id: 1_001, offer_id: 40, product_type: '宽带', reason: '资费高' },
    { treatment_id: 2, offer_id: null, product_type: null, reason: null },
  ]);
});

it('writes no score', () => {
  expect(Object.keys(write(customer([line()])).tables)).not.toContain('score');
});

describe('segments', () => {
  const of = (lines: readonly WorldSubscriber[], own: Partial<WorldCustomer> = {}) =>
    write(customer(lines, own)).rows('segment_membership');

  it('by use begin with the first month of the unbroken run', () => {
    const months = line().months.map((one) =>
      one.month > '2026-06'
        ? { ...one, chargeFen: 16_000 }
        : one.month === '2026-01'
          ? { ...one, chargeFen: 90_000 }
          : one,
    );
    expect(of([line({}, { months })])).toEqual([
      { customer_id: 1_001, code: 'HIGH_VALUE', name: '高价值客户', since: '2026-07-01' },
    ]);
  });

  it('by use need three months, and add up the lines', () => {
    const heavy = (from: string) =>
      line(
        {},
        {
          months: line().months.map((one) => ({
            ...one,
            chargeFen: 0,
            voiceMinutes: one.month >= from ? 300 : 0,
          })),
        },
      );
    expect(of([heavy('2026-09'), heavy('2026-09')])).toEqual([]);
    expect(of([heavy('2026-08'), heavy('2026-08')])).toMatchObject([
      { code: 'VOICE_HEAVY', since: '2026-08-01' },
    ]);
  });

  it('by tenure begin on the fifth anniversary, a leap day moving to March', () => {
    expect(of([], { openedOn: '2021-11-20' })).toMatchObject([{ code: 'LONG_TENURE', since: '2026-11-20' }]);
    expect(of([], { openedOn: '2021-11-21' })).toEqual([]);
    expect(of([], { openedOn: '2020-02-29' })).toMatchObject([{ code: 'LONG_TENURE', since: '2025-03-01' }]);
  });

  it('are none for who has left', () => {
    expect(of([], { openedOn: '2015-01-01', status: 'LEFT' })).toEqual([]);
  });
});
