import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDialect } from '#kit/testing/mariadb';
import { FORBIDDEN } from '#kit/testing/reach';
import { type Billing, createBilling } from './testing/billing.ts';
import { EXAMPLE } from './testing/example.ts';

let billing: Billing;

beforeAll(async () => {
  billing = await createBilling(EXAMPLE);
});

afterAll(() => billing.remove());

describe('entities', () => {
  it('are found by their ids, null where an owner has none, and refused where there is no owner', async () => {
    const keys = (key: string, ids: string[]) => ids.map((id) => ({ [key]: id }));
    const refused = (at: number) => expect.objectContaining({ path: ['_entities', at], ...FORBIDDEN });
    expect(
      await billing.askEntities('Account', keys('accountId', ['10', '99']), 'customer { customerId }'),
    ).toEqual({
      data: { _entities: [{ customer: { customerId: '1' } }, null] },
      errors: [refused(1)],
    });
    expect(
      await billing.askEntities('Bill', keys('billId', ['10-202609', '11-202609', 'x']), 'unpaidFen'),
    ).toEqual({
      data: { _entities: [{ unpaidFen: 4_800 }, null, null] },
      errors: [refused(2)],
    });
    expect(
      await billing.askEntities('Payment', keys('paymentId', ['10-3', '11-3', '3']), 'amountFen'),
    ).toEqual({
      data: { _entities: [{ amountFen: 100 }, null, null] },
      errors: [refused(2)],
    });
    expect(
      await billing.askEntities(
        'Bucket',
        keys('bucketId', ['10-GIFT', '100-VOICE-202611', '100-VOICE-202610', '99-CASH', 'x']),
        'leftAmount',
      ),
    ).toEqual({
      data: { _entities: [{ leftAmount: 500 }, { leftAmount: 80 }, null, null, null] },
      errors: [4, 3].map(refused),
    });
  });
});

/** The first of each statement, or the register of who is within reach. */
function tablesRead(statements: readonly string[]): string[] {
  return statements
    .map((sql) => /customer_reach/.exec(sql)?.[0] ?? /from `(\w+)`/.exec(sql)?.[1] ?? sql)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

describe('reading', () => {
  const EVERYTHING = `
    registeredLayer arrearsFen balanceFen halfYearConsumption { totalFen } consumptionCurve(months: 6) { month }
    accounts {
      balanceFen buckets { leftAmount } arrears { amountFen } bills { totalFen items { code } }
      payments { amountFen } halfYearConsumption { totalFen }
    }`;
  const ALL_OF_A_LINE = `
    usageMonths { month } averageRevenueFen dailyData { day } dailyMms { day } spMonths { month }
    ringbackMonths { month } borderRoaming { lastMonthCount } usageRecords { totalCount }`;

  it('takes one statement for each kind of thing, however many customers', async () => {
    billing.statements.length = 0;
    await billing.askEntities('Customer', [{ customerId: '1' }, { customerId: '3' }], EVERYTHING);
    expect(tablesRead(billing.statements)).toEqual([
      'account',
      'bill',
      'bill',
      'customer_reach',
      'customer_register',
      'payment',
    ]);
  });

  it('takes one statement for accounts and one for bills, whoever asks and how far back', async () => {
    billing.statements.length = 0;
    const result = await billing.ask(`{
      one: account(accountId: "10") { bills(months: 1) { month } }
      two: account(accountId: "10") { bills(months: 2) { month } arrears { bills { month } } }
      other: account(accountId: "11") { halfYearConsumption { totalFen } }
    }`);
    expect(result).toEqual({
      data: {
        one: { bills: [{ month: '2026-10' }] },
        two: {
          bills: [{ month: '2026-10' }, { month: '2026-09' }],
          arrears: { bills: [{ month: '2026-09' }] },
        },
        other: { halfYearConsumption: { totalFen: 5_800 } },
      },
    });
    expect(tablesRead(billing.statements)).toEqual(['account', 'bill', 'customer_reach']);
  });

  it('takes one statement for each kind of thing, however many lines', async () => {
    billing.statements.length = 0;
    await billing.askEntities(
      'Subscriber',
      ['100', '101', '102'].map((subscriberId) => ({ subscriberId })),
      ALL_OF_A_LINE,
    );
    expect(tablesRead(billing.statements)).toEqual([
      'customer_reach',
      'ringback_month',
      'roaming_event',
      'sp_month',
      'usage_detail',
      'usage_month',
      'usage_month',
      'usage_month',
    ]);
  });

  // What SQLite does for a statement.
  if (testDialect() === 'sqlite') {
    it('scans no table', async () => {
      billing.statements.length = 0;
      await billing.askCustomer('1', EVERYTHING);
      await billing.askLine('100', ALL_OF_A_LINE);
      await billing.ask('{ account(accountId: "10") { accountId } bill(billId: "10-202610") { month } }');
      await billing.askEntities('Payment', [{ paymentId: '10-3' }], 'amountFen');

      const plans = billing.statements.map(billing.explain);
      expect(plans).toHaveLength(19);
      expect(plans.flat().filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
      expect(plans.every((plan) => plan.some((step) => step.startsWith('SEARCH')))).toBe(true);
    });
  }
});

describe('when billing is down', () => {
  it('nulls what it feeds, each with a typed error and its path, and keeps the customer', async () => {
    const down = await createBilling();
    await down.db.close();
    const result = await down.askEntities(
      'Customer',
      [{ customerId: '1' }],
      'customerId accounts { accountId } arrearsFen registeredLayer',
    );
    await down.remove();

    expect(result).toMatchObject({
      data: { _entities: [{ customerId: '1', accounts: null, arrearsFen: null, registeredLayer: null }] },
    });
    expect(result.errors).toHaveLength(3);
    for (const { message, path, extensions } of result.errors ?? []) {
      expect(message).toBe('The billing system is not reachable.');
      expect(path?.slice(0, 2)).toEqual(['_entities', 0]);
      expect(extensions).toEqual({ code: 'SOURCE_UNAVAILABLE', source: 'billing', retryable: true });
    }
  });
});
