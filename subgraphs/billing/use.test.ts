import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { type Billing, createBilling } from './testing/billing.ts';
import { EXAMPLE } from './testing/example.ts';

let billing: Billing;

beforeAll(async () => {
  billing = await createBilling(EXAMPLE);
});

afterAll(() => billing.remove());

const badInput = (message: string) => ({
  errors: [{ message, extensions: { code: 'BAD_USER_INPUT', retryable: false } }],
});

describe('a line', () => {
  it('averages its charge over three billed months, the running one left out', async () => {
    expect(await billing.askLine('100', 'averageRevenueFen')).toEqual({
      data: { _entities: [{ averageRevenueFen: 102 }] },
    });
    expect(await billing.askLine('101', 'averageRevenueFen')).toEqual({
      data: { _entities: [{ averageRevenueFen: null }] },
    });
  });

  it('shows its months with the running one first', async () => {
    const months = await billing.askLine(
      '100',
      'usageMonths(months: 2) { month voiceMinutes cmwapKilobytes dataChargeFen }',
    );
    expect(months).toEqual({
      data: {
        _entities: [
          {
            usageMonths: ['2026-11', '2026-10'].map((month) => ({
              month,
              voiceMinutes: 120,
              cmwapKilobytes: 300,
              dataChargeFen: 80,
            })),
          },
        ],
      },
    });
  });

  it('never uses more of an allowance than there is, and has none that the plan does not give', async () => {
    const fields = 'allowances { bucketId kind unit totalAmount usedAmount leftAmount validUntil }';
    const ends = { validUntil: '2026-11-30' };
    expect(await billing.askLine('100', fields)).toEqual({
      data: {
        _entities: [
          {
            allowances: [
              {
                bucketId: '100-VOICE-202611',
                kind: 'VOICE',
                unit: 'MINUTE',
                totalAmount: 200,
                usedAmount: 120,
                leftAmount: 80,
                ...ends,
              },
              {
                bucketId: '100-DATA-202611',
                kind: 'DATA',
                unit: 'KILOBYTE',
                totalAmount: 1_500,
                usedAmount: 1_500,
                leftAmount: 0,
                ...ends,
              },
            ],
          },
        ],
      },
    });
  });

  it('shows data volume and multimedia messages by day', async () => {
    const days = 'dailyData { day cmwapKilobytes cmnetKilobytes } dailyMms { day application count }';
    expect(await billing.askLine('100', days)).toEqual({
      data: {
        _entities: [
          {
            dailyData: [
              { day: '2026-11-02', cmwapKilobytes: 100, cmnetKilobytes: 1_500 },
              { day: '2026-11-09', cmwapKilobytes: 200, cmnetKilobytes: 500 },
            ],
            dailyMms: [
              { day: '2026-11-02', application: 'PERSON_TO_PERSON', count: 1 },
              { day: '2026-11-02', application: 'APPLICATION_TO_TERMINAL', count: 4 },
              { day: '2026-11-09', application: 'PERSON_TO_PERSON', count: 1 },
              { day: '2026-11-09', application: 'TERMINAL_TO_APPLICATION', count: 1 },
            ],
          },
        ],
      },
    });
  });

  it('shows no days, records or messages that cannot be right', async () => {
    const result = await billing.askLine(
      '101',
      'dailyData { day } dailyMms { day } usageRecords { totalCount } usageMonths { month }',
    );
    expect(result).toMatchObject({
      data: {
        _entities: [
          { dailyData: null, dailyMms: null, usageRecords: null, usageMonths: [{ month: '2026-11' }] },
        ],
      },
    });
    expect(
      result.errors
        ?.map(({ path, extensions }: GraphQLFormattedError) => [path?.at(-1), extensions?.['code']])
        .toSorted(),
    ).toEqual([
      ['dailyData', 'SOURCE_MALFORMED'],
      ['dailyMms', 'SOURCE_MALFORMED'],
      ['usageRecords', 'SOURCE_MALFORMED'],
    ]);
  });

  it('shows third parties by month, by their code where they have lost their name', async () => {
    expect(await billing.askLine('100', 'spMonths(months: 3) { month spCode spName downlinkMms }')).toEqual({
      data: {
        _entities: [
          {
            spMonths: [
              { month: '2026-11', spCode: 'SP1', spName: '云雀资讯', downlinkMms: 4 },
              { month: '2026-11', spCode: 'SP2', spName: 'SP2', downlinkMms: 4 },
            ],
          },
        ],
      },
    });
  });

  it('shows ringback months and the border roaming of two months', async () => {
    const fields =
      'ringbackMonths { month changes informationFeeFen functionFeeFen } borderRoaming { thisMonthCount lastMonthCount events { day feeFen } }';
    expect(await billing.askLine('100', fields)).toEqual({
      data: {
        _entities: [
          {
            ringbackMonths: [{ month: '2026-11', changes: 2, informationFeeFen: 400, functionFeeFen: 500 }],
            borderRoaming: {
              thisMonthCount: 2,
              lastMonthCount: 1,
              events: ['2026-11-03', '2026-11-03', '2026-10-01'].map((day) => ({ day, feeFen: 60 })),
            },
          },
        ],
      },
    });
  });
});

describe('an argument out of bounds', () => {
  it.each([
    ['usageMonths(months: 26) { month }', 'months must be 1 to 25.'],
    ['spMonths(months: 0) { month }', 'months must be 1 to 6.'],
    ['ringbackMonths(months: 7) { month }', 'months must be 1 to 6.'],
    ['dailyData(month: "2026-12") { day }', 'month must be 2024-11 to 2026-11.'],
    ['dailyMms(month: "2024-10") { day }', 'month must be 2024-11 to 2026-11.'],
    ['usageRecords(first: 101) { totalCount }', 'first must be 1 to 100.'],
    ['usageRecords(after: "x") { totalCount }', 'after must be the endCursor of the page before.'],
  ])('%s says what to change', async (field, message) => {
    expect(await billing.askLine('100', field)).toMatchObject(badInput(message));
  });
});
