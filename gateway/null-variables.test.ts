import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { createApp } from './app.ts';
import { findMisplacedNull } from './null-variables.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const schema = buildSchema(`
  input Window { from: Int! = 0 to: Int }
  type Query { list(first: Int! = 10, after: ID, ids: [ID!], window: Window): Int }
`);

function find(query: string, values: Record<string, unknown>): string | undefined {
  const document = parse(query);
  return findMisplacedNull(schema, document, document.definitions[0] as OperationDefinitionNode, values)
    ?.message;
}

describe('null for a variable', () => {
  it.each([
    ['an argument', 'query ($f: Int) { list(first: $f) }'],
    ['a field of an input object', 'query ($f: Int) { list(window: { from: $f }) }'],
    ['an element of a list', 'query ($f: ID = "1") { list(ids: [$f]) }'],
    ['a directive', 'query ($f: Boolean = true) { list @skip(if: $f) }'],
    ['a fragment', 'query ($f: Int) { ...Part } fragment Part on Query { list(first: $f) }'],
  ])('is refused by name in %s that may not be null', (_, query) => {
    expect(find(query, { f: null })).toMatch(/^Variable "\$f" must not be null/);
  });

  it.each([
    ['the place may be null', 'query ($f: ID) { list(after: $f) }', { f: null }],
    ['another variable is null', 'query ($f: Int, $a: ID) { list(first: $f, after: $a) }', { f: 1, a: null }],
    ['it is left out', 'query ($f: Int) { list(first: $f) }', {}],
    [
      'another operation does not take it',
      'query A($f: ID) { list(after: $f) } query B($f: Int) { list(first: $f) }',
      { f: null },
    ],
  ])('is left alone where %s', (_, query, values) => {
    expect(find(query, values)).toBeUndefined();
  });
});

describe('through the gateway', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await createApp(createToyGraph());
  });

  it('null is a mistake of the client', async () => {
    const query = 'query ($x: Boolean = true) { people { name @skip(if: $x) } }';
    const payload = { query, variables: { x: null } };
    const response = await app.inject({ method: 'POST', url: '/graphql', payload });

    expect(response.statusCode).toBe(200);
    expect(response.json().data).toBeUndefined();
    expect(response.json().errors).toMatchObject([
      { message: expect.stringContaining('"$x"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
