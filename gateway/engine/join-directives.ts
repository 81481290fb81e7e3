/** Reading the directives by which a supergraph says what is whose. */
import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** Text of an argument; undefined where it is left out. */
export function textArgument({ arguments: args = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = args.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** A set of fields as an argument of a directive, `key: "id org { id }"`; undefined where it is left out. */
export function fieldSetArgument(directive: ConstDirectiveNode, name: string): SelectionSetNode | undefined {
  const text = textArgument(directive, name);
  const definition = text === undefined ? undefined : parse(`{ ${text} }`).definitions[0];
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
}
