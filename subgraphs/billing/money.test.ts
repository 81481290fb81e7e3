import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORBIDDEN, reachRow } from '#kit/testing/reach';
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

describe('a customer', () => {
  it('owes what is past due on all accounts, and has what is left on them', async () => {
    const fields = 'registeredLayer arrearsFen balanceFen accounts { accountId }';
    expect(await billing.askCustomer('1', fields)).toEqual({
      data: {
        _entities: [
          {
            registeredLayer: 'GOTONE_VIP',
            arrearsFen: 4_800,
            balanceFen: 5_500,
            accounts: [{ accountId: '10' }, { accountId: '11' }],
          },
        ],
      },
    });
  });

  it('has a half-year value of the six billed months, whose categories add up to it', async () => {
    const fields = 'halfYearConsumption { fromMonth toMonth totalFen byCategory { category amountFen } }';
    expect(await billing.askCustomer('1', fields)).toEqual({
      data: {
        _entities: [
          {
            halfYearConsumption: {
              fromMonth: '2026-05',
              toMonth: '2026-10',
              totalFen: 34_800,
              byCategory: [
                { category: 'PLAN', amountFen: 30_000 },
                { category: 'VOICE', amountFen: 4_800 },
              ],
            },
          },
        ],
      },
    });
  });

  it('has a consumption curve over all accounts without points for months without bills', async () => {
    const curve = await billing.askCustomer('1', 'consumptionCurve(months: 4) { month totalFen }');
    expect(curve).toMatchObject({
      data: {
        _entities: [
          {
            consumptionCurve: [
              { month: '2026-08', totalFen: 5_800 },
              { month: '2026-09', totalFen: 5_800 },
              { month: '2026-10', totalFen: 11_600 },
            ],
          },
        ],
      },
    });
  });

  it('owes and has nothing when billing has no account of it', async () => {
    const stranger = await createBilling({ customer_reach: [reachRow(999)] });
    const fields =
      'accounts { accountId } arrearsFen balanceFen registeredLayer halfYearConsumption { totalFen }';
    const nothing = {
      accounts: [],
      arrearsFen: 0,
      balanceFen: 0,
      registeredLayer: null,
      halfYearConsumption: { totalFen: 0 },
    };
    expect(await stranger.askCustomer('999', fields)).toEqual({ data: { _entities: [nothing] } });
    await stranger.remove();
  });
});

describe('an account', () => {
  it('shows arrears from the oldest unpaid bill on, and leaves out what is not yet due', async () => {
    const fields = 'arrears { amountFen since overdueDays bills { billId unpaidFen state } }';
    expect(await billing.ask(`{ account(accountId: "10") { ${fields} } }`)).toEqual({
      data: {
        account: {
          arrears: {
            amountFen: 4_800,
            since: '2026-10-15',
            overdueDays: 36,
            bills: [{ billId: '10-202609', unpaidFen: 4_800, state: 'OVERDUE' }],
          },
        },
      },
    });
  });

  it('counts months back from the last billed one, newest first', async () => {
    const result = await billing.ask(
      '{ account(accountId: "10") { bills(months: 2) { month state items { code name category amountFen } } } }',
    );
    expect(result).toMatchObject({
      data: { account: { bills: [{ month: '2026-10', state: 'OPEN' }, { month: '2026-09' }] } },
    });
    expect(result).toHaveProperty('data.account.bills.0.items', [
      { code: 'PLAN_FEE', name: '套餐月费', category: 'PLAN', amountFen: 5_000 },
      { code: 'VOICE', name: '套餐外通话费', category: 'VOICE', amountFen: 800 },
    ]);
  });

  it('keeps a discount as a negative category', async () => {
    const fields = 'halfYearConsumption { totalFen byCategory { category amountFen } }';
    expect(await billing.ask(`{ account(accountId: "30") { ${fields} } }`)).toMatchObject({
      data: {
        account: {
          halfYearConsumption: {
            totalFen: 5_300,
            byCategory: [
              { category: 'PLAN', amountFen: 5_000 },
              { category: 'DATA', amountFen: 800 },
              { category: 'ADJUSTMENT', amountFen: -500 },
            ],
          },
        },
      },
    });
  });

  it('lists payments from the first day of the month so many months back, newest first', async () => {
    const fields = 'payments(months: 6) { paymentId paidAt amountFen method }';
    expect(await billing.ask(`{ account(accountId: "10") { ${fields} } }`)).toEqual({
      data: {
        account: {
          payments: [
            { paymentId: '10-3', paidAt: '2026-11-02T08:00:00+08:00', amountFen: 100, method: 'ONLINE' },
            { paymentId: '10-2', paidAt: '2026-05-01T00:00:00+08:00', amountFen: 5_800, method: 'ONLINE' },
          ],
        },
      },
    });
  });

  it('is refused when there is none of that id, as if it were somebody else’s', async () => {
    const both =
      '{ unknown: account(accountId: "77") { accountId } odd: account(accountId: "7x") { accountId } }';
    expect(await billing.ask(both)).toMatchObject({
      data: { unknown: null, odd: null },
      errors: [FORBIDDEN, FORBIDDEN],
    });
  });

  it('fails alone when the items of one of its bills do not add up', async () => {
    const bills = 'bills { totalFen items { amountFen } }';
    const result = await billing.ask(
      `{ good: account(accountId: "30") { ${bills} } bad: account(accountId: "20") { balanceFen ${bills} } }`,
    );
    expect(result).toMatchObject({
      data: { good: { bills: [{ totalFen: 5_300 }] }, bad: { balanceFen: 3_000, bills: null } },
      errors: [
        {
          path: ['bad', 'bills', 0, 'items'],
          extensions: { code: 'SOURCE_MALFORMED', source: 'billing', retryable: false },
        },
      ],
    });
  });

  it('has sums whose items nobody asks for, whatever these are', async () => {
    const sums = 'arrears { amountFen } bills { totalFen } halfYearConsumption { totalFen }';
    expect(await billing.ask(`{ account(accountId: "20") { ${sums} } }`)).toEqual({
      data: {
        account: {
          arrears: { amountFen: 0 },
          bills: [{ totalFen: 5_800 }, { totalFen: 5_800 }],
          halfYearConsumption: { totalFen: 11_600 },
        },
      },
    });
  });

  it.each(['byCategory { amountFen }', '... on Consumption { byCategory { amountFen } }'])(
    'has no half-year value by category when items do not add up: %s',
    async (selection) => {
      const result = await billing.ask(
        `{ account(accountId: "20") { halfYearConsumption { totalFen ${selection} } } }`,
      );
      expect(result).toMatchObject({
        data: { account: { halfYearConsumption: null } },
        errors: [{ extensions: { code: 'SOURCE_MALFORMED', source: 'billing' } }],
      });
    },
  );

  it.each(['bills(months: 25) { month }', 'payments(months: 0) { paymentId }'])(
    '%s says what to change',
    async (field) => {
      expect(await billing.ask(`{ account(accountId: "10") { ${field} } }`)).toMatchObject(
        badInput('months must be 1 to 24.'),
      );
    },
  );
});
