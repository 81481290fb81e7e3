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

/** The largest trusted document, a portfolio of 100 customers, is at 27,110. */
export const COST_LIMIT = 32_000;

const SIZE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'months']);
/** Resolvers refuse far less; this keeps the number of an absurd page readable. */
const LARGEST_PAGE = 1_000;
/** A list that takes no size is short: accounts, subscribers, reasons. */
const LIST_GUESS = 5;
/** One introspection query of a tool fits, two do not. */
const INTROSPECTION_LIST_GUESS = 7;

/** A selection set, as far as its cost goes. */
interface CostedSet {
  /** Its own fields. */
  readonly fields: number;
  /** Those that have fields below them. */
  readonly below: readonly CostedField[];
}

interface CostedField {
  readonly set: CostedSet;
  /** Items where nobody says how many; undefined where it is no list. */
  readonly guess: number | undefined;
  /** The size that the field is asked for, if it takes one. */
  readonly asked: (variables: Variables) => number | undefined;
}

/** @returns The cost for given variables. Fragments are written out, which the limits on a document keep short. */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Variables) => number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let hangsOnVariables = false;
  const compileSize = createSizeCompiler(operation, () => {
    hangsOnVariables = true;
  });

  function compileSet({ selections }: SelectionSetNode, parent: GraphQLCompositeType): CostedSet {
    let fields = 0;
    const below: CostedField[] = [];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        fields += 1;
        const field = fieldOf(parent, selection.name.value);
        const type = field && getNamedType(field.type);
        if (!field || !isCompositeType(type) || !selection.selectionSet) continue;
        below.push({
          set: compileSet(selection.selectionSet, type),
          guess: isListType(getNullableType(field.type)) ? guessFor(type) : undefined,
          asked: compileSize(field, selection.arguments ?? []),
        });
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment) continue;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const inner = compileSet(fragment.selectionSet, isCompositeType(condition) ? condition : parent);
      fields += inner.fields;
      below.push(...inner.below);
    }
    return { fields, below };
  }

  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const set = compileSet(operation.selectionSet, root);
  if (hangsOnVariables) return (variables) => costOf(set, variables, undefined);
  const always = costOf(set, {}, undefined);
  return () => always;
}

/** @param page The size that was asked of a connection; it is that of the list within. */
function costOf({ fields, below }: CostedSet, variables: Variables, page: number | undefined): number {
  let cost = fields;
  for (const { set, guess, asked } of below) {
    const size = asked(variables);
    cost +=
      guess === undefined
        ? costOf(set, variables, size)
        : (size ?? page ?? guess) * costOf(set, variables, undefined);
  }
  return cost;
}

type FindCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => number;

/** Reads an operation once, and its variables on every request. */
export function createCosts(): FindCost {
  const compiled = new WeakMap<
    OperationDefinitionNode,
    { schema: GraphQLSchema; cost: ReturnType<typeof compileCost> }
  >();
  return (schema, document, operation, variables) => {
    let known = compiled.get(operation);
    if (known?.schema !== schema) {
      known = { schema, cost: compileCost(schema, document, operation) };
      compiled.set(operation, known);
    }
    return known.cost(variables);
  };
}

/** TOO_COSTLY. */
export function tooCostly(cost: number): GraphQLError {
  return requestError(
    'TOO_COSTLY',
    `The operation could return ${cost} fields; the limit is ${COST_LIMIT}. ` +
      'Ask for fewer items at a time with `first` or `months`, or split it into several requests.',
  );
}

type CompileSize = (
  field: GraphQLField<unknown, unknown>,
  args: readonly ArgumentNode[],
) => (variables: Variables) => number | undefined;

/**
 * The size a field is asked for: its literal, its variable, or the default of either.
 *
 * @param onVariable Called for each that is a variable.
 */
function createSizeCompiler(
  { variableDefinitions = [] }: OperationDefinitionNode,
  onVariable: () => void,
): CompileSize {
  const defaults = new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );

  function compileGiven(value: ArgumentNode['value'] | undefined): (variables: Variables) => unknown {
    if (value?.kind === Kind.INT) return () => Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return () => undefined;
    onVariable();
    const name = value.name.value;
    const fallback = defaults.get(name);
    const size = fallback?.kind === Kind.INT ? Number(fallback.value) : undefined;
    return (variables) => variables[name] ?? size;
  }

  return (field, args) => {
    const definition = field.args.find(({ name }) => SIZE_ARGUMENTS.has(name));
    if (!definition) return () => undefined;
    const given = compileGiven(args.find(({ name }) => name.value === definition.name)?.value);
    return (variables) => {
      const size = given(variables) ?? definition.defaultValue;
      // Whatever is no number is refused where variables are coerced.
      return typeof size === 'number' ? Math.min(Math.max(size, 1), LARGEST_PAGE) : undefined;
    };
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
