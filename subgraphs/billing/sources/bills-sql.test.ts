import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
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

afterAll(() => {
  database.remove();
});

describe('bills', () => {
  it('are read by account and month with one text for any number of accounts', async () => {
    database.statements.length = 0;
    const few = await bills.byAccounts(['1'], '2026-10');
    const many = await bills.byAccounts(['1', '8', '9', 'none'], '2026-09');

    const text =
      'select `account_id`, `month`, `issued_on`, `due_on`, `total_fen`, `paid_fen`, `items` from `bill` ' +
      'where `account_id` in (select value from json_each(?)) and `month` >= ? ' +
      'order by `account_id` desc, `month` desc';
    expect(database.statements).toEqual([text, text]);
    expect(few.get('1')).toMatchObject([{ month: '2026-10' }]);
    expect(many.get('1')).toMatchObject([{ month: '2026-10' }, { month: '2026-09' }]);
    expect(many.get('8')).toMatchObject([{ totalFen: 0, items: [] }]);
    expect([...many.keys()].toSorted((a, b) => Number(a) - Number(b))).toEqual(['1', '8']);
  });

  it('are unpaid when a single 分 is', async () => {
    const unpaid = await bills.unpaidByAccounts(['1', '8']);
    expect([...unpaid.keys()]).toEqual(['1']);
    expect(unpaid.get('1')).toMatchObject([{ billId: '1-202610', paidFen: 5_799 }]);
  });

  it.each(['2', '3', '4', '5', '6', '7'])(
    'of account %s are malformed, and those of others whole',
    async (id) => {
      const both = await bills.byAccounts([id, '1'], '2026-10');
      expect(both.get('1')).toHaveLength(1);
      expect(both.get(id)).toMatchObject({
        message: 'The billing system sent a bill that cannot be read.',
        extensions: { code: 'SOURCE_MALFORMED', source: 'billing' },
      });
      expect((await bills.byIds([`${id}-202610`])).get(`${id}-202610`)).toBeInstanceOf(Error);
    },
  );
});
