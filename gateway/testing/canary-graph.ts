/**
 * Our graph, every field of which answers with a value that names it: what a
 * role may see can be read off the bytes of an answer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isEnumType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import { buildSubgraph, type Subgraph } from '#kit/subgraph';
import { loadSubgraphList } from '../../schema/tools/subgraph-list.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface CanaryGraph {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly Subgraph[];
}

type Source = Readonly<Record<string, unknown>>;

export function createCanaryGraph(): CanaryGraph {
  return {
    supergraphSdl: readFileSync(join(ROOT, 'schema/generated/supergraph.graphql'), 'utf8'),
    subgraphs: loadSubgraphList(ROOT).map(({ name, typeDefs }) =>
      buildSubgraph({
        name,
        typeDefs,
        resolvers: canaryResolvers(buildSubgraphSchema([{ typeDefs }])),
        createContext: () => ({}),
      }),
    ),
  };
}

/** Of a leaf; equal in all subgraphs. Booleans and enums can't name anything: only whether they are there tells. */
export function canaryOf(type: string, field: string, leaf: GraphQLOutputType): unknown {
  const nullable = getNullableType(leaf);
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  switch (String(nullable)) {
    case 'Boolean':
      return true;
    case 'Int':
    case 'Float':
    case 'Fen':
      return numberOf(`${type}.${field}`);
    default:
      return `⟦${type}.${field}⟧`;
  }
}

/** Nine digits that stand for a coordinate, and are in no answer by accident. */
function numberOf(coordinate: string): number {
  let hash = 7;
  for (const character of coordinate) hash = (hash * 31 + character.charCodeAt(0)) % 899_999_999;
  return 100_000_000 + hash;
}

function canaryResolvers(schema: GraphQLSchema): object {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || type.name === '_Service') continue;
    const fields: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_entities' || field.name === '_service') continue;
      // Keys are what the representation says, so that entities are joined; so is what a field requires of others.
      const isExternal = field.astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;
      fields[field.name] = (source: Source | undefined) =>
        source?.[field.name] ?? (isExternal ? null : answerOf(type.name, field.name, field.type));
    }
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    if (!isRoot) fields['__resolveReference'] = (reference: Source) => reference;
    resolvers[type.name] = fields;
  }
  return resolvers;
}

function answerOf(type: string, field: string, returned: GraphQLOutputType): unknown {
  const nullable = getNullableType(returned);
  if (isListType(nullable)) return [answerOf(type, field, nullable.ofType)];
  return isCompositeType(nullable) ? {} : canaryOf(type, field, nullable);
}
