import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SqlValue } from '#kit/database';
import { createTestDatabase, type Row, type TestDatabase } from '#kit/testing/database';
import { createCrmWriter } from '../../../mocks/world/systems/crm.ts';
import { recordRows } from '../../../mocks/world/testing/record-rows.ts';
import { createWorld, MIN_CUSTOMERS } from '../../../mocks/world/world.ts';
import * as facts from '../migrations/003-facts.ts';
import { readOffers } from '../scoring/replay/read-offers.ts';
import { createCrmOffers } from '../testing/crm-offers.ts';
import { offersOf } from '../testing/line-facts.ts';
import { importOffers } from './offers.ts';

const world = createWorld({ seed: 1, customers: MIN_CUSTOMERS });
let crm: TestDatabase;
beforeAll(async () => {
  crm = await createCrmOffers(recordRows(createCrmWriter, world, []).rows('offer'));
});
afterAll(() => crm.remove());

it('copies the whole catalogue, as the job then reads it', async () => {
  const written: Row[] = [];
  const write = async (columns: readonly string[], rows: readonly (readonly SqlValue[])[]) => {
    for (const values of rows) {
      written.push(Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])));
    }
  };

  expect(await importOffers(crm.db, write)).toBe(world.catalogue.offers.length);

  const store = await createTestDatabase('analytics', [facts], { fact_offer: written });
  expect(await readOffers(store.db)).toEqual(offersOf(world.catalogue.offers));
  await store.remove();
});

it('reads them in one statement', async () => {
  crm.statements.length = 0;
  await importOffers(crm.db, async () => {});
  expect(crm.statements).toHaveLength(1);
});
