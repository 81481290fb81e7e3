import { describe, expect, it } from '@jest/globals';
import { count, day, fenOfFen, fenOfLi, fenOfYuan, id, moment, month, oneOf, toWireTime } from './units.ts';

describe('58 yuan are 5,800 分', () => {
  it('in 分', () => expect(fenOfFen('5800')).toBe(5_800));
  it('in 厘', () => expect(fenOfLi('58000')).toBe(5_800));
  it('in 元', () => expect(['58.00', '58.0', '58'].map(fenOfYuan)).toEqual([5_800, 5_800, 5_800]));
});

it.each([
  ['0.01', 1],
  ['0.1', 10],
  ['-0.05', -5],
  ['0.00', 0],
  ['-0', 0],
  ['1.15', 115],
  ['8.2', 820],
  ['9999999999999.99', 999_999_999_999_999],
])('%s 元 are %d 分', (text, fen) => expect(fenOfYuan(text)).toBe(fen));

it('reads no amount that is not exact, whole or there', () => {
  expect(['58001', '58000.0', '', ' ', '5e3', '0x10', 'abc', '--1'].map(fenOfLi)).toEqual(
    Array(8).fill(undefined),
  );
  expect(['1.005', '1.', '.5', '1,000', '', '+1', '1.0 ', '99999999999999'].map(fenOfYuan)).toEqual(
    Array(8).fill(undefined),
  );
  expect(['1.0', '', '1e3', '9'.repeat(16)].map(fenOfFen)).toEqual(Array(4).fill(undefined));
  expect(['-1', '1.0', ''].map(count)).toEqual(Array(3).fill(undefined));
});

describe('times', () => {
  it('are of Shanghai', () => {
    expect(moment('20261120100000')).toBe(Date.parse('2026-11-20T10:00:00+08:00') / 1_000);
    expect(toWireTime(moment('20261231235959') ?? 0)).toBe('20261231235959');
    expect(day('20280229')).toBe('2028-02-29');
    expect(month('202611')).toBe('2026-11');
  });

  it('are in the calendar, or unreadable', () => {
    expect(['20260229', '20260431', '20261301', '20260100', '2026-1-1', ''].map(day)).toEqual(
      Array(6).fill(undefined),
    );
    expect(['202613', '202600', '2026', ''].map(month)).toEqual(Array(4).fill(undefined));
    expect(
      ['20261120240000', '20261120106000', '20261120100060', '20260230100000', '20261120', ''].map(moment),
    ).toEqual(Array(6).fill(undefined));
  });
});

it('knows the words of a table, and nothing that every object has', () => {
  const read = oneOf({ '01': 'CASH' });
  expect([read('01'), read('1'), read('constructor')]).toEqual(['CASH', undefined, undefined]);
});

it('takes no padded or negative id', () => {
  expect(['17', '017', '-1', '0', '1e3'].map(id)).toEqual(['17', undefined, undefined, undefined, undefined]);
});
