import { expect, it } from '@jest/globals';
import { moment } from '../testing/contacts.ts';
import { toOfficeHours } from './contacts-hours.ts';

it.each([
  ['2026-11-18T09:00', '2026-11-18T09:00'],
  ['2026-11-18T17:59', '2026-11-18T17:59'],
  ['2026-11-18T18:00', '2026-11-19T09:00'],
  ['2026-11-18T23:00', '2026-11-19T12:00'],
  ['2026-11-19T01:30', '2026-11-19T13:30'],
])('what is due at %s is done in office hours at %s', (due, done) => {
  expect(toOfficeHours(moment(due))).toBe(moment(done));
});
