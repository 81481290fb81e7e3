/** Whether a value that a subgraph sent can be one of its type. */
import { type GraphQLLeafType, isEnumType } from 'graphql';

/** @returns Undefined where the type can hold anything: a scalar of somebody's own. */
export function leafCheck(type: GraphQLLeafType): ((value: unknown) => boolean) | undefined {
  if (!isEnumType(type)) return BUILT_IN_SCALARS.get(type.name);
  // Of those that clients may know: a subgraph can have more.
  const values = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => values.has(value);
}

const BUILT_IN_SCALARS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['Int', Number.isSafeInteger],
  ['Float', (value) => typeof value === 'number'],
  ['String', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['ID', (value) => typeof value === 'string' || Number.isSafeInteger(value)],
]);
