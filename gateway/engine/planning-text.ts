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
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
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

/**
 * What several selection sets ask of an object of this type, as one.
 *
 * @param asked Keys of fields without a selection that the object is asked for anyway.
 */
function gather(
  graph: Graph,
  parent: string,
  sets: readonly SelectionSetNode[],
  asked: ReadonlySet<string> = new Set(),
): SelectionSetNode {
  const { schema, keyFields } = graph;
  const fields = new Map<string, FieldNode[]>();
  const fragments = new Map<string, InlineFragmentNode[]>();

  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD && !asked.has(keyOf(selection))) {
        add(fields, keyOf(selection), selection);
      }
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue;
      const condition = selection.typeCondition?.name.value ?? parent;
      if (applies(schema, parent, condition)) read(selection.selectionSet);
      else for (const type of typesBetween(schema, parent, condition)) add(fragments, type, selection);
    }
  }
  sets.forEach(read);

  const inner = new Map(
    [...fragments].map(([condition, same]) => [
      condition,
      gather(
        graph,
        condition,
        same.map(({ selectionSet }) => selectionSet),
      ),
    ]),
  );
  if (inner.size > 0) {
    // What is a key is asked of all or of none.
    const keys = keyFields(parent);
    for (const { selections } of inner.values()) {
      for (const each of selections) {
        if (each.kind === Kind.FIELD && keys.has(keyOf(each)) && !each.selectionSet)
          add(fields, keyOf(each), each);
      }
    }
  }
  const selections: SelectionNode[] = [...fields.values()].map((same) => gatherField(graph, parent, same));
  const leaves = new Set([
    ...asked,
    ...[...fields].flatMap(([key, same]) => (same.some((each) => each.selectionSet) ? [] : [key])),
  ]);
  for (const [condition, gathered] of inner) {
    const selectionSet = gather(graph, condition, [gathered], leaves);
    if (selectionSet.selections.length === 1 && selectionSet.selections[0] === TYPENAME) {
      // Nothing of its own but the type, which can be asked of all.
      if (!fields.has(TYPENAME.name.value)) selections.push(TYPENAME);
      fields.set(TYPENAME.name.value, [TYPENAME]);
      continue;
    }
    const name = { kind: Kind.NAME as const, value: condition };
    selections.push({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name },
      selectionSet,
    });
  }
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] };
}

function gatherField(graph: Graph, parent: string, same: readonly FieldNode[]): FieldNode {
  const [{ alias, ...field }] = same as [FieldNode];
  // One name for it everywhere: an alias would hide it from the planner.
  if (field.name.value === TYPENAME.name.value) return TYPENAME;
  const sets = same.flatMap(({ selectionSet }) => selectionSet ?? []);
  const type = graph.schema.getType(parent);
  const definition =
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  return {
    ...field,
    ...(alias && { alias }),
    ...(sets.length > 0 &&
      definition && { selectionSet: gather(graph, getNamedType(definition.type).name, sets) }),
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function keyOf({ alias, name }: FieldNode): string {
  return name.value === TYPENAME.name.value ? name.value : (alias ?? name).value;
}

/** Whether every object of the type is of the other one too. */
function applies(schema: GraphQLSchema, name: string, condition: string): boolean {
  if (name === condition) return true;
  const type = schema.getType(name);
  const other = schema.getType(condition);
  return (
    isAbstractType(other) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(other, type)
  );
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

function possibleTypes(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((each) => each.name) : [name];
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
