/**
 * The text that a planner gets. Planners lose their way where an operation says
 * one thing in several places, or things that can't be, so what it says is
 * gathered: each field once, each type condition once, none that can't apply.
 */
import {
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fieldType, isWithin, possibleTypes } from './schema-types.ts';
import type { Supergraph } from './supergraph.ts';

/** @returns Undefined where no subgraph needs to be asked. */
export function planningText(
  { apiSchema: schema, keyFields }: Pick<Supergraph, 'apiSchema' | 'keyFields'>,
  operation: OperationDefinitionNode,
): string | undefined {
  const root = schema.getRootType(operation.operation)?.name ?? '';
  const { selections } = gather({ schema, keyFields }, root, [operation.selectionSet]);
  // What the schema answers, and the name of the root, are no subgraph's.
  const asked = selections.filter((each) => each.kind !== Kind.FIELD || !each.name.value.startsWith('__'));
  if (asked.length === 0) return undefined;

  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: asked };
  const used = new Set<string>();
  visit(selectionSet, {
    Variable({ name }) {
      used.add(name.value);
    },
  });
  const { variableDefinitions = [] } = operation;
  const planned = {
    ...operation,
    selectionSet,
    variableDefinitions: variableDefinitions.filter(({ variable }) => used.has(variable.name.value)),
  };
  return print(
    visit(planned, {
      Variable({ name, ...variable }) {
        return { ...variable, name: { ...name, value: PLANNED_VARIABLE + name.value } };
      },
    }),
  );
}

/** Starts the names of a client's variables in a plan, which has some of its own (`representations`). */
const PLANNED_VARIABLE = 'v_';

/** The client's name of a variable of a plan. */
export function clientVariable(planned: string): string {
  return planned.slice(PLANNED_VARIABLE.length);
}

interface Graph {
  readonly schema: GraphQLSchema;
  readonly keyFields: Supergraph['keyFields'];
}

/** What several selection sets ask of an object of this type, as one. */
function gather(graph: Graph, parent: string, sets: readonly SelectionSetNode[]): SelectionSetNode {
  const { schema, keyFields } = graph;
  const fields = new Map<string, FieldNode[]>();
  const fragments = new Map<string, SelectionSetNode[]>();

  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) add(fields, keyOf(selection), selection);
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue;
      const { selectionSet, typeCondition } = selection;
      const condition = typeCondition?.name.value ?? parent;
      if (isWithin(schema, parent, condition)) read(selectionSet);
      else for (const type of typesBetween(schema, parent, condition)) add(fragments, type, selectionSet);
    }
  }
  sets.forEach(read);

  const inner = [...fragments].map(
    ([condition, same]) => [condition, gather(graph, condition, same)] as const,
  );
  // What is a key is asked of all or of none.
  const keys = keyFields(parent);
  for (const field of inner.flatMap(([, { selections }]) => selections)) {
    if (isLeaf(field) && keys.has(keyOf(field))) add(fields, keyOf(field), field);
  }
  const own = [...fields.values()].map((same) => gatherField(graph, parent, same));
  const asked = new Set(own.filter(isLeaf).map(keyOf));
  const parts = inner.flatMap(([condition, set]) => {
    const selections = notAsked(set.selections, asked);
    return selections.length > 0 ? [onType(condition, selections)] : [];
  });
  // Which fragments apply only the type tells, also those of which all is asked anyway.
  const isTypeAsked =
    parts.length < inner.length || parts.some(({ selectionSet }) => isTypename(selectionSet));
  const kept = parts.filter(({ selectionSet }) => !isTypename(selectionSet));
  const selections = [...own, ...(isTypeAsked && !asked.has(TYPENAME.name.value) ? [TYPENAME] : []), ...kept];
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] };
}

/** Without the fields that the object is asked for anyway. */
function notAsked(selections: readonly SelectionNode[], asked: ReadonlySet<string>): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (isLeaf(selection)) return asked.has(keyOf(selection)) ? [] : [selection];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
    const inner = notAsked(selection.selectionSet.selections, asked);
    return inner.length > 0 ? [onType(selection.typeCondition?.name.value ?? '', inner)] : [];
  });
}

function onType(condition: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function isLeaf(selection: SelectionNode): selection is FieldNode {
  return selection.kind === Kind.FIELD && !selection.selectionSet;
}

function isTypename({ selections }: SelectionSetNode): boolean {
  return selections.length === 1 && selections[0] === TYPENAME;
}

function gatherField(graph: Graph, parent: string, same: readonly FieldNode[]): FieldNode {
  const [{ alias, ...field }] = same as [FieldNode];
  // One name for it everywhere: an alias would hide it from the planner.
  if (field.name.value === TYPENAME.name.value) return TYPENAME;
  const sets = same.flatMap(({ selectionSet }) => selectionSet ?? []);
  const type = fieldType(graph.schema, parent, field.name.value);
  return {
    ...field,
    ...(alias && { alias }),
    ...(sets.length > 0 && type && { selectionSet: gather(graph, getNamedType(type).name, sets) }),
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function keyOf({ alias, name }: FieldNode): string {
  return name.value === TYPENAME.name.value ? name.value : (alias ?? name).value;
}

/**
 * The types to ask for what a fragment asks of some objects of an abstract
 * type: those that these can be of, where they are few, for planners know best
 * what to do with objects.
 */
function typesBetween(schema: GraphQLSchema, parent: string, condition: string): readonly string[] {
  const within = new Set(possibleTypes(schema, parent));
  const types = possibleTypes(schema, condition).filter((type) => within.has(type));
  return types.length > MOST_TYPES ? [condition] : types;
}

const MOST_TYPES = 10;

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
