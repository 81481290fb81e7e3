/** One schema of the same data, by graphql-js: what the specification says the answer is. */
import {
  buildASTSchema,
  type DocumentNode,
  execute,
  type FieldDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  type TypeNode,
  visit,
} from 'graphql';
import type { Execute } from './oracle.ts';

/** By type and field. Each names what it needs of its source and arguments. */
export interface Resolvers {
  readonly [type: string]: { readonly [field: string]: (source: never, args: never) => unknown };
}

/** Merges resolver maps; of two resolvers for one field, the later wins. */
export function mergeResolvers(...maps: readonly Resolvers[]): Resolvers {
  const merged: Record<string, Resolvers[string]> = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) merged[type] = { ...merged[type], ...fields };
  }
  return merged;
}

export function createMonolithExecute(schema: GraphQLSchema): Execute {
  return async (document, variableValues) => execute({ schema, document, variableValues });
}

/** @param sdl Without descriptions or directives that matter. */
export function buildMonolith(sdl: string, resolvers: Resolvers): GraphQLSchema {
  return withResolvers(buildASTSchema(parse(sdl)), resolvers);
}

/** The same schema where every field may be null, and so no error takes anything with it. */
export function buildUnboundMonolith(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const nullable: DocumentNode = visit(parse(sdl), {
    [Kind.FIELD_DEFINITION]: (field: FieldDefinitionNode): FieldDefinitionNode => ({
      ...field,
      type: toNullable(field.type),
    }),
  });
  return withResolvers(buildASTSchema(nullable), resolvers);
}

function toNullable(type: TypeNode): TypeNode {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return toNullable(type.type);
    case Kind.LIST_TYPE:
      return { ...type, type: toNullable(type.type) };
    case Kind.NAMED_TYPE:
      return type;
  }
}

function withResolvers(schema: GraphQLSchema, resolvers: Resolvers): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolver = resolvers[type.name]?.[field.name];
      if (resolver) field.resolve = resolver as unknown as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}
