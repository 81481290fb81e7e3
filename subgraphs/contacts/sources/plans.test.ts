import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { createContactsDatabase } from '../testing/contacts.ts';
import { createCommonFunctionsSource } from './common-functions-sql.ts';
import { createContactCountsSource } from './contact-counts-sql.ts';
import { createContactLinksSource } from './contact-links-sql.ts';
import { createContactsSource } from './contacts-sql.ts';
import { createResponsesSource } from './responses-sql.ts';
import { createServiceRequestsSource } from './service-requests-sql.ts';
import { createTicketsSource } from './tickets-sql.ts';
import { createTopicsSource } from './topics-sql.ts';

let history: TestDatabase;
beforeAll(async () => {
  history = await createContactsDatabase();
});
afterAll(() => history.remove());

async function runAll(): Promise<readonly string[]> {
  const { db, statements } = history;
  const contacts = createContactsSource(db);
  const counts = createContactCountsSource(db);
  const tickets = createTicketsSource(db);
  const requests = createServiceRequestsSource(db);
  const responses = createResponsesSource(db);
  const all = { channel: null, types: null };
  await Promise.all([
    contacts.byIds([1]),
    contacts.newest([1]),
    contacts.page([1], { ...all, before: null, limit: 6 }),
    counts.byChannelAndType([1], 0),
    counts.consultations([1], 0),
    createContactLinksSource(db).byContacts([1]),
    tickets.byIds([1]),
    tickets.byCustomers([1]),
    tickets.byContacts([1]),
    requests.byIds([1]),
    requests.list([1], { direction: null, limit: 10 }),
    requests.open([1]),
    responses.byIds([1]),
    responses.byTreatments([1]),
    responses.doNotDisturb([1]),
    createTopicsSource(db).all(),
    createCommonFunctionsSource(db).byChannels(['HOTLINE']),
  ]);
  return statements;
}

test('every statement finds its rows by a key, so it stays flat with a million customers', async () => {
  const statements = await runAll();
  const scans = statements.flatMap(history.explain).filter((step) => step.startsWith('SCAN'));

  expect(statements).toHaveLength(17);
  // Lists of keys, what a window function has ranked, and the few topics are all that may be read from end to end.
  const harmless = /^SCAN (json_each|owner|ranked|topic|\(subquery-\d+\))/;
  expect(scans.filter((detail) => !harmless.test(detail))).toEqual([]);
});
