/**
 * What an operation could cost: the fields its answer could hold, had every list
 * as many items as was asked for. The limits on a document do not see that
 * a page within a page within a page multiplies.
 */
import {
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { requestError } from './error-codes.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The largest trusted document, a portfolio of 100 customers, is at 14,210. */
export const COST_LIMIT = 20_000;

const SIZE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'months']);
/** Resolvers refuse far less; this keeps the number of an absurd page readable. */
const LARGEST_PAGE = 1_000;
/** A list that takes no size is short: accounts, subscribers, reasons. */
const LIST_GUESS = 5;
/** One introspection query of a tool fits, two do not. */
const INTROSPECTION_LIST_GUESS = 6;

/** Walks fragments written out, which the limits on a document keep short. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const sizeOf = createSizeReader(operation, variables);

  /** @param page The size that was asked of a connection; it is that of the list within. */
  function costOfSet(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    page: number | undefined,
  ): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(parent, selection.name.value);
        cost += 1;
        if (!field || !selection.selectionSet) continue;
        const type = getNamedType(field.type);
        if (!isCompositeType(type)) continue;
        const asked = sizeOf(field, selection.arguments ?? []);
        const isList = isListType(getNullableType(field.type));
        const items = isList ? (asked ?? page ?? guessFor(type)) : 1;
        cost += items * costOfSet(selection.selectionSet, type, isList ? undefined : asked);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment) continue;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const type = isCompositeType(condition) ? condition : parent;
      cost += costOfSet(fragment.selectionSet, type, page);
    }
    return cost;
  }

  const root = schema.getRootType(operation.operation);
  return root ? costOfSet(operation.selectionSet, root, undefined) : 0;
}

export function findExcessiveCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): GraphQLError | undefined {
  const cost = costOf(schema, document, operation, variables);
  if (cost <= COST_LIMIT) return undefined;
  return requestError(
    'TOO_COSTLY',
    `The operation could return ${cost} fields; the limit is ${COST_LIMIT}. ` +
      'Ask for fewer items at a time with `first` or `months`, or split it into several requests.',
  );
}

/** The size a field is asked for: its literal, its variable, or the default of either. */
function createSizeReader({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables) {
  const defaults = new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );

  function given({ value }: ArgumentNode): unknown {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return undefined;
    const fallback = defaults.get(value.name.value);
    return variables[value.name.value] ?? (fallback?.kind === Kind.INT ? Number(fallback.value) : undefined);
  }

  return (field: GraphQLField<unknown, unknown>, args: readonly ArgumentNode[]): number | undefined => {
    const definition = field.args.find(({ name }) => SIZE_ARGUMENTS.has(name));
    if (!definition) return undefined;
    const argument = args.find(({ name }) => name.value === definition.name);
    const size = (argument && given(argument)) ?? definition.defaultValue;
    // Whatever is no number is refused where variables are coerced.
    return typeof size === 'number' ? Math.min(Math.max(size, 1), LARGEST_PAGE) : undefined;
  };
}

function guessFor(type: GraphQLCompositeType): number {
  return isIntrospectionType(type) ? INTROSPECTION_LIST_GUESS : LIST_GUESS;
}

/** `__typename` has nothing below it; `__schema` and `__type` do. */
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}
