/** For tests: asks a billing subgraph over a real database, on 20 November 2026. */
import { graphql } from 'graphql';
import { createBillingSubgraph } from './subgraph.ts';
import { createTestDatabase, type Rows, type TestDatabase } from './test-database.ts';

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say.
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly errors?: any;
}

export interface TestSubgraph extends TestDatabase {
  ask(query: string): Promise<Answer>;
  /** These fields of each entity, in `data._entities`. */
  askEntities(type: string, keys: readonly object[], fields: string): Promise<Answer>;
  askCustomer(customerId: string, fields: string): Promise<Answer>;
  askLine(subscriberId: string, fields: string): Promise<Answer>;
}

export async function createTestSubgraph(rows: Rows): Promise<TestSubgraph> {
  const database = await createTestDatabase(rows);
  const { schema, createContext } = createBillingSubgraph(
    database.db,
    () => new Date('2026-11-20T10:00:00+08:00'),
  );
  const ask = async (source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> => {
    const result = await graphql({ schema, source, variableValues, contextValue: createContext() });
    // Through JSON, as every client sees it.
    return JSON.parse(JSON.stringify(result)) as Answer;
  };
  const askEntities: TestSubgraph['askEntities'] = (type, keys, fields) =>
    ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`, {
      of: keys.map((key) => ({ __typename: type, ...key })),
    });
  return {
    ...database,
    ask,
    askEntities,
    askCustomer: (customerId, fields) => askEntities('Customer', [{ customerId }], fields),
    askLine: (subscriberId, fields) => askEntities('Subscriber', [{ subscriberId }], fields),
  };
}
