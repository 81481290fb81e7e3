import { describe, expect, it } from '@jest/globals';
import { type Ledger, lateBillsOf } from './late-bills.ts';

const AS_OF = '2026-11-20';

/** Bills of 100 分, due on the 15th of the month after; all that was paid went into them, or is left. */
function ledgerOf(months: readonly string[], payments: readonly (readonly [string, number])[]): Ledger {
  const paid = payments.reduce((sum, [, amountFen]) => sum + amountFen, 0);
  return {
    bills: months.map((month, nth) => ({
      month,
      dueOn: `2026-${String(Number(month.slice(5)) + 1).padStart(2, '0')}-15`,
      totalFen: 100,
      paidFen: Math.max(0, Math.min(100, paid - nth * 100)),
    })),
    payments: payments.map(([at, amountFen]) => ({ paidAt: Date.parse(`${at}+08:00`) / 1_000, amountFen })),
    cashFen: Math.max(0, paid - months.length * 100),
  };
}

const lateOf = (...args: Parameters<typeof ledgerOf>) => lateBillsOf(ledgerOf(...args), AS_OF);

describe('a bill', () => {
  it('is in time until the last second of its due day', () => {
    expect(lateOf(['2026-08'], [['2026-09-15T23:59:59', 100]])).toEqual([]);
    expect(lateOf(['2026-08'], [['2026-09-16T00:00:00', 100]])).toEqual([
      { month: '2026-08', dueOn: '2026-09-15', paidOn: '2026-09-16' },
    ]);
  });

  it('is late until the last 分 of it has come', () => {
    const payments = [
      ['2026-09-10T10:00:00', 99],
      ['2026-10-02T10:00:00', 1],
    ] as const;
    expect(lateOf(['2026-08'], payments)).toEqual([
      { month: '2026-08', dueOn: '2026-09-15', paidOn: '2026-10-02' },
    ]);
    expect(lateOf(['2026-08'], payments.slice(0, 1))).toEqual([
      { month: '2026-08', dueOn: '2026-09-15', paidOn: null },
    ]);
  });

  it('is paid in advance', () => {
    expect(lateOf(['2026-07', '2026-08', '2026-09'], [['2026-07-20T10:00:00', 300]])).toEqual([]);
  });

  it('gets what is paid after the older ones', () => {
    const late = lateOf(
      ['2026-07', '2026-08'],
      [
        ['2026-09-14T10:00:00', 100],
        ['2026-09-20T10:00:00', 100],
      ],
    );
    expect(late).toEqual([
      { month: '2026-07', dueOn: '2026-08-15', paidOn: '2026-09-14' },
      { month: '2026-08', dueOn: '2026-09-15', paidOn: '2026-09-20' },
    ]);
  });

  it('of nothing is never late', () => {
    const { bills, ...rest } = ledgerOf(['2026-07', '2026-08'], []);
    const free = bills.map((bill, nth) => (nth === 1 ? { ...bill, totalFen: 0 } : bill));

    expect(lateBillsOf({ ...rest, bills: free }, AS_OF).map(({ month }) => month)).toEqual(['2026-07']);
  });

  it('that is due on the day or later is not late', () => {
    const ledger = ledgerOf(['2026-09'], []);

    expect(lateBillsOf(ledger, '2026-10-15')).toEqual([]);
    expect(lateBillsOf(ledger, '2026-10-16')).toHaveLength(1);
  });

  it('that is paid on the day or later is unpaid', () => {
    const ledger = ledgerOf(['2026-08'], [['2026-10-02T10:00:00', 100]]);

    expect(lateBillsOf(ledger, '2026-10-02').map(({ paidOn }) => paidOn)).toEqual([null]);
    expect(lateBillsOf(ledger, '2026-10-03').map(({ paidOn }) => paidOn)).toEqual(['2026-10-02']);
  });
});

describe('money', () => {
  it('that was there before the first payment kept counts', () => {
    const { bills, ...rest } = ledgerOf(['2026-07', '2026-08'], [['2026-09-10T10:00:00', 100]]);
    const paid = bills.map((bill) => ({ ...bill, paidFen: 100 }));

    expect(lateBillsOf({ ...rest, bills: paid }, AS_OF)).toEqual([]);
    expect(lateBillsOf({ ...rest, bills }, AS_OF)).toHaveLength(2);
  });

  it('that came too lately to be in a bill makes none of them late', () => {
    const { payments, ...rest } = ledgerOf(['2026-08'], [['2026-09-10T10:00:00', 100]]);
    const later = { paidAt: Date.parse('2026-11-21T10:00+08:00') / 1_000, amountFen: 500 };

    expect(lateBillsOf({ ...rest, payments: [...payments, later] }, AS_OF)).toEqual([]);
  });
});
