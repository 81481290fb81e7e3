/** Which types of a subgraph can be taken apart: see required-apart.ts. */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { textArgument } from './join-directives.ts';

interface ApartTypes {
  /** Entities of which the second subgraph has the fields with `@requires`. */
  readonly split: ReadonlySet<string>;
  /** Types that both have as a whole: what those fields return and require, and all that this leads to. */
  readonly shared: ReadonlySet<string>;
}

/**
 * An entity is split where it is plain to do: it and all that its fields with `@requires` lead to is of no interface or
 * union, and nothing leads back to an entity that has such fields, so that whoever is in the second subgraph need never
 * return to the first one.
 */
export function createApartTypes(document: DocumentNode, graph: string): ApartTypes {
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  /** Interfaces and unions, and the types that are part of one. */
  const vague = new Set<string>();
  for (const each of document.definitions) {
    if (each.kind === Kind.OBJECT_TYPE_DEFINITION) {
      objects.set(each.name.value, each);
      if (each.interfaces?.length) vague.add(each.name.value);
    } else if (each.kind === Kind.INTERFACE_TYPE_DEFINITION) vague.add(each.name.value);
    else if (each.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of [each, ...(each.types ?? [])]) vague.add(name.value);
    }
  }

  /** All types that fields lead to; undefined where that is not plain. */
  function typesBelow(fields: readonly FieldDefinitionNode[]): ReadonlySet<string> | undefined {
    const found = new Set<string>();
    const visit = ({ type: returned }: FieldDefinitionNode): boolean => {
      const name = namedType(returned);
      const type = objects.get(name);
      if (vague.has(name)) return false;
      if (!type || found.has(name)) return true;
      found.add(name);
      const own = ownFields(type, graph);
      return (
        requiringFields(type, graph).length === 0 &&
        own.every((field) => isPlain(field, graph) && visit(field))
      );
    };
    return fields.every(visit) ? found : undefined;
  }

  const split = new Set<string>();
  const shared = new Set<string>();
  for (const [name, type] of objects) {
    const requiring = requiringFields(type, graph);
    if (requiring.length === 0 || vague.has(name) || !hasPlainKeys(type, graph)) continue;
    const own = ownFields(type, graph);
    const others = own.filter((field) => !requiring.includes(field));
    // Where nothing is left that need not wait, there is nothing to hold apart.
    if (others.every((field) => isMere(type, graph, field)) || !own.every((field) => isPlain(field, graph)))
      continue;
    const below = typesBelow([...requiring, ...others.filter((field) => isFieldExternal(field, graph))]);
    if (!below) continue;
    split.add(name);
    for (const each of below) shared.add(each);
  }
  return { split, shared };
}

/** A field that the second subgraph has as well. */
function isMere(type: ObjectTypeDefinitionNode, graph: string, field: FieldDefinitionNode): boolean {
  return isKeyOf(type, graph, field.name.value) || isFieldExternal(field, graph);
}

/** Resolved by keys of plain fields, and no interface's object. */
function hasPlainKeys(type: ObjectTypeDefinitionNode, graph: string): boolean {
  return typesOf(type, graph).every(
    (each) =>
      /^\s*\w+(\s+\w+)*\s*$/.test(textArgument(each, 'key') ?? '') &&
      each.arguments?.every(({ name }) => name.value === 'graph' || name.value === 'key'),
  );
}

const PLAIN_ARGUMENTS: ReadonlySet<string> = new Set(['graph', 'requires', 'external']);

/** Neither overridden, provided, of another type here, nor told by its context. */
function isPlain(field: FieldDefinitionNode, graph: string): boolean {
  return joinsOf(field, graph).every(({ arguments: args = [] }) =>
    args.every(({ name }) => PLAIN_ARGUMENTS.has(name.value)),
  );
}

/** Fields of a type that a subgraph has: those that say so, and those that say nothing. */
function ownFields(type: ObjectTypeDefinitionNode, graph: string): FieldDefinitionNode[] {
  return (type.fields ?? []).filter(
    (field) => directivesOf(field, 'join__field').length === 0 || joinsOf(field, graph).length > 0,
  );
}

function requiringFields(type: ObjectTypeDefinitionNode, graph: string): FieldDefinitionNode[] {
  return (type.fields ?? []).filter((field) => joinsOf(field, graph).some(isRequiring));
}

function isFieldExternal(field: FieldDefinitionNode, graph: string): boolean {
  return joinsOf(field, graph).some(isExternal);
}

export function isExternal({ arguments: args = [] }: ConstDirectiveNode): boolean {
  return args.some(({ name }) => name.value === 'external');
}

/** Whether a field is one of a key that a subgraph has of the type. */
export function isKeyOf(type: ObjectTypeDefinitionNode, graph: string, field: string): boolean {
  return typesOf(type, graph).some((each) => textArgument(each, 'key')?.split(/\s+/).includes(field));
}

export function isRequiring(directive: ConstDirectiveNode): boolean {
  return textArgument(directive, 'requires') !== undefined;
}

function typesOf(type: ObjectTypeDefinitionNode, graph: string): ConstDirectiveNode[] {
  return directivesOf(type, 'join__type').filter((each) => graphOf(each) === graph);
}

function joinsOf(field: FieldDefinitionNode, graph: string): ConstDirectiveNode[] {
  return directivesOf(field, 'join__field').filter((each) => graphOf(each) === graph);
}

export function directivesOf(
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] {
  return directives.filter((each) => each.name.value === name);
}

/** The subgraph that a directive of the join specification is about. */
export function graphOf({ name, arguments: args = [] }: ConstDirectiveNode): string | undefined {
  const value = args.find((argument) => argument.name.value === 'graph')?.value;
  return name.value.startsWith('join__') && value?.kind === Kind.ENUM ? value.value : undefined;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
