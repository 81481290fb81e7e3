/** Billing and its subgraph, over rows that a test says. */
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows, type TestDatabase } from '#kit/testing/database';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import { createBillingSubgraph } from '../subgraph.ts';

type Answer = ReturnType<Asked['ask']>;

export interface Billing extends TestDatabase {
  ask: Asked['ask'];
  /** These fields of each entity, in `data._entities`. */
  askEntities(type: string, keys: readonly object[], fields: string): Answer;
  askCustomer(customerId: string, fields: string): Answer;
  askLine(subscriberId: string, fields: string): Answer;
}

export function createBillingDatabase(rows: Rows = {}): Promise<TestDatabase> {
  return createTestDatabase('billing', [tables, indexes], rows);
}

export async function createBilling(rows: Rows = {}): Promise<Billing> {
  const database = await createBillingDatabase(rows);
  const { ask, askEntities: askAny } = asked(createBillingSubgraph(database.db, testClock));
  const askEntities: Billing['askEntities'] = (type, keys, fields) =>
    askAny(
      `... on ${type} { ${fields} }`,
      keys.map((key) => ({ __typename: type, ...key })),
    );
  return {
    ...database,
    ask,
    askEntities,
    askCustomer: (customerId, fields) => askEntities('Customer', [{ customerId }], fields),
    askLine: (subscriberId, fields) => askEntities('Subscriber', [{ subscriberId }], fields),
  };
}
