/**
 * Every role × every field of the graph, in every shape that a query can have,
 * against the rules as they are written in the SDL files. The subgraphs answer
 * each field with a value that names it, so that a leak is seen in the bytes.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ConstDirectiveNode,
  execute,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { createGrants, type Grants } from '#kit/access/grants';
import { noteAccesses, testViewer } from '#kit/testing/viewer';
import { loadRoles } from '../../schema/tools/roles.ts';
import { loadSubgraphList } from '../../schema/tools/subgraph-list.ts';
import type { Engine } from '../engine/engine.ts';
import { createEngines, type Engines } from '../engines.ts';
import { type CanaryGraph, canaryOf, createCanaryGraph } from '../testing/canary-graph.ts';
import { askFor, type FieldPath, fieldsOf, pathsToTypes } from '../testing/field-paths.ts';
import { createInProcessTransport } from '../transports/in-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROLES = Object.entries(loadRoles(ROOT));
/** A role as it comes, and one that has said why and whose customer is authenticated. */
const POLICIES = [['on_record'], ['on_record', 'purpose', 'customer_authenticated'], []];

/** Of a coordinate or a type: lists of scopes and of policies, one of which must be granted whole. */
type Written = Map<string, { scopes: string[][]; policies: string[][] }[]>;

/** The rules as they stand in the files, read without the code that is under test. */
function readWritten(): Written {
  const written: Written = new Map();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const { name, arguments: args = [] } of directives) {
      const given = args[0] ? (valueFromASTUntyped(args[0].value) as string[][]) : [];
      const rule = { scopes: [] as string[][], policies: [] as string[][] };
      if (name.value === 'requiresScopes') rule.scopes = given;
      else if (name.value === 'policy') rule.policies = given;
      else continue;
      written.set(coordinate, [...(written.get(coordinate) ?? []), rule]);
    }
  };
  for (const { typeDefs } of loadSubgraphList(ROOT)) {
    for (const definition of typeDefs.definitions) {
      if (!('name' in definition) || !definition.name) continue;
      const type = definition.name.value;
      if (definition.kind === Kind.DIRECTIVE_DEFINITION || !('directives' in definition)) continue;
      note(type, definition.directives as readonly ConstDirectiveNode[]);
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const field of definition.fields ?? []) note(`${type}.${field.name.value}`, field.directives);
    }
  }
  return written;
}

const written = readWritten();

function isAllowed(grants: Grants, ...coordinates: string[]): boolean {
  const has = (lists: string[][], of: ReadonlySet<string>): boolean =>
    lists.length === 0 || lists.some((all) => all.every((name) => of.has(name)));
  return coordinates
    .flatMap((coordinate) => written.get(coordinate) ?? [])
    .every(({ scopes, policies }) => has(scopes, grants.scopes) && has(policies, grants.policies));
}

function mayAsk(
  grants: Grants,
  parent: GraphQLObjectType,
  field: FieldPath['steps'][number]['field'],
): boolean {
  return isAllowed(grants, parent.name, `${parent.name}.${field.name}`, getNamedType(field.type).name);
}

/** Each makes the fields of a type part of an operation in another way. */
const SHAPES: Readonly<
  Record<string, (fields: string, type: string) => { selection: string; rest?: string }>
> = {
  plain: (fields) => ({ selection: fields }),
  fragment: (fields, type) => ({ selection: '...F', rest: `fragment F on ${type} { ${fields} }` }),
  'inline fragment': (fields, type) => ({ selection: `... on ${type} { ${fields} }` }),
  'fragment without a type': (fields) => ({ selection: `... @include(if: true) { ${fields} }` }),
  'nested fragments': (fields, type) => ({
    selection: `...A ...A`,
    rest: `fragment A on ${type} { ... on ${type} { ...B } } fragment B on ${type} { ${fields} }`,
  }),
};

let graph: CanaryGraph;
let engines: Engines;
let engine: Engine;
let api: GraphQLSchema;
let paths: FieldPath[];

beforeAll(async () => {
  graph = createCanaryGraph();
  const byName = new Map(graph.subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  engines = createEngines({
    connect: ({ name }) => {
      const subgraph = byName.get(name);
      if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
      return createInProcessTransport(subgraph);
    },
    trusted: new Map(),
  });
  engine = await engines.load(graph.supergraphSdl);
  api = engine.schema;
  paths = pathsToTypes(api);
}, 60_000);
afterAll(() => engines.close());

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly { path?: readonly (string | number)[]; extensions: Record<string, unknown> }[];
}

async function ask(text: string, grants: Grants): Promise<Answer & { text: string }> {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  const prepared = await engine.prepare({ hash: text, document, operation, size: text.length }, {}, grants);
  const asker = {
    viewer: { ...testViewer(), grants },
    accesses: noteAccesses(),
    addressHash: '',
    pace: 'SECTION',
  } as const;
  const answer = await prepared({}, { contexts: new Map(), asker });
  return { ...(JSON.parse(JSON.stringify(answer)) as Answer), text: JSON.stringify(answer.data) };
}

/** An operation for every field of a type: those of leaves under an alias, objects by what they are. */
function operationFor({ operation, steps, type }: FieldPath, shape: keyof typeof SHAPES): string {
  const fields = fieldsOf(type)
    .map((field, at) => `f${at}: ${askFor(field)}`)
    .join(' ');
  const { selection, rest = '' } = SHAPES[shape]?.(fields, type.name) ?? { selection: fields };
  const nested = steps.reduceRight((below, { field }) => `{ ${askFor(field, below)} }`, `{ ${selection} }`);
  return `${operation} ${nested} ${rest}`;
}

/** What an answer has at the end of a path through lists of one. */
function objectAt(data: unknown, { steps }: FieldPath): Record<string, unknown> | null {
  let value = data as Record<string, unknown> | null;
  for (const { field } of steps) {
    if (value === null) return null;
    let next = value[field.name];
    while (Array.isArray(next)) next = next[0] as unknown;
    value = (next ?? null) as Record<string, unknown> | null;
  }
  return value;
}

describe.each(ROLES)('%s', (_role, { scopes }) => {
  const grantSets = POLICIES.map((policies) => createGrants(scopes, policies));

  it.each(Object.keys(SHAPES))('sees what the SDL says, and no more, asked as %s', async (shape) => {
    const leaks: string[] = [];
    for (const grants of grantSets) {
      for (const path of paths) {
        if (path.operation === 'mutation' && path.steps.length === 0) continue;
        const answer = await ask(operationFor(path, shape), grants);
        leaks.push(...differences(path, grants, answer).map((each) => `${each} with ${grants.key}`));
      }
    }
    expect(leaks).toEqual([]);
  });

  it('gets no entity of a subgraph that it may not see, asked for by its key', async () => {
    const leaks: string[] = [];
    for (const grants of grantSets) {
      for (const { name, guardedSchema, createContext } of graph.subgraphs) {
        const viewer = { ...testViewer(), grants };
        for (const type of entitiesOf(guardedSchema)) {
          const fields = fieldsOf(type).map((field, at) => `f${at}: ${askFor(field)}`);
          const { data } = await execute({
            schema: guardedSchema,
            document: parse(
              `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type.name} { ${fields.join(' ')} } } }`,
            ),
            variableValues: { r: [{ __typename: type.name }] },
            contextValue: createContext({
              viewer,
              accesses: noteAccesses(),
              addressHash: '',
              pace: 'SECTION',
            } as const),
          });
          const object = (data as { _entities: (Record<string, unknown> | null)[] } | null)?._entities[0];
          for (const [at, field] of fieldsOf(type).entries()) {
            const isSeen = (object?.[`f${at}`] ?? null) !== null;
            if (isSeen && !isAllowed(grants, type.name, `${type.name}.${field.name}`))
              leaks.push(`${name}: ${type.name}.${field.name}`);
          }
        }
      }
    }
    expect(leaks).toEqual([]);
  });
});

describe('the matrix', () => {
  it('has every object type of the graph', () => {
    const types = Object.values(api.getTypeMap()).filter(
      (type) => isObjectType(type) && !isIntrospectionType(type),
    );
    expect(paths.map(({ type }) => type.name).sort()).toEqual(types.map(({ name }) => name).sort());
    expect(paths.flatMap(({ type }) => fieldsOf(type)).length).toBeGreaterThan(400);
  });

  it('would notice a graph that shows too much, or too little', async () => {
    const none = createGrants([], []);
    const all = createGrants(testViewer().scopes, ['on_record', 'purpose', 'customer_authenticated']);
    for (const path of paths.filter(({ type }) => written.has(type.name))) {
      const shown = await ask(operationFor(path, 'plain'), all);
      const withheld = await ask(operationFor(path, 'plain'), none);
      expect(differences(path, all, shown)).toEqual([]);
      expect(differences(path, none, shown)).not.toEqual([]);
      expect(differences(path, all, withheld)).not.toEqual([]);
    }
  });
});

/** Where an answer has more, or less, or is more silent, than the rules say. */
function differences(path: FieldPath, grants: Grants, answer: Answer & { text: string }): string[] {
  const { type, steps } = path;
  const object = objectAt(answer.data, path);
  const isReached = steps.every(({ parent, field }) => mayAsk(grants, parent, field));
  const errors = answer.errors ?? [];
  const wrong: string[] = [];
  let isNulled = !isReached;
  for (const field of fieldsOf(type)) {
    // A field that may not be null takes its object with it.
    if (!mayAsk(grants, type, field) && String(field.type).endsWith('!')) isNulled = true;
  }
  for (const [at, field] of fieldsOf(type).entries()) {
    const coordinate = `${type.name}.${field.name}`;
    const value = object?.[`f${at}`] ?? null;
    const may = isReached && mayAsk(grants, type, field);
    const named = getNamedType(field.type);
    const canary = isObjectType(named) ? null : canaryOf(type.name, field.name, named);
    if (!may && typeof canary === 'string' && canary.startsWith('⟦') && answer.text.includes(canary)) {
      wrong.push(`${coordinate} leaks`);
    }
    if (!may && value !== null) wrong.push(`${coordinate} is there`);
    if (may && !isNulled && value === null) wrong.push(`${coordinate} is missing`);
  }
  if (!isReached || isNulled) {
    const refused = errors.filter(({ extensions: { code } }) => /FORBIDDEN|NEEDS_|AUDIT_/.test(String(code)));
    if (refused.length === 0 || refused.some(({ path: at }) => !at)) wrong.push(`${type.name} is silent`);
  }
  return wrong;
}

function entitiesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  const union = schema.getType('_Entity');
  return union && 'getTypes' in union ? [...union.getTypes()] : [];
}
