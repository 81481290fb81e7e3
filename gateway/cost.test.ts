import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import { createApp } from './app.ts';
import { COST_LIMIT, compileCost, createCosts, tooCostly } from './cost.ts';
import { withoutAccess } from './engine/without-access.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const GENERATED = join(import.meta.dirname, '../schema/generated');
const sdl = readFileSync(join(GENERATED, 'supergraph.graphql'), 'utf8');
const schema = Supergraph.build(withoutAccess(sdl)).apiSchema().toGraphQLJSSchema();
const trusted: TrustedDocument[] = JSON.parse(readFileSync(join(GENERATED, 'operations.json'), 'utf8'));

function operationIn(document: DocumentNode): OperationDefinitionNode {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) return definition;
  }
  throw new Error('The document has no operation.');
}

function cost(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query);
  return compileCost(schema, document, operationIn(document))(variables);
}

const members = (size: string, inner: string) =>
  `groupCustomer(customerId: "1") { members${size} { nodes { ${inner} } } }`;
const introspection = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });

describe('compileCost', () => {
  it('counts a field as one', () => {
    expect(cost('{ customer(customerId: "1") { name segment } }')).toBe(3);
  });

  it.each<[string, string, object, number]>([
    ['a literal', `{ ${members('(first: 7)', 'position')} }`, {}, 3 + 7],
    ['a variable', `query ($n: Int!) { ${members('(first: $n)', 'position')} }`, { n: 9 }, 3 + 9],
    [
      'the default of a variable',
      `query ($n: Int! = 8) { ${members('(first: $n)', 'position')} }`,
      {},
      3 + 8,
    ],
    ['the default of the graph', `{ ${members('', 'position')} }`, {}, 3 + 20],
    ['1,000 at most', `{ ${members('(first: 1000000)', 'position')} }`, {}, 3 + 1_000],
    ['one at least', `{ ${members('(first: -5)', 'position')} }`, {}, 3 + 1],
  ])('takes the size of a page from %s', (_, query, variables, expected) => {
    expect(cost(query, { ...variables })).toBe(expected);
  });

  it('takes the size of a list by month', () => {
    expect(cost('{ customer(customerId: "1") { consumptionCurve(months: 24) { month totalFen } } }')).toBe(
      2 + 24 * 2,
    );
  });

  it('guesses the size of a list that takes none', () => {
    expect(cost('{ customer(customerId: "1") { accounts { accountId } } }')).toBe(2 + 5);
  });

  it('counts a fragment as if it were written out, in a connection too', () => {
    const written = cost(`{ ${members('(first: 9)', 'position keyPerson')} }`);
    const spread = `{ groupCustomer(customerId: "1") { ...G } }
      fragment G on GroupCustomer { members(first: 9) { ...N } }
      fragment N on GroupMemberConnection { nodes { ... { position keyPerson } } }`;

    expect(cost(spread)).toBe(written);
  });

  it('multiplies pages within pages', () => {
    const nested = members(
      '(first: 100)',
      'customer { groupMembership { group { members(first: 100) { nodes { position } } } } }',
    );

    expect(cost(`{ ${nested} }`)).toBe(3 + 100 * (5 + 100));
  });
});

describe('the limit', () => {
  it.each(trusted.map(({ name, body }) => [name, body]))('lets %s through at its largest', (_, body) => {
    const most = cost(body, { first: 100 });

    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(COST_LIMIT * 0.9);
  });

  it('lets the introspection query of tools through, but not two in one', () => {
    expect(cost(introspection)).toBeLessThan(COST_LIMIT);
    expect(cost(getIntrospectionQuery())).toBeLessThan(COST_LIMIT);
    expect(2 * cost(getIntrospectionQuery())).toBeGreaterThan(COST_LIMIT);
  });

  it('refuses introspection under several aliases', () => {
    const aliases = Array.from({ length: 30 }, (_, i) => `a${i}: __schema { types { ...FullType } }`);
    const fragments = introspection.slice(introspection.indexOf('fragment FullType'));

    expect(cost(`{ ${aliases.join(' ')} } ${fragments}`)).toBeGreaterThan(COST_LIMIT);
  });

  it('refuses three pages deep, and says the cost, the limit and what to change', () => {
    const deeper = (inner: string) =>
      `members(first: 100) { nodes { customer { groupMembership { group { ${inner} } } } } }`;
    const document = parse(`{ groupCustomer(customerId: "1") { ${deeper(deeper(deeper('customerId')))} } }`);
    const error = tooCostly(createCosts()(schema, document, operationIn(document), {}));

    expect(error.extensions).toMatchObject({ code: 'TOO_COSTLY', retryable: false, http: { status: 400 } });
    expect(error.message).toBe(
      'The operation could return 4050503 fields; the limit is 32000. ' +
        'Ask for fewer items at a time with `first` or `months`, or split it into several requests.',
    );
  });
});

it('is checked at the gateway, each time a document is sent', async () => {
  const cards = (depth: number): string =>
    depth === 0 ? 'number' : `cards { holder { ${cards(depth - 1)} } }`;
  const query = `{ people { ${cards(6).replace('number', 'name')} } }`;
  const app = await createApp(createToyGraph());
  const ask = () => app.inject({ method: 'POST', url: '/graphql', payload: { query } });

  for (const response of [await ask(), await ask()]) {
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_COSTLY' } }] });
  }
});
