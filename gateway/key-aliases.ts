/**
 * The planner adds key fields and `__typename` to what it asks of a system, under
 * their own names. An alias that takes such a name for another field would make
 * that field the key, and the answer wrong without an error.
 */
import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { requestError } from './error-codes.ts';

/** Names of the key fields of each type. */
export type KeyFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads each `@join__type(key:)` of a supergraph. */
export function keyFieldsOf(supergraphSdl: string): KeyFields {
  const keys = new Map<string, Set<string>>();
  for (const definition of parse(supergraphSdl).definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    const names = new Set<string>();
    for (const { name, arguments: args = [] } of definition.directives ?? []) {
      if (name.value !== 'join__type') continue;
      const key = args.find((argument) => argument.name.value === 'key')?.value;
      if (key?.kind === Kind.STRING) for (const field of fieldsIn(key.value)) names.add(field);
    }
    if (names.size > 0) keys.set(definition.name.value, names);
  }
  return keys;
}

function fieldsIn(key: string): string[] {
  const names: string[] = [];
  visit(parse(`{ ${key} }`), {
    enter(node) {
      if (node.kind === Kind.FIELD) names.push(node.name.value);
    },
  });
  return names;
}

/** The first alias of a valid document that takes a name the planner needs. */
export function findKeyAlias(
  schema: GraphQLSchema,
  document: DocumentNode,
  keys: KeyFields,
): GraphQLError | undefined {
  const typeInfo = new TypeInfo(schema);
  let error: GraphQLError | undefined;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ alias, name }) {
        const parent = typeInfo.getParentType();
        if (error || !alias || alias.value === name.value || !parent) return;
        if (alias.value === '__typename' || isKeyOf(parent, alias.value)) {
          error = requestError(
            'GRAPHQL_VALIDATION_FAILED',
            `The alias "${alias.value}" of "${parent.name}.${name.value}" is the name of a field that identifies an object. Choose another alias.`,
          );
        }
      },
    }),
  );
  return error;

  function isKeyOf(parent: GraphQLCompositeType, name: string): boolean {
    const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
    return types.some((type) => keys.get(type.name)?.has(name));
  }
}
