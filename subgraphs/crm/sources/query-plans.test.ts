/** Reads stay flat however many customers there are: no statement scans a table that grows with them. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '#kit/database';
import type { TestDatabase } from '#kit/testing/database';
import { createSources } from '../loaders.ts';
import { createCrmDatabase } from '../testing/crm.ts';

let crm: TestDatabase;
let prepared: string[];

beforeAll(async () => {
  crm = await createCrmDatabase();
  prepared = statementsOf(crm.db);
});

afterAll(() => crm.remove());

it('finds every row through a key or an index', () => {
  expect(prepared.length).toBeGreaterThan(20);

  const scans = prepared.flatMap((sql) =>
    crm
      .explain(sql)
      .filter((step) => /^SCAN (?!json_each|ranked|of_phone|\(subquery)/.test(step))
      .map((step) => `${step}: ${sql}`),
  );
  expect(scans).toEqual([]);
});

function statementsOf(db: Database): string[] {
  const texts: string[] = [];
  createSources({
    ...db,
    prepare(build) {
      const statement = db.prepare(build as never);
      texts.push(statement.sql);
      return statement as never;
    },
  });
  return texts;
}
