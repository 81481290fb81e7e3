import { expect, it } from '@jest/globals';
import type { BillsSource } from '../../sources/bills-sql.ts';
import { tells } from './tells.ts';

const MALFORMED = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'SOURCE_MALFORMED' }),
});

/** What any source of bills does with the contract's rows. */
export function billsContract(source: () => BillsSource): void {
  it('finds bills of a month and later, and unpaid ones of any month, newest first', async () => {
    const bills = await source().byAccounts(['10', '11', '20'], '2026-10');
    expect(bills.get('10')).toEqual([
      bill('2026-10', { totalFen: 5_300, paidFen: 0, dueOn: '2026-11-20' }),
      bill('2026-09', { paidFen: 1_000, dueOn: '2026-10-15' }),
      bill('2025-01', { totalFen: 5_801 }),
    ]);
    expect(bills.get('11')).toMatchObject([{ month: '2026-10', totalFen: 0, paidFen: 0 }]);
    expect(bills.get('20')).toMatchObject([{ month: '2026-10', totalFen: 5_800, paidFen: 5_800 }]);
  });

  it('finds paid bills as far back as asked for', async () => {
    const months = (await source().byAccounts(['10'], '2024-11')).get('10') ?? [];
    expect(months).toMatchObject(['2026-10', '2026-09', '2026-08', '2025-01'].map((month) => ({ month })));
  });

  it('leaves out accounts without bills and what is no id, and tells nothing of unknown ones', async () => {
    const bills = await source().byAccounts(['20', '99', 'none'], '2026-11');
    expect(['20', 'none'].filter((id) => bills.has(id))).toEqual([]);
    expect(tells(bills, '99')).toBe(false);
  });

  it('finds single bills, of whatever months', async () => {
    const bills = await source().byIds([
      '10-202501',
      '10-202610',
      '20-202610',
      '10-202607',
      '99-202610',
      'none',
    ]);
    expect(bills.get('10-202501')).toEqual(bill('2025-01', { totalFen: 5_801 }));
    expect(bills.get('10-202610')).toMatchObject({ month: '2026-10', totalFen: 5_300 });
    expect(bills.get('20-202610')).toMatchObject({ accountId: '20' });
    expect(['10-202607', 'none'].filter((id) => bills.has(id))).toEqual([]);
    expect(tells(bills, '99-202610')).toBe(false);
  });

  it('finds the items of bills, the largest first', async () => {
    const items = await source().itemsByIds(['10-202610', '11-202610', '10-202501']);
    expect(items.get('10-202610')).toEqual([
      { code: 'PLAN_FEE', name: '套餐月费', category: 'PLAN', amountFen: 5_000 },
      { code: 'DATA', name: '套餐外流量费', category: 'DATA', amountFen: 800 },
      { code: 'DISCOUNT', name: '优惠减免', category: 'ADJUSTMENT', amountFen: -500 },
    ]);
    expect(items.get('10-202501')).toMatchObject([{ amountFen: 5_000 }, { amountFen: 801 }]);
    expect(items.get('11-202610')).toEqual([]);
  });

  it('fails a bill alone whose items do not add up, or that is not there', async () => {
    const items = await source().itemsByIds(['20-202610', '10-202607', '10-202610']);
    expect(items.get('20-202610')).toEqual(MALFORMED);
    expect(items.get('10-202607')).toEqual(MALFORMED);
    expect(items.get('10-202610')).toHaveLength(3);
  });
}

function bill(month: string, own: object) {
  return {
    accountId: '10',
    month,
    issuedOn: `${month}-28`,
    dueOn: `${month}-30`,
    totalFen: 5_800,
    paidFen: 5_800,
    ...own,
  };
}
