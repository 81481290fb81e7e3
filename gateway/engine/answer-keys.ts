/** The keys that an answer to a fetch should hold, from the fetch's text. */
import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { memoise } from './memoise.ts';
import type { Supergraph } from './supergraph.ts';

/** @param typename Of the object; where it is unknown, keys of all types are named. */
export type AnswerKeys = (typename: unknown) => readonly string[];

/** @param alias A field of the root, by its key in the answer; undefined for the root itself. */
export function answerKeys(document: DocumentNode, supergraph: Supergraph, alias?: string): AnswerKeys {
  const keysOf = memoise((typename) =>
    readKeys(document, alias, (condition) => supergraph.typesWithin(condition).has(typename)),
  );
  let ofAll: readonly string[] | undefined;
  return (typename) => {
    if (typeof typename === 'string') return keysOf(typename);
    ofAll ??= readKeys(document, alias, () => true);
    return ofAll;
  };
}

function readKeys(
  { definitions }: DocumentNode,
  alias: string | undefined,
  applies: (condition: string) => boolean,
): string[] {
  const keys = new Set<string>();

  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value !== '__typename') keys.add(selection.alias?.value ?? selection.name.value);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : findFragment(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || applies(condition))) read(fragment.selectionSet);
    }
  }
  const findFragment = (name: string) =>
    definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name) as
      | Extract<DocumentNode['definitions'][number], { kind: Kind.FRAGMENT_DEFINITION }>
      | undefined;

  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return [];
  if (alias === undefined) read(operation.selectionSet);
  else {
    for (const field of operation.selectionSet.selections) {
      if (field.kind !== Kind.FIELD || (field.alias?.value ?? field.name.value) !== alias) continue;
      if (field.selectionSet) read(field.selectionSet);
    }
  }
  return [...keys];
}
