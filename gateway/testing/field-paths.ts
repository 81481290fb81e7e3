/** Ways through a schema to each of its types, as operations that ask for every field of a type. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

export interface FieldPath {
  readonly type: GraphQLObjectType;
  readonly operation: 'query' | 'mutation';
  /** Fields from the root to an object of the type; empty for the root itself. */
  readonly steps: readonly { readonly parent: GraphQLObjectType; readonly field: Field }[];
}

/** The shortest way to every object type. */
export function pathsToTypes(schema: GraphQLSchema): FieldPath[] {
  const found = new Map<GraphQLObjectType, FieldPath>();
  const roots: [FieldPath['operation'], GraphQLObjectType | null | undefined][] = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ];
  const waiting: FieldPath[] = [];
  for (const [operation, type] of roots) {
    if (!type) continue;
    const path = { type, operation, steps: [] };
    found.set(type, path);
    waiting.push(path);
  }
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    for (const field of fieldsOf(path.type)) {
      const type = getNamedType(field.type);
      if (!isObjectType(type) || isIntrospectionType(type) || found.has(type)) continue;
      const next: FieldPath = { ...path, type, steps: [...path.steps, { parent: path.type, field }] };
      found.set(type, next);
      waiting.push(next);
    }
  }
  return [...found.values()];
}

export function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields());
}

/** A field with what it must be given; of an object, only that it is there. */
export function askFor(field: Field, selection?: string): string {
  const below = selection ?? (isLeafType(getNamedType(field.type)) ? '' : '{ __typename }');
  return `${field.name}${argumentsOf(field.args)} ${below}`;
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  const required = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${literalOf(type)}`);
  return required.length > 0 ? `(${required.join(', ')})` : '';
}

function literalOf(input: GraphQLInputType): string {
  const type = isNonNullType(input) ? input.ofType : input;
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map(({ name, type: of }) => `${name}: ${literalOf(of)}`).join(', ')} }`;
  }
  const literals: Readonly<Record<string, string>> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    Fen: '1',
    DateTime: '"2026-11-20T10:00:00+08:00"',
    LocalDate: '"2026-11-20"',
    LocalMonth: '"2026-11"',
  };
  return literals[String(getNullableType(type))] ?? '"1"';
}
