import { describe, expect, it } from '@jest/globals';
import { toDateTime } from '#kit/clock';
import { startOfLastMonths } from './periods.ts';

const at = (moment: string, months: number) => toDateTime(startOfLastMonths(months, new Date(moment)));

describe('startOfLastMonths', () => {
  it('begins on the same day that many months earlier, as the day begins in Shanghai', () => {
    expect(at('2026-11-20T10:00:00+08:00', 3)).toBe('2026-08-20T00:00:00+08:00');
    expect(at('2026-11-20T10:00:00+08:00', 12)).toBe('2025-11-20T00:00:00+08:00');
  });

  it('takes the day from Shanghai, not from London', () => {
    expect(at('2026-11-19T16:30:00Z', 3)).toBe('2026-08-20T00:00:00+08:00');
    expect(at('2026-11-19T15:30:00Z', 3)).toBe('2026-08-19T00:00:00+08:00');
  });

  it('begins on the last day of a month that is too short', () => {
    expect(at('2026-05-31T10:00:00+08:00', 3)).toBe('2026-02-28T00:00:00+08:00');
    expect(at('2028-05-31T10:00:00+08:00', 3)).toBe('2028-02-29T00:00:00+08:00');
    expect(at('2026-01-31T10:00:00+08:00', 3)).toBe('2025-10-31T00:00:00+08:00');
  });
});
