/** The customer system and its subgraph, over people made by hand unless other rows are given. */
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows, type TestDatabase } from '#kit/testing/database';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import { createCrmSubgraph } from '../subgraph.ts';
import { PEOPLE } from './people.ts';

export interface Crm extends TestDatabase, Asked {}

export function createCrmDatabase(rows: Rows = PEOPLE): Promise<TestDatabase> {
  return createTestDatabase('crm', [tables, indexes], rows);
}

export async function createCrm(rows: Rows = PEOPLE, now: Date = testClock()): Promise<Crm> {
  const database = await createCrmDatabase(rows);
  return { ...database, ...asked(createCrmSubgraph(database.db, () => now)) };
}
