import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import { findExamples } from './examples.ts';

const typeDefs = parse(`
  enum LookupKey { SERVICE_NUMBER }
  type Query { customerLookup(by: LookupKey!, value: String!): Lookup }
  type Lookup { matches: [Match!]! }
  type Match { customer: Customer! subscriber: Subscriber }
  type Customer { customerId: ID! manager: Staff groupMembership: Membership }
  type Staff { staffId: ID! }
  type Membership { group: Group! }
  type Group { customerId: ID! }
  type Subscriber { subscriberId: ID! }
`);

const CUSTOMERS: Record<string, object> = {
  '100': { customerId: '1', manager: null, groupMembership: null },
  '200': {
    customerId: '2',
    manager: { staffId: 'V000001' },
    groupMembership: { group: { customerId: '9' } },
  },
};

const customerLookup = (_: unknown, { value }: { value: string }) => {
  const customer = CUSTOMERS[value];
  return { matches: customer ? [{ customer, subscriber: { subscriberId: `${value}1` } }] : [] };
};

const crm = {
  name: 'crm',
  schema: buildSubgraphSchema([{ typeDefs, resolvers: { Query: { customerLookup } } }]),
  createContext: () => ({}),
};

const operation = (name: string, body: string, variables: Record<string, string>): TrustedDocument => ({
  name,
  operationName: name,
  hash: name,
  body,
  personal: true,
  variables,
});

test('fills the variables of each document from the first number that leads to them', async () => {
  const operations = [
    operation('pop', '', { number: 'String!' }),
    operation('counter', '', { by: 'LookupKey!', value: 'String!' }),
    operation('view', '{ customer(', { customerId: 'ID!', since: 'LocalDate' }),
    operation('usage', '', { subscriberId: 'ID!' }),
    operation('portfolio', '', { staffId: 'ID!', first: 'Int! = 100' }),
    operation('group', '{ groupCustomer(', { customerId: 'ID!' }),
    operation('other', '', { ticketId: 'ID!' }),
  ];

  expect(await findExamples(crm, operations, ['000', '100', '200'])).toEqual({
    pop: { number: '000' },
    counter: { by: 'SERVICE_NUMBER', value: '000' },
    view: { customerId: '1' },
    usage: { subscriberId: '1001' },
    portfolio: { staffId: 'V000001' },
    group: { customerId: '9' },
    other: {},
  });
});
