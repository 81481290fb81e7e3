import { describe, expect, it } from '@jest/globals';
import { arrearsOf } from './arrears.ts';
import { averageRevenueOf } from './consumption.ts';
import type { Bill, UsageMonth } from './model.ts';
import { borderRoamingOf, firstRoamingDay } from './roaming.ts';
import { maskNumber } from './usage-records.ts';

const bill = (month: string, dueOn: string, totalFen: number, paidFen: number): Bill => ({
  accountId: '1',
  month,
  issuedOn: dueOn,
  dueOn,
  totalFen,
  paidFen,
});

const usage = (month: string, chargeFen: number) => ({ month, chargeFen }) as UsageMonth;

describe('arrears', () => {
  it('begin on the day after the due day, and count days from it', () => {
    const bills = [bill('2026-10', '2026-11-19', 500, 200)];
    expect(arrearsOf(bills, '2026-11-19')).toMatchObject({ amountFen: 0, since: null, overdueDays: 0 });
    expect(arrearsOf(bills, '2026-11-20')).toMatchObject({
      amountFen: 300,
      since: '2026-11-19',
      overdueDays: 1,
    });
  });

  it('are of unpaid bills, the oldest first, whatever order they come in', () => {
    const bills = [
      bill('2026-09', '2026-10-15', 500, 0),
      bill('2026-07', '2026-08-15', 300, 300),
      bill('2026-08', '2026-09-15', 400, 100),
      bill('2026-06', '2026-07-15', -50, 0),
    ];
    const arrears = arrearsOf(bills, '2026-11-20');
    expect(arrears).toMatchObject({ amountFen: 800, since: '2026-09-15' });
    expect(arrears.bills.map(({ month }) => month)).toEqual(['2026-08', '2026-09']);
  });
});

describe('average revenue', () => {
  it('rounds half a 分 up', () => {
    expect(averageRevenueOf([usage('2026-10', 100), usage('2026-09', 101)], '2026-11')).toBe(101);
  });

  it('leaves out the running month and what is older than three months', () => {
    const months = [usage('2026-11', 9_999), usage('2026-10', 300), usage('2026-07', 9_999)];
    expect(averageRevenueOf(months, '2026-11')).toBe(300);
    expect(averageRevenueOf(months.slice(0, 1), '2026-11')).toBeNull();
  });
});

describe('border roaming', () => {
  it('counts all of two months, across the turn of the year, and lists at most 200', () => {
    expect(firstRoamingDay('2027-01')).toBe('2026-12-01');
    const event = (day: string) => ({ day, cell: '0816-0001', place: '绵阳市', feeFen: 180 });
    const events = [
      ...Array.from({ length: 150 }, () => event('2027-01-03')),
      ...Array.from({ length: 60 }, () => event('2026-12-31')),
    ];
    const roaming = borderRoamingOf(events, '2027-01');
    expect(roaming).toMatchObject({ thisMonthCount: 150, lastMonthCount: 60 });
    expect(roaming.events).toHaveLength(200);
  });
});

describe('numbers', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['02861234567', '028****4567'],
    ['0081312345678', '008****5678'],
    ['10086', '10****'],
  ])('%s is shown as %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });
});
