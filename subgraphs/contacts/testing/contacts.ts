/** Contact history and its subgraph, over rows that a test says. */
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Row, type Rows, type TestDatabase } from '#kit/testing/database';
import { reachRow } from '#kit/testing/reach';
import { testRequest, testViewer } from '#kit/testing/viewer';
import type { Viewer } from '#kit/viewer';
import { customerOf } from '../ids.ts';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import { createContactsSubgraph } from '../subgraph.ts';

export interface Contacts extends TestDatabase, Asked {
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say.
  askCustomer(fields: string, customerId?: string): Promise<{ customer: any; errors?: any }>;
}

export function createContactsDatabase(rows: Rows = {}): Promise<TestDatabase> {
  return createTestDatabase('contacts', [tables, indexes], { ...rows, customer_reach: reachOf(rows) });
}

/** Customer 7, and whose rows there are. */
function reachOf({ customer_reach = [], contact = [], ticket = [], service_request = [] }: Rows): Row[] {
  const ids = [
    ...contact.map((row) => row['contact_id']),
    ...ticket.map((row) => row['ticket_id']),
    ...service_request.map((row) => row['request_id']),
  ].map((id) => customerOf(Number(id)));
  const said = new Set(customer_reach.map((row) => row['customer_id']));
  const others = [...new Set([7, ...ids])].filter((id) => !said.has(id));
  return [...customer_reach, ...others.map((id) => reachRow(id))];
}

export async function createContacts(
  rows: Rows = {},
  { viewer = testViewer(), ...options }: { readonly redAbove?: number; readonly viewer?: Viewer } = {},
): Promise<Contacts> {
  const database = await createContactsDatabase(rows);
  const { ask, askEntities } = asked(createContactsSubgraph(database.db, testClock, options), () =>
    testRequest(viewer),
  );
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
