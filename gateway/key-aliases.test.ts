import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { createApp } from './app.ts';
import { findKeyAlias, keyFieldsOf } from './key-aliases.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const schema = buildSchema(`
  type Query { person: Person named: Named }
  interface Named { name: String }
  type Person implements Named { id: ID! code: String name: String friend: Person }
`);
const keys = new Map([['Person', new Set(['id', 'code'])]]);
const find = (query: string) => findKeyAlias(schema, parse(query), keys);

describe('findKeyAlias', () => {
  it.each([
    ['a key', '{ person { id: name } }'],
    ['one key for another', '{ person { code: id } }'],
    ['__typename', '{ person { __typename: name } }'],
    ['__typename at the root', '{ __typename: person { id } }'],
    ['a key in a fragment', '{ person { ...F } } fragment F on Person { friend { id: name } }'],
    ['a key on an interface', '{ named { id: name } }'],
    ['a key for __typename', '{ person { id: __typename } }'],
  ])('refuses an alias with the name of %s', (_, query) => {
    expect(find(query)?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(find(query)?.message).toMatch('Choose another alias.');
  });

  it.each([
    ['of the key itself', '{ person { id: id __typename: __typename } }'],
    ['of another name', '{ person { number: id title: name } }'],
    ['that is a key elsewhere only', '{ id: person { name } }'],
  ])('accepts an alias %s', (_, query) => {
    expect(find(query)).toBeUndefined();
  });
});

describe('keyFieldsOf', () => {
  it('reads the keys of a supergraph', () => {
    expect(keyFieldsOf(createToyGraph().supergraphSdl)).toEqual(new Map([['Person', new Set(['id'])]]));
  });

  it('reads keys of several fields', () => {
    const sdl = 'type A @join__type(graph: X, key: "a b { c }") @join__type(graph: Y) { a: ID }';

    expect(keyFieldsOf(sdl)).toEqual(new Map([['A', new Set(['a', 'b', 'c'])]]));
  });
});

it('refuses, at the gateway, what would answer with the key in place of the field', async () => {
  const app = await createApp(createToyGraph());

  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: '{ person(id: "1") { id: name balance } }' },
  });

  expect(response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('"id"'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
});
