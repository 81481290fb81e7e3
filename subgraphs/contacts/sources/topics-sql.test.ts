import { afterEach, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { createContactsDatabase } from '../testing/contacts.ts';
import { createTopicsSource } from './topics-sql.ts';

let history: TestDatabase;
afterEach(() => history.remove());

it('reads all topics once, for those who ask at once and those who ask later', async () => {
  history = await createContactsDatabase({ topic: [{ code: 'BILL', name: '话费账单' }] });
  const topics = createTopicsSource(history.db);
  const [one, other] = await Promise.all([topics.all(), topics.all()]);

  expect([...one.values()]).toEqual([{ code: 'BILL', name: '话费账单' }]);
  expect(other).toBe(one);
  expect(await topics.all()).toBe(one);
  expect(history.statements).toEqual(['select `code`, `name` from `topic`']);
});

it('asks again after a fault', async () => {
  history = await createContactsDatabase();
  const topics = createTopicsSource(history.db);
  await history.db.close();
  const code = 'SOURCE_UNAVAILABLE';

  await expect(topics.all()).rejects.toMatchObject({ extensions: { code } });
  await expect(topics.all()).rejects.toMatchObject({ extensions: { code } });
  expect(history.statements).toHaveLength(2);
});
