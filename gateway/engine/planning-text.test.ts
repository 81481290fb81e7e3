import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, stripIgnoredCharacters } from 'graphql';
import { normalise } from './normal-operation.ts';
import { planningText } from './planning-text.ts';

const apiSchema = buildSchema(`
  type Query { product(id: ID): Product products: [Item] }
  interface Product { id: ID! name: String maker: Maker }
  type Bread implements Product { id: ID! name: String maker: Maker flour: String }
  type Wine implements Product { id: ID! name: String maker: Maker year: Int }
  type Maker { name: String town: String }
  union Item = Bread | Wine | Maker
`);
const keyFields = (type: string) => new Set(type === 'Maker' ? [] : ['id']);

function textOf(query: string): string | undefined {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The query must hold one operation.');
  const supergraph = { freePrefix: 'a_', takesArguments: (field: string) => field === 'product' };
  const text = planningText(
    { apiSchema, keyFields },
    normalise(document, operation, supergraph, {}).operation,
  );
  return text && stripIgnoredCharacters(text);
}

describe('planningText', () => {
  it.each([
    [
      'asks for a field once, with all that is asked of it',
      '{ product { maker { name } } product { name maker { town name } } }',
      '{a_product:product{maker{name town}name}}',
    ],
    [
      'writes fragments on the same type as one, and those that always apply as none',
      '{ product { ... on Bread { flour } ... on Product { name } ... on Bread { maker { name } } } }',
      '{a_product:product{name ...on Bread{flour maker{name}}}}',
    ],
    [
      'leaves out what can not be',
      '{ product { name ... on Bread { ... on Wine { year } flour } } }',
      '{a_product:product{name ...on Bread{flour}}}',
    ],
    [
      'asks for objects where a fragment is on some of several types',
      '{ products { ... on Product { name } } }',
      '{products{...on Bread{name}...on Wine{name}}}',
    ],
    [
      'asks for a key of all where some are asked for it, and for the type that tells which',
      '{ product { ... on Bread { id } } }',
      '{a_product:product{id __typename}}',
    ],
    [
      'gives the variables of a client names of their own, and only those in use',
      'query ($representations: ID, $other: Int) { product(id: $representations) { name } }',
      'query($v_representations:ID){a_product:product(id:$v_representations){name}}',
    ],
    ['asks nothing where only the schema is asked', '{ __typename __schema { types { name } } }', undefined],
  ])('%s', (_, query, text) => {
    expect(textOf(query)).toBe(text);
  });
});
