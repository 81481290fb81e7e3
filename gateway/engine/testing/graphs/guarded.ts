/**
 * A graph that protects fields, types, scalars, enums, members of interfaces and
 * unions and what is behind an entity jump. Each value that is protected names
 * the field that it is of, so that a leak is seen in the bytes of an answer.
 */
import { parse } from 'graphql';
import type { TestGraph } from '../graph.ts';
import { mergeResolvers, type Resolvers } from '../monolith.ts';
import { MONEY, PEOPLE } from './guarded-sdl.ts';

interface Id {
  readonly id: string;
}

/** What the answer holds where the field is shown. */
export function canary(coordinate: string): string {
  return `⟦${coordinate}⟧`;
}

const shown = (coordinate: string) => (source?: Partial<Id>) => `${canary(coordinate)} ${source?.id ?? ''}`;
const allShown = (type: string, ...fields: string[]): Resolvers[string] =>
  Object.fromEntries(fields.map((field) => [field, shown(`${type}.${field}`)]));

const DIGESTED = ['known', 'scoped', 'either', 'recorded', 'purposeful', 'both', 'pin'] as const;
const FRIENDS: Readonly<Record<string, readonly string[]>> = { 1: ['2', '3'], 2: ['3'] };
const EMPLOYERS: Readonly<Record<string, string>> = { 1: 'c1', 2: 'c2' };
const OWNERS: Readonly<Record<string, string>> = { c1: '1', c2: '2' };

const person = (id: string | undefined) =>
  id !== undefined && '123'.includes(id) ? { __typename: 'Person', id } : null;
const company = (id: string | undefined) =>
  id !== undefined && id in OWNERS ? { __typename: 'Company', id } : null;
const vault = () => ({ __typename: 'Vault', id: 'v1' });
const node = (id: string) => person(id) ?? company(id);
const title = ({ id }: Id) => `Title ${id}`;

const people: Resolvers = {
  Query: {
    person: (_: unknown, { id }: Id) => person(id),
    people: () => ['1', '2'].map(person),
    grid: () => [[person('1'), null], [], [person('2'), person('3')]],
    company: (_: unknown, { id }: Id) => company(id),
    node: (_: unknown, { id }: Id) => node(id),
    nodes: () => ['1', 'c1', 'none', '2'].map(node),
    found: () => [person('1'), company('c1'), vault(), person('3')],
    vault,
    things: () => [
      { __typename: 'House', id: 'h1' },
      { __typename: 'Car', id: 'k1' },
    ],
    motto: shown('Query.motto'),
  },
  Mutation: { open: () => person('1'), touch: () => person('2') },
  Person: {
    ...allShown('Person', ...DIGESTED, 'badge'),
    title,
    motto: ({ id }: Id) => `Motto ${id}`,
    diary: (_: Id, { day }: { day?: number | null }) => ({ id: `day ${day}` }),
    mood: () => 'CANARY_OF_MOOD',
    vault,
    friends: ({ id }: Id) => (FRIENDS[id] ?? []).map(person),
    employer: ({ id }: Id) => company(EMPLOYERS[id]),
  },
  Diary: { page: shown('Person.diary'), next: ({ id }: Id) => ({ id: `after ${id}` }) },
  Vault: { gold: shown('Vault.gold') },
  Company: {
    ...allShown('Company', 'motto', 'secret'),
    title,
    owner: ({ id }: Id) => person(OWNERS[id]),
    staff: ({ id }: Id) => [person(OWNERS[id])],
  },
  House: { name: () => 'A house', safe: shown('House.safe') },
  Car: { name: () => 'A car', plate: shown('Car.plate') },
};

const digests = (type: string, fields: readonly string[], read: (source: never, field: string) => unknown) =>
  Object.fromEntries(
    fields.map((field) => [
      `${field}Digest`,
      (source: never) => `${canary(`${type}.${field}Digest`)} ${String(read(source, field))}`,
    ]),
  );
const asRequired = (source: Readonly<Record<string, unknown>>, field: string) => source[field];

const money: Resolvers = {
  Query: {
    richest: () => person('1'),
    rich: () => [person('3'), null, person('2')],
    wealthy: () => company('c1'),
  },
  Person: {
    ...digests('Person', ['title', ...DIGESTED], asRequired),
    salary: shown('Person.salary'),
    account: ({ id }: Id) => ({ id }),
  },
  Account: {
    number: ({ id }: Id) => `Account ${id}`,
    iban: shown('Account.iban'),
    owner: ({ id }: Id) => person(id),
  },
  Company: { ...digests('Company', ['title'], asRequired), debt: shown('Company.debt') },
};

const reference = { __resolveReference: (key: Id) => ({ ...key }) };
const references: Resolvers = { Person: reference, Company: reference };

export function createGuardedGraph(): TestGraph {
  const ofPerson = (source: Id, field: string) =>
    field === 'title' ? title(source) : shown(`Person.${field}`)(source);
  return {
    name: 'guarded',
    subgraphs: [
      {
        name: 'people',
        typeDefs: guarded(PEOPLE),
        resolvers: mergeResolvers(people, references, { Vault: { __resolveReference: vault } }),
      },
      { name: 'money', typeDefs: guarded(MONEY), resolvers: mergeResolvers(money, references) },
    ],
    monolith: mergeResolvers(people, money, {
      Person: digests('Person', ['title', ...DIGESTED], ofPerson),
      Company: digests('Company', ['title'], title),
    }),
    samples: { id: ['1', '2', 'c1', 'none'], day: [1, 2], code: ['open'] },
    reset() {},
  };
}

/** Parses the SDL of a subgraph that protects some of it. */
export function guarded(sdl: string) {
  return parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
      "@key", "@requires", "@external", "@shareable", "@authenticated", "@requiresScopes", "@policy"
    ])
    ${sdl}
  `);
}
