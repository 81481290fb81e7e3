/** From a place in the data to the client's path to it. */
import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { dataKeyOf, responseKeyOf } from './normal-operation.ts';
import type { DataPath } from './run.ts';

export interface ClientPath {
  readonly path: DataPath;
  /** False where the client did not ask for the field itself: the path is of what it is a part of. */
  readonly isWhole: boolean;
}

export type ToClientPath = (path: DataPath) => ClientPath;

interface Keys {
  readonly responseKey: string;
  readonly below: Map<string, Keys>;
}

export function compileClientPath({ selectionSet }: OperationDefinitionNode, prefix: string): ToClientPath {
  // Read when something first goes wrong.
  let root: Map<string, Keys> | undefined;
  return (path) => {
    root ??= readKeys(selectionSet, prefix, new Map());
    const mapped: (string | number)[] = [];
    let level: Map<string, Keys> | undefined = root;
    for (const part of path) {
      if (typeof part === 'number') {
        mapped.push(part);
        continue;
      }
      const keys: Keys | undefined = level?.get(part);
      if (!keys) return { path: mapped, isWhole: false };
      mapped.push(keys.responseKey);
      level = keys.below;
    }
    return { path: mapped, isWhole: true };
  };
}

function readKeys(
  { selections }: SelectionSetNode,
  prefix: string,
  into: Map<string, Keys>,
): Map<string, Keys> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) readKeys(selection.selectionSet, prefix, into);
    if (selection.kind !== Kind.FIELD) continue;
    const responseKey = responseKeyOf(selection, prefix);
    if (responseKey === undefined) continue;
    const key = dataKeyOf(selection);
    const keys = into.get(key) ?? { responseKey, below: new Map<string, Keys>() };
    into.set(key, keys);
    if (selection.selectionSet) readKeys(selection.selectionSet, prefix, keys.below);
  }
  return into;
}
