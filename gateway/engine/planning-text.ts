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

/** @returns Undefined where no subgraph needs to be asked. */
export function planningText(schema: GraphQLSchema, operation: OperationDefinitionNode): string | undefined {
  const root = schema.getRootType(operation.operation)?.name ?? '';
  const { selections } = gather(schema, root, [operation.selectionSet]);
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

/** What several selection sets ask of an object of this type, as one. */
function gather(schema: GraphQLSchema, parent: string, sets: readonly SelectionSetNode[]): SelectionSetNode {
  const fields = new Map<string, FieldNode[]>();
  const fragments = new Map<string, InlineFragmentNode[]>();

  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) add(fields, keyOf(selection), selection);
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue;
      const condition = selection.typeCondition?.name.value ?? parent;
      if (applies(schema, parent, condition)) read(selection.selectionSet);
      else if (mayApply(schema, parent, condition)) add(fragments, condition, selection);
    }
  }
  sets.forEach(read);

  const selections: SelectionNode[] = [...fields.values()].map((same) => gatherField(schema, parent, same));
  for (const [condition, same] of fragments) {
    const selectionSet = gather(
      schema,
      condition,
      same.map((each) => each.selectionSet),
    );
    // Of which only what can't be was asked.
    if (selectionSet.selections.length > 0)
      selections.push({ ...(same[0] as InlineFragmentNode), selectionSet });
  }
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] };
}

function gatherField(schema: GraphQLSchema, parent: string, same: readonly FieldNode[]): FieldNode {
  const [{ alias, ...field }] = same as [FieldNode];
  // One name for it everywhere: an alias would hide it from the planner.
  if (field.name.value === TYPENAME.name.value) return TYPENAME;
  const sets = same.flatMap(({ selectionSet }) => selectionSet ?? []);
  const type = schema.getType(parent);
  const definition =
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  return {
    ...field,
    ...(alias && { alias }),
    ...(sets.length > 0 &&
      definition && { selectionSet: gather(schema, getNamedType(definition.type).name, sets) }),
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

/** Whether an object of the type may be of the other one. */
function mayApply(schema: GraphQLSchema, name: string, condition: string): boolean {
  const possible = new Set(possibleTypes(schema, condition));
  return possibleTypes(schema, name).some((each) => possible.has(each));
}

function possibleTypes(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((each) => each.name) : [name];
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
