import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { findUnruled, requireRules } from './rules-coverage.ts';
import { loadSubgraphList } from './subgraph-list.ts';
import { composeSupergraph } from './supergraph.ts';

const subgraphs = loadSubgraphList(join(import.meta.dirname, '../..'));

it('finds a rule for every field of the graph', () => {
  expect(() => requireRules(subgraphs)).not.toThrow();
});

it.each([
  ['of an entity', 'extend type Customer { nickname: String }', 'Customer.nickname'],
  [
    'of an entity that has one as a whole',
    'extend type Customer @authenticated { nickname: String }',
    'Customer.nickname',
  ],
  [
    'of an entity of another subgraph',
    'extend type Ticket @key(fields: "ticketId") { nickname: String }',
    'Ticket.nickname',
  ],
  [
    'whose rule demands nothing',
    'extend type Customer { nickname: String @requiresScopes(scopes: [[]]) }',
    'Customer.nickname',
  ],
  ['of the root', 'extend type Query { everybody: [ID!] }', 'Query.everybody'],
  ['that is a type', 'type Diary { entry: String }', 'Diary'],
])('breaks the build by a new field %s without one', (_, addition, coordinate) => {
  const [crm, ...others] = subgraphs;
  if (!crm) throw new Error('There is no subgraph.');
  const { definitions } = parse(addition);
  const typeDefs = { ...crm.typeDefs, definitions: [...crm.typeDefs.definitions, ...definitions] };

  expect(findUnruled({ ...crm, typeDefs })).toEqual([`${coordinate} (schema/crm.graphql:1)`]);
  expect(() => requireRules([{ ...crm, typeDefs }, ...others])).toThrow(coordinate);
});

it('asks for no rule of an interface or union, which takes what its types do', () => {
  const typeDefs = parse(`
    interface Named { name: String }
    union Anything = Dog
    type Dog implements Named @authenticated { name: String }`);

  expect(findUnruled({ typeDefs, file: 'x' })).toEqual([]);
});

it('asks for no rule of a field that is only required: its owner has it', () => {
  const typeDefs = parse(`
    type Customer @key(fields: "customerId") {
      customerId: ID! @authenticated
      name: String @external
      greeting: String @requires(fields: "name")
    }`);

  expect(findUnruled({ typeDefs, file: 'x' })).toEqual(['Customer.greeting (x:5)']);
});

it('leaves it to composition that what a field requires is as well guarded as what it is made of', () => {
  const link = (names: string): string =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;
  const typeDefs = [
    `${link('"@key", "@requiresScopes"')}
     type Query { person: Person }
     type Person @key(fields: "id") { id: ID! document: String @requiresScopes(scopes: [["document"]]) }`,
    `${link('"@key", "@external", "@requires"')}
     type Person @key(fields: "id") { id: ID! document: String @external birthYear: Int @requires(fields: "document") }`,
  ];
  const listed = typeDefs.map((sdl, at) => ({ name: `s${at}`, url: '', file: '', typeDefs: parse(sdl) }));

  expect(() => composeSupergraph(listed)).toThrow('MISSING_TRANSITIVE_AUTH_REQUIREMENTS');
});
