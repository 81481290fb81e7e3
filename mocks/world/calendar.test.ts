import { expect, test } from '@jest/globals';
import { createCalendar, RUNNING } from './calendar.ts';

const calendar = createCalendar('2026-11-20T10:00:00+08:00');

test('has 24 billed months and the running one', () => {
  expect([calendar.months[0], calendar.months[RUNNING - 1], calendar.months[RUNNING]]).toEqual([
    '2024-11',
    '2026-10',
    '2026-11',
  ]);
});

test('knows the month of every day, also before the first and after the last', () => {
  for (let day = calendar.today - 1_000; day < calendar.today + 10; day++) {
    const month = calendar.monthOf(day);
    const inWindow = calendar.day(day) >= '2024-11-01';
    expect(inWindow ? calendar.months[month] : month < 0).toBe(
      inWindow ? calendar.day(day).slice(0, 7) : true,
    );
  }
});

test('counts days from midnight in Shanghai', () => {
  expect(new Date(calendar.at(calendar.today, 0) * 1_000).toISOString()).toBe('2026-11-19T16:00:00.000Z');
  expect(calendar.day(calendar.today)).toBe('2026-11-20');
});
