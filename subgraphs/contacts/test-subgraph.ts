/** For tests: the subgraph over rows of its own, asked as a gateway asks it. */
import { execute, parse } from 'graphql';
import { createContactsSubgraph } from './subgraph.ts';
import { createTestDatabase, type Rows, type TestDatabase } from './test-database.ts';

const clock = () => new Date('2026-11-20T10:00:00+08:00');

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say.
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly errors?: any;
}

export interface TestSubgraph {
  readonly history: TestDatabase;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** These fields of each customer, in `data._entities`. */
  askCustomers(fields: string, customerIds?: readonly string[]): Promise<Answer>;
}

/** It is 10:00 on 20 November 2026. */
export async function createTestSubgraph(
  rows: Rows = {},
  options: { readonly redAbove?: number } = {},
): Promise<TestSubgraph> {
  const history = await createTestDatabase(rows);
  const { schema, createContext } = createContactsSubgraph(history.db, clock, options);

  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const document = parse(query);
    const result = await execute({
      schema,
      document,
      contextValue: createContext(),
      variableValues: variables,
    });
    // Through JSON, as every client sees it.
    return JSON.parse(JSON.stringify(result)) as Answer;
  };
  const askCustomers = (fields: string, customerIds: readonly string[] = ['7']) =>
    ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on Customer { ${fields} } } }`, {
      of: customerIds.map((customerId) => ({ __typename: 'Customer', customerId })),
    });
  return { history, ask, askCustomers };
}
