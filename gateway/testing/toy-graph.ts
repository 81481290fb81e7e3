/** A graph of two small subgraphs for the gateway's tests, on the real planner. */
import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { Fen, LocalDate } from '#kit/scalars';
import { buildSubgraph, type Subgraph } from '#kit/subgraph';
import type { TrustedDocument } from '../../schema/tools/trusted-documents.ts';
import type { AppOptions } from '../app.ts';
import { accessAs } from './test-access.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const PEOPLE = parse(`${LINK}
  scalar LocalDate
  type Query {
    person(id: ID!): Person
    people: [Person]
    bornOn(day: LocalDate!): [Person!]
    wait: String
  }
  type Person @key(fields: "id") { id: ID! name: String friend: Person }
`);

const MONEY = parse(`${LINK}
  scalar Fen
  type Person @key(fields: "id") { id: ID! balance: Fen debt: Fen! cards: [Card] }
  type Card { number: String holder: Person }
`);

type Resolver = (
  source: { id: string },
  args: object,
  context: object,
  info: { operation: object },
) => unknown;

/** What a test puts in the place of the ordinary answer. */
export interface ToyResolvers {
  readonly name?: Resolver;
  readonly balance?: Resolver;
  readonly debt?: Resolver;
  readonly cards?: Resolver;
  /** How the money system finds a person. */
  readonly moneyReference?: (key: { id: string }) => unknown;
  readonly wait?: () => Promise<string>;
  readonly createPeopleContext?: () => object;
}

type ToyGraph = Pick<AppOptions, 'supergraphSdl' | 'operations' | 'access' | 'recorder' | 'hashAddress'> & {
  subgraphs: readonly [Subgraph, Subgraph];
};

export function createToyGraph(resolvers: ToyResolvers = {}): ToyGraph {
  const {
    balance = () => 100,
    debt = () => 0,
    cards = () => [],
    name = ({ id }) => `Person ${id}`,
  } = resolvers;
  const { wait = async () => 'waited', createPeopleContext = () => ({}) } = resolvers;
  const byId = ({ id }: { id: string }) => ({ id });
  const { moneyReference = byId } = resolvers;
  const composed = composeServices([
    { name: 'people', url: 'http://people', typeDefs: PEOPLE },
    { name: 'money', url: 'http://money', typeDefs: MONEY },
  ]);
  if (!composed.supergraphSdl)
    throw new AggregateError(composed.errors ?? [], 'The toy graph does not compose.');
  return {
    ...accessAs(),
    supergraphSdl: composed.supergraphSdl,
    operations: [
      trusted('person-card', 'query PersonCard($id: ID!) { person(id: $id) { name balance } }', {
        id: 'ID!',
      }),
      trusted(
        'born-on',
        'query BornOn($day: LocalDate!) { bornOn(day: $day) { id } }',
        { day: 'LocalDate!' },
        false,
      ),
      trusted('all', '# Everybody.\nquery All { people { name } }', {}, false),
    ],
    subgraphs: [
      buildSubgraph({
        name: 'people',
        typeDefs: PEOPLE,
        resolvers: {
          LocalDate,
          Query: {
            person: (_: unknown, { id }: { id: string }) => ({ id }),
            people: () => [{ id: '1' }, null, { id: '2' }],
            bornOn: () => [{ id: '1' }],
            wait,
          },
          Person: {
            __resolveReference: byId,
            name,
            friend: ({ id }: { id: string }) => ({ id: `${id}0` }),
          },
        },
        createContext: createPeopleContext,
      }),
      buildSubgraph({
        name: 'money',
        typeDefs: MONEY,
        resolvers: { Fen, Person: { __resolveReference: moneyReference, balance, debt, cards } },
        createContext: () => ({}),
      }),
    ],
  };
}

function trusted(
  name: string,
  body: string,
  variables: Readonly<Record<string, string>>,
  personal = true,
): TrustedDocument {
  const operationName = /query (\w+)/.exec(body)?.[1] ?? '';
  return {
    name,
    operationName,
    body,
    personal,
    variables,
    hash: createHash('sha256').update(body).digest('hex'),
  };
}
