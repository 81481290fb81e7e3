/**
 * Every protected field × eight shapes of a query × with and without what it
 * takes. The subgraphs here would answer anything: what is not in an answer, the
 * engine left out. The rest must be what one schema with the same rules answers.
 */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isAbstractType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { createGrants, type Grants, NO_GRANTS } from '#kit/access/grants';
import { unmetDemand } from '#kit/access/rules';
import { arbitraryOperation, type GeneratedOperation } from './testing/arbitrary-operation.ts';
import { canary } from './testing/graphs/guarded.ts';
import {
  ALL_POLICIES,
  ALL_SCOPES,
  createGuardedBench,
  EVERYTHING,
  grantsWithout,
} from './testing/guarded-bench.ts';
import { faultsOfErrors, plainData } from './testing/oracle.ts';

const bench = createGuardedBench();
const { engine, twice, truth, rules, schema } = bench;

/** A protected field: how it is asked for, and what its answer holds. */
interface Protected {
  readonly type: 'Person' | 'Company';
  readonly coordinate: string;
  readonly selection: string;
  readonly canary: string;
  /** A field that requires this one. */
  readonly digest: string;
}

const DIGESTED = ['known', 'scoped', 'either', 'recorded', 'purposeful', 'both', 'pin'];

function protectedField(coordinate: string, selection?: string, text = canary(coordinate)): Protected {
  const [type = '', field = ''] = coordinate.split('.');
  return {
    type: type === 'Company' ? 'Company' : 'Person',
    coordinate,
    selection: selection ?? field,
    canary: text,
    digest: DIGESTED.includes(field) ? `${field}Digest` : 'titleDigest',
  };
}

const PROTECTED: readonly Protected[] = [
  ...DIGESTED.map((field) => protectedField(`Person.${field}`)),
  ...DIGESTED.map((field) => protectedField(`Person.${field}Digest`)),
  protectedField('Person.diary', 'diary(day: 1) { page next { page } }'),
  protectedField('Person.badge'),
  protectedField('Person.mood', undefined, 'CANARY_OF_MOOD'),
  protectedField('Person.salary'),
  protectedField('Vault.gold', 'vault { gold }'),
  protectedField('Account.iban', 'account { number iban }'),
  protectedField('Company.motto'),
  protectedField('Company.secret'),
  protectedField('Company.debt'),
];

type Shape = (field: Protected) => string;
const root = ({ type }: Protected) => (type === 'Person' ? 'person(id: "1")' : 'company(id: "c1")');

const SHAPES: Readonly<Record<string, Shape>> = {
  alias: (field) => `{ ${root(field)} { title hidden: ${field.selection} } }`,
  fragment: (field) => `{ ${root(field)} { ...F ... @include(if: true) { title } } }
    fragment F on ${field.type} { id ${field.selection} }`,
  interface: ({ type, selection }) => `{ nodes { id ... on ${type} { ${selection} title } } }`,
  union: ({ type, selection }) =>
    `{ found { ... on ${type} { ${selection} } ... on Person { name: title } ... on Company { name: title } } }`,
  '@requires': (field) => `{ ${root(field)} { titleDigest ${field.digest} ${field.selection} } }`,
  nested: ({ type, selection }) =>
    type === 'Person'
      ? `{ company(id: "c1") { owner { friends { employer { owner { title ${selection} } } } } } }`
      : `{ people { title employer { owner { employer { title ${selection} } } } } }`,
  list: ({ type, selection }) =>
    type === 'Person'
      ? `{ grid { title ${selection} } }`
      : `{ people { friends { employer { ${selection} } } } }`,
  _entities: ({ type, selection }) =>
    type === 'Person'
      ? `{ rich { title ${selection} account { owner { titleDigest ${selection} } } } person(id: "2") { ${selection} } }`
      : `{ wealthy { title ${selection} } company(id: "c2") { titleDigest ${selection} } }`,
};

describe.each(PROTECTED.map((field) => [field.coordinate, field] as const))('%s', (coordinate, field) => {
  const [type = '', name = ''] = coordinate.split('.');

  it.each(Object.entries(SHAPES))(
    'is in the answer for whom it may be, asked for by %s',
    async (_, shape) => {
      const { data, errors } = await engine(parse(shape(field)), {}, EVERYTHING);

      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain(field.canary);
    },
  );

  it.each(Object.entries(SHAPES))('is in no answer for others, asked for by %s', async (_, shape) => {
    const document = parse(shape(field));
    const without = [...grantsWithout(bench, type, name), NO_GRANTS];
    expect(without.length).toBeGreaterThan(1);

    for (const grants of without) {
      const given = await engine(document, {}, grants);
      const expected = await truth(document, {}, grants);

      expect(JSON.stringify(given)).not.toContain(field.canary);
      expect(plainData(given)).toEqual(plainData(expected.answer));
      expect(faultsOfErrors(expected, given)).toEqual([]);
      expect(given.errors?.map(({ path }) => path?.length ?? 0)).not.toContain(0);
    }
  });
});

describe('the matrix', () => {
  it('has every protected field of the graph', () => {
    const missing = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!('getFields' in type) || isAbstractType(type) || type.name.startsWith('__')) return [];
      return Object.keys(type.getFields())
        .filter((field) => rules.ofField(type.name, field).demands.length > 0)
        .map((field) => `${type.name}.${field}`);
    });
    const elsewhere = ['Query.vault', 'Query.things', 'Query.motto', 'Mutation.open', 'Person.vault'];
    const behind = ['Vault.id', 'House.name', 'House.safe', 'Car.plate'];

    expect(missing.sort()).toEqual(
      [...PROTECTED.map(({ coordinate }) => coordinate), ...elsewhere, ...behind].sort(),
    );
  });
});

describe('generated operations', () => {
  const RUNS = 400;
  const SEED = Number(process.env['ORACLE_SEED'] ?? 1);
  const arbitraryGrants = fc.oneof(
    { weight: 1, arbitrary: fc.constant(NO_GRANTS) },
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.subarray(ALL_SCOPES), fc.subarray(ALL_POLICIES))
        .map(([scopes, policies]) => createGrants(scopes, policies)),
    },
  );
  const coordinates = [
    ...PROTECTED,
    ...['Query.motto', 'House.safe', 'Car.plate'].map((each) => protectedField(each)),
  ];

  /** What an answer may not hold. */
  function forbidden(grants: Grants): string[] {
    return coordinates.flatMap(({ coordinate, canary }) => {
      const [type = '', field = ''] = coordinate.split('.');
      return unmetDemand(rules.ofField(type, field), grants) ? [canary] : [];
    });
  }

  /** Of what may be of several types the engine refuses what is refused of one; one schema knows which it is. */
  function asksAcrossTypes({ document }: GeneratedOperation, grants: Grants): boolean {
    let found = false;
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field({ name }) {
          const parent = types.getParentType();
          if (!parent || !unmetDemand(rules.ofField(parent.name, name.value), grants)) return;
          if (isAbstractType(parent) || name.value.startsWith('__')) found = true;
        },
      }),
    );
    return found;
  }

  it('leak nothing, and are answered as by one schema with the same rules', async () => {
    const operations = arbitraryOperation(schema, bench.samples);
    const property = async (operation: GeneratedOperation, grants: Grants): Promise<void> => {
      const { document, variables } = operation;
      const given = await engine(document, variables, grants);
      const text = JSON.stringify(given);

      expect(forbidden(grants).filter((each) => text.includes(each))).toEqual([]);
      const again = await twice(document, variables, grants);
      expect(plainData(again)).toEqual(plainData(given));
      if (asksAcrossTypes(operation, grants)) return;
      const expected = await truth(document, variables, grants);
      expect(plainData(given)).toEqual(plainData(expected.answer));
      expect(faultsOfErrors(expected, given)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(operations, arbitraryGrants, property), { numRuns: RUNS, seed: SEED });
  }, 120_000);
});
