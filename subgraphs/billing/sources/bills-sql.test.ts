import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { listText } from '#kit/testing/mariadb';
import { createBillingDatabase } from '../testing/billing.ts';
import { billRow } from '../testing/rows.ts';
import { type BillsSource, createBillsSource } from './bills-sql.ts';

let database: TestDatabase;
let bills: BillsSource;

beforeAll(async () => {
  database = await createBillingDatabase({
    bill: [
      billRow(1, '2026-09'),
      billRow(1, '2026-10', { paid_fen: 5_799 }),
      billRow(2, '2026-10', { total_fen: 5_799 }),
      billRow(3, '2026-10', { items: 'PLAN_FEE 5800' }),
      billRow(4, '2026-10', { items: '{"PLAN_FEE":5800}' }),
      billRow(5, '2026-10', { items: '[["SURPRISE",5800]]' }),
      billRow(6, '2026-10', { items: '[["constructor",5800]]' }),
      billRow(7, '2026-10', { items: '[["PLAN_FEE","5800"]]' }),
      billRow(8, '2026-10', { items: '[]', total_fen: 0, paid_fen: 0 }),
    ],
  });
  bills = createBillsSource(database.db);
});

afterAll(() => database.remove());

describe('bills', () => {
  it('are read by account and month with one text for any number of accounts', async () => {
    database.statements.length = 0;
    const few = await bills.byAccounts(['1'], '2026-10');
    const many = await bills.byAccounts(['1', '8', '9', 'none'], '2026-09');

    const text =
      'select `account_id`, `month`, `issued_on`, `due_on`, `total_fen`, `paid_fen` from `bill` ' +
      `where \`account_id\` in ${listText()} and (\`month\` >= ? or \`paid_fen\` < \`total_fen\`) ` +
      'order by `account_id` desc, `month` desc';
    expect(database.statements).toEqual([text, text]);
    expect(few.get('1')).toMatchObject([{ month: '2026-10' }]);
    expect(many.get('1')).toMatchObject([{ month: '2026-10' }, { month: '2026-09' }]);
    expect([...many.keys()].toSorted((a, b) => Number(a) - Number(b))).toEqual(['1', '8']);
  });

  it('are read of any month when a single 分 is unpaid', async () => {
    const unpaid = await bills.byAccounts(['1', '8'], '2026-11');
    expect([...unpaid.keys()]).toEqual(['1']);
    expect(unpaid.get('1')).toMatchObject([{ month: '2026-10', paidFen: 5_799 }]);
  });
});

describe('items of bills', () => {
  it('are read by bill, the largest first', async () => {
    const items = await bills.itemsByIds(['1-202610', '8-202610']);
    expect(items.get('1-202610')).toMatchObject([
      { code: 'PLAN_FEE', amountFen: 5_000 },
      { code: 'VOICE', amountFen: 800 },
    ]);
    expect(items.get('8-202610')).toEqual([]);
  });

  it.each(['2', '3', '4', '5', '6', '7', '9'])(
    'of account %s are malformed, and those of others whole',
    async (id) => {
      const both = await bills.itemsByIds([`${id}-202610`, '1-202610']);
      expect(both.get('1-202610')).toHaveLength(2);
      expect(both.get(`${id}-202610`)).toMatchObject({
        message: 'The billing system sent a bill that cannot be read.',
        extensions: { code: 'SOURCE_MALFORMED', source: 'billing' },
      });
    },
  );
});
