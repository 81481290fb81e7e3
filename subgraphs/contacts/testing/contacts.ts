/** Contact history and its subgraph, over rows that a test says. */
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows, type TestDatabase } from '#kit/testing/database';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import { createContactsSubgraph } from '../subgraph.ts';

export interface Contacts extends TestDatabase, Asked {
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say.
  askCustomer(fields: string, customerId?: string): Promise<{ customer: any; errors?: any }>;
}

export function createContactsDatabase(rows: Rows = {}): Promise<TestDatabase> {
  return createTestDatabase('contacts', [tables, indexes], rows);
}

export async function createContacts(
  rows: Rows = {},
  options: { readonly redAbove?: number } = {},
): Promise<Contacts> {
  const database = await createContactsDatabase(rows);
  const { ask, askEntities } = asked(createContactsSubgraph(database.db, testClock, options));
  return {
    ...database,
    ask,
    askEntities,
    async askCustomer(fields, customerId = '7') {
      const { data, errors } = await askEntities(`... on Customer { ${fields} }`, [
        { __typename: 'Customer', customerId },
      ]);
      return { customer: data._entities[0], errors };
    },
  };
}
