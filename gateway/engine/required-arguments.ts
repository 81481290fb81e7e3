/**
 * Fields whose `@requires` wants another field with arguments: two of them may
 * want the same field with different ones (`price(currency: EUR)` and
 * `price(currency: USD)`). Planners mix these up, so such fields are told apart
 * here and planned one after the other.
 */
import {
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { fieldSetArgument } from './join-directives.ts';
import { fieldOf } from './schema-types.ts';

/** Arguments of required fields, by the path to them: `price` to `(currency: EUR)`. */
type Wanted = ReadonlyMap<string, string>;

export interface RequiredArguments {
  /** What a field of a type wants, directly or through what it requires; empty for almost all. */
  of(type: string, field: string): Wanted;
}

/** Reads each `@join__field(requires:)` of a supergraph. */
export function readRequiredArguments(whole: GraphQLSchema): RequiredArguments {
  const known = new Map<string, Wanted>();

  function of(typeName: string, fieldName: string): Wanted {
    const key = `${typeName}.${fieldName}`;
    const found = known.get(key);
    if (found) return found;
    const wanted = new Map<string, string>();
    // Before it is read: a requirement may lead back to itself.
    known.set(key, wanted);
    for (const owner of [typeName, ...interfacesOf(whole, typeName)]) {
      for (const requires of requirementsOf(whole, owner, fieldName)) {
        read(typeName, requires, [], wanted);
      }
    }
    return wanted;
  }

  function read(
    typeName: string,
    { selections }: SelectionSetNode,
    path: string[],
    into: Map<string, string>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        read(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, path, into);
      }
      if (selection.kind !== Kind.FIELD) continue;
      const name = selection.name.value;
      const field = fieldOf(whole, typeName, name);
      if (!field) continue;
      const below = [...path, name];
      // Also where none are given: without is another value than with.
      if (field.args.length > 0) into.set(below.join('.'), (selection.arguments ?? []).map(print).join());
      for (const [further, args] of of(typeName, name)) into.set([...path, further].join('.'), args);
      if (selection.selectionSet) read(getNamedType(field.type).name, selection.selectionSet, below, into);
    }
  }

  return { of };
}

/** Whether two fields of one object want the same field with different arguments. */
export function isAtOdds(one: Wanted, other: Wanted): boolean {
  for (const [path, args] of one) {
    const others = other.get(path);
    if (others !== undefined && others !== args) return true;
  }
  return false;
}

function interfacesOf(whole: GraphQLSchema, name: string): string[] {
  const type = whole.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((each) => each.name) : [];
}

function requirementsOf(whole: GraphQLSchema, typeName: string, fieldName: string): SelectionSetNode[] {
  const directives = fieldOf(whole, typeName, fieldName)?.astNode?.directives ?? [];
  return directives.flatMap((directive) =>
    directive.name.value === 'join__field' ? (fieldSetArgument(directive, 'requires') ?? []) : [],
  );
}
