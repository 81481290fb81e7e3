import { expect, it } from '@jest/globals';
import { execute, parse } from 'graphql';
import { createAnalyticsSubgraph } from './subgraph.ts';
import { ask, CUSTOMER, clock, createCustomers, customer, SUBSCRIBER, subscriber } from './test-customers.ts';

it('sends one statement for each section, for one customer and for a hundred', async () => {
  const test = await createCustomers(100);
  const portfolio = Array.from({ length: 100 }, (_, i) => customer(String(i + 1)));

  for (const customers of [portfolio.slice(0, 1), portfolio]) {
    test.statements.length = 0;
    expect((await ask(test, customers, CUSTOMER)).errors).toBeUndefined();
    // Lines with their months, treatments (both histories), opportunities, scores (and states), segments.
    expect(test.statements).toHaveLength(5);
  }

  test.statements.length = 0;
  await ask(
    test,
    portfolio.map((_, i) => subscriber(String((i + 1) * 10))),
    SUBSCRIBER,
  );
  expect(test.statements).toHaveLength(2);
  test.db.close();
});

it('nulls each section with its path and keeps the customer when the system is down', async () => {
  const down = await createCustomers(1);
  const subgraph = createAnalyticsSubgraph(down.db, clock);
  down.db.close();
  const { data, errors } = await execute({
    schema: subgraph.schema,
    document: parse(`query ($of: [_Any!]!) { _entities(representations: $of) { ${CUSTOMER} } }`),
    variableValues: { of: [customer('1')] },
    contextValue: subgraph.createContext(),
  });

  const sections = [
    'scores',
    'marketingHistory',
    'retentionHistory',
    'opportunities',
    'warnings',
    'segmentMemberships',
  ];
  expect(data).toEqual({
    _entities: [{ customerId: '1', ...Object.fromEntries(sections.map((section) => [section, null])) }],
  });
  expect(errors?.map(({ path }) => path)).toEqual(
    expect.arrayContaining(sections.map((section) => ['_entities', 0, section])),
  );
  for (const error of errors ?? []) {
    expect(error.message).toBe('The analytics system is not reachable.');
    expect(error.extensions).toEqual({ code: 'SOURCE_UNAVAILABLE', source: 'analytics', retryable: true });
  }
});
