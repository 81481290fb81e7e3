/**
 * An operation in the one form that is planned and answered: fragments written
 * out, `@skip` and `@include` decided, aliases out of the way of the planner.
 *
 * A planner adds keys, and what `@requires` names, under their own names. A
 * client's alias that takes such a name (`id: name`) would make that field the
 * key, and a client's argument (`comments(limit: 1)` beside a required
 * `comments(limit: 3)`) would be the one that is required. So what a client
 * aliases, and what takes arguments, gets a prefix that no field has; the answer
 * takes it off again.
 */
import {
  type BooleanValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableNode,
  visit,
} from 'graphql';
import { isIntrospection } from './schema-types.ts';
import type { Supergraph } from './supergraph.ts';

export interface NormalOperation {
  readonly operation: OperationDefinitionNode;
  /** Fields of the root that only the schema answers: `__schema` and `__type`. */
  readonly introspection: readonly FieldNode[];
}

export type Variables = Readonly<Record<string, unknown>>;

/** Names of the variables that decide a `@skip` or `@include`: each set of their values is a plan of its own. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const condition = conditionOf(node);
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names];
}

/** @param variables Those that `conditionVariables` names. */
export function normalise(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { freePrefix: prefix, takesArguments }: Pick<Supergraph, 'freePrefix' | 'takesArguments'>,
  variables: Variables,
): NormalOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function normaliseSet({ selections }: SelectionSetNode): SelectionSetNode {
    const kept = selections.flatMap(normaliseSelection);
    return { kind: Kind.SELECTION_SET, selections: kept.length > 0 ? kept : [placeholder(prefix)] };
  }

  function normaliseSelection(selection: SelectionNode): readonly SelectionNode[] {
    if (isLeftOut(selection, variables)) return [];
    if (selection.kind === Kind.FIELD) return [normaliseField(selection)];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    // Validation has seen that it exists.
    if (!fragment) return [];
    const { typeCondition, selectionSet } = fragment;
    if (!typeCondition) return selectionSet.selections.flatMap(normaliseSelection);
    const selections = selectionSet.selections.flatMap(normaliseSelection);
    if (selections.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition,
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
    ];
  }

  function normaliseField({ alias, selectionSet, directives = [], ...field }: FieldNode): FieldNode {
    const key = alias?.value ?? field.name.value;
    const isOwn = key !== field.name.value || takesArguments(field.name.value);
    return {
      ...field,
      ...(isOwn && { alias: { kind: Kind.NAME, value: prefix + key } }),
      directives: directives.filter((directive) => conditionOf(directive) === undefined),
      ...(selectionSet && { selectionSet: normaliseSet(selectionSet) }),
    };
  }

  const normal = { ...operation, selectionSet: normaliseSet(operation.selectionSet) };
  return {
    operation: normal,
    introspection: rootFields(normal.selectionSet).filter(({ name }) => isIntrospection(name.value)),
  };
}

/** The client's name of a field. Undefined where it did not ask for it. */
export function responseKeyOf({ alias, name }: FieldNode, prefix: string): string | undefined {
  if (alias === undefined) return name.value;
  return alias.value === prefix ? undefined : alias.value.slice(prefix.length);
}

/** Where the value of a field is in what subgraphs answered. */
export function dataKeyOf({ alias, name }: FieldNode): string {
  return name.value === '__typename' ? name.value : (alias?.value ?? name.value);
}

/** What to ask for where nothing is asked: an object without fields is still there, or null. */
export function placeholder(prefix: string): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '__typename' },
    alias: { kind: Kind.NAME, value: prefix },
  };
}

function isLeftOut({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.some((directive) => {
    const condition = conditionOf(directive);
    if (!condition) return false;
    const value = condition.kind === Kind.VARIABLE ? variables[condition.name.value] : condition.value;
    return directive.name.value === 'skip' ? value === true : value !== true;
  });
}

function conditionOf({
  name,
  arguments: args = [],
}: DirectiveNode): VariableNode | BooleanValueNode | undefined {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  const value = args.find((argument) => argument.name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE || value?.kind === Kind.BOOLEAN ? value : undefined;
}

/** Fields of the root, those of fragments on it included. */
function rootFields({ selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? rootFields(selection.selectionSet) : [];
  });
}
