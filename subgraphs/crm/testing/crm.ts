/** The customer system and its subgraph, over people made by hand unless other rows are given. */
import type { Accesses } from '#kit/access/accesses';
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows, type TestDatabase } from '#kit/testing/database';
import { type MemoryTrail, memoryTrail } from '#kit/testing/trail';
import { noteAccesses, testRequest, testViewer } from '#kit/testing/viewer';
import type { ViewerClaims } from '#kit/viewer';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import { createCrmSubgraph } from '../subgraph.ts';
import { PEOPLE } from './people.ts';

export interface Crm extends TestDatabase, Asked {
  readonly trail: MemoryTrail;
  /** The same questions, asked by somebody of whom these things are so, and checked field by field. */
  as(claims: Partial<ViewerClaims>, accesses?: Accesses): Asked;
}

export function createCrmDatabase(rows: Rows = PEOPLE): Promise<TestDatabase> {
  return createTestDatabase('crm', [tables, indexes], rows);
}

export async function createCrm(rows: Rows = PEOPLE, now: Date = testClock()): Promise<Crm> {
  const database = await createCrmDatabase(rows);
  const trail = memoryTrail();
  const subgraph = createCrmSubgraph(database.db, () => now, trail);
  return {
    ...database,
    ...asked(subgraph),
    trail,
    as: (claims, accesses) =>
      asked({ ...subgraph, schema: subgraph.guardedSchema }, () =>
        testRequest(testViewer(claims), accesses ?? noteAccesses()),
      ),
  };
}
