/** The customer system, as far as its offers go: what the import copies them from. */
import { createTestDatabase, type Row, type TestDatabase } from '#kit/testing/database';
import * as tables from '../../crm/migrations/001-tables.ts';

export function createCrmOffers(offers: readonly Row[]): Promise<TestDatabase> {
  return createTestDatabase('crm', [tables], { offer: offers });
}
