/** What a subgraph gets to recognise an entity by: its key, and what the asked fields require. */
import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isObject, type JsonObject, mergeInto, NOTHING } from './json.ts';
import type { Supergraph } from './supergraph.ts';

/**
 * @returns Undefined where the entity can't be represented: something that it
 *   needs is not known, or it is of a type that the fetch is not about.
 */
export type Represent = (entity: JsonObject) => JsonObject | undefined;

export function compileRepresentation(
  requires: readonly RequiresSelection[],
  supergraph: Supergraph,
): Represent {
  const project = compileSelections(requires, supergraph, new Set(['__typename']));
  return (entity) => {
    const representation = project(entity);
    if (!representation || Object.keys(representation).length === 0) return undefined;
    representation['__typename'] ??= entity['__typename'];
    // A type alone is nobody.
    return Object.keys(representation).length > 1 ? representation : undefined;
  };
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Undefined where a field is missing. */
type Project = (source: JsonObject) => JsonObject | undefined;

function compileSelections(
  selections: readonly RequiresSelection[],
  supergraph: Supergraph,
  keys: ReadonlySet<string>,
): Project {
  const writers = selections.map((selection) => compileSelection(selection, supergraph, keys));
  return (source) => {
    const projected: JsonObject = {};
    for (const write of writers) if (!write(source, projected)) return undefined;
    return projected;
  };
}

/** Writes a part of the representation; false where it can't. */
type Write = (source: JsonObject, into: JsonObject) => boolean;

/** @param keys Fields without which the entity can't be recognised. */
function compileSelection(
  selection: RequiresSelection,
  supergraph: Supergraph,
  keys: ReadonlySet<string>,
): Write {
  switch (selection.kind) {
    case 'Field': {
      // Fetched under `name`, which is an alias where the client asks for the same field otherwise.
      const { name, alias = name, selections } = selection;
      const project = selections && compileSelections(selections, supergraph, NO_KEYS);
      const isKey = keys.has(alias);
      return (source, into) => {
        let value = source[name] === undefined ? source[alias] : source[name];
        if (value === undefined) return false;
        if (value === NOTHING) {
          if (isKey) return false;
          // Required, and known to be nothing.
          value = null;
        }
        const projected = project ? projectValue(value, project) : value;
        if (projected === undefined) return false;
        into[alias] = projected;
        return true;
      };
    }
    case 'InlineFragment': {
      const types = supergraph.typesWithin(selection.typeCondition);
      const project = compileSelections(
        selection.selections,
        supergraph,
        supergraph.keyFields(selection.typeCondition),
      );
      return (source, into) => {
        const name = source['__typename'];
        if (typeof name !== 'string' || !types.has(name)) return true;
        const projected = project(source);
        if (projected) mergeInto(into, projected);
        return projected !== undefined;
      };
    }
    case 'FragmentSpread':
      throw new Error(`The plan requires the fragment "${selection.value}", which plans do not have.`);
  }
}

function projectValue(value: unknown, project: Project): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => projectValue(item, project));
    return items.includes(undefined) ? undefined : items;
  }
  return isObject(value) ? project(value) : value;
}
