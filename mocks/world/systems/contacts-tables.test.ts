import { afterAll, beforeAll, expect, test } from '@jest/globals';
import knex, { type Knex } from 'knex';
import * as tables from '../../../subgraphs/contacts/migrations/001-tables.ts';
import * as indexes from '../../../subgraphs/contacts/migrations/002-indexes.ts';
import { answeredTreatment, customer, write } from '../testing/contacts.ts';

const TABLES = [
  'contact',
  'ticket',
  'contact_link',
  'contact_ticket',
  'service_request',
  'response',
  'topic',
];

let db: Knex;
beforeAll(async () => {
  db = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  await tables.up(db);
  const crowd = Array.from({ length: 200 }, (_, index) =>
    customer(index, {
      managerStaffId: index % 2 ? 'V000002' : null,
      treatments: [answeredTreatment(index * 64 + 1, '2026-06-01T11:00')],
    }),
  );
  const written = write(...crowd);
  for (const table of [...TABLES, 'common_function']) {
    await db.batchInsert(table, [...written.rows(table)], 50);
  }
  await indexes.up(db);
});
afterAll(() => db.destroy());

test('every table of the contact system takes its rows, all of them marked as made up', async () => {
  for (const table of TABLES) {
    const [counted] = await db(table).count({ rows: '*' }).sum({ synthetic: 'synthetic' });
    expect(counted?.['rows']).toBeGreaterThan(0);
    expect(counted).toEqual({ rows: counted?.['synthetic'], synthetic: counted?.['synthetic'] });
  }
});

test.each([
  ['contact_ticket', 'contact_id', 'contact', 'contact_id'],
  ['contact_ticket', 'ticket_id', 'ticket', 'ticket_id'],
  ['contact_link', 'contact_id', 'contact', 'contact_id'],
  ['contact_link', 'other_contact_id', 'contact', 'contact_id'],
  ['service_request', 'contact_id', 'contact', 'contact_id'],
])('%s.%s leads to a %s', async (table, column, target, id) => {
  const lost = await db(table)
    .leftJoin({ target }, `target.${id}`, `${table}.${column}`)
    .whereNotNull(`${table}.${column}`)
    .whereNull(`target.${id}`);

  expect(lost).toEqual([]);
});

test('every topic of a contact has a name, and every path is a list that can be read', async () => {
  const lost = await db.raw(
    'select value from contact, json_each(contact.topics) where value not in (select code from topic)',
  );
  const [paths] = await db.raw(
    'select count(*) as bad from contact where not json_valid(coalesce(ivr_path, ?))',
    ['[]'],
  );

  expect(lost).toEqual([]);
  expect(paths).toEqual({ bad: 0 });
});

test('texts fit the columns of a database that counts', async () => {
  for (const table of TABLES) {
    for (const [column, { maxLength }] of Object.entries(await db(table).columnInfo())) {
      if (maxLength === null) continue;
      const [longest] = await db(table).max({ length: db.raw('length(??)', [column]) });
      expect(Number(longest?.['length'])).toBeLessThanOrEqual(Number(maxLength));
    }
  }
});

test('going down leaves nothing', async () => {
  const fresh = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  await tables.up(fresh);
  await indexes.up(fresh);
  await indexes.down(fresh);
  await tables.down(fresh);
  const left = await fresh('sqlite_master').whereNot('name', 'like', 'sqlite_%');
  await fresh.destroy();

  expect(left).toEqual([]);
});
