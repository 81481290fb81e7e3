import { expect, test } from '@jest/globals';
import { toVariables } from './query-variables.ts';

test('reads text as the type of its variable', () => {
  const types = { first: 'Int! = 12', open: 'Boolean', ids: '[ID!]!', months: '[Int!]', name: 'String' };

  expect(toVariables({ first: '3', open: 'true', ids: '7', months: ['1', '2'], name: '12' }, types)).toEqual({
    first: 3,
    open: true,
    ids: ['7'],
    months: [1, 2],
    name: '12',
  });
});

test('leaves what it cannot read for the graph to refuse by name', () => {
  expect(
    toVariables({ first: 'many', open: 'yes', name: ['a', 'b'] }, { first: 'Int', open: 'Boolean' }),
  ).toEqual({
    first: 'many',
    open: 'yes',
    name: ['a', 'b'],
  });
});

test('knows no variable by a name that every object has', () => {
  const query = JSON.parse('{ "__proto__": "1", "constructor": "2" }');

  expect(Object.entries(toVariables(query, {}))).toEqual(Object.entries(query));
});
