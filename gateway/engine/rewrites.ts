/** Renames and corrections that a plan asks for before a representation is sent, or after an answer came. */
import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import { isObject, type JsonObject } from './json.ts';
import type { Supergraph } from './supergraph.ts';

export interface Rewrites {
  apply(value: unknown): void;
  /** The key that a key of the answer has in the data afterwards. */
  renamed(key: string): string;
}

/** @returns Undefined where nothing is rewritten. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  supergraph: Supergraph,
): Rewrites | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, supergraph));
  const names = new Map(compiled.flatMap(({ rename }) => (rename ? [rename] : [])));
  return {
    apply(value) {
      for (const { apply } of compiled) apply(value);
    },
    renamed: (key) => names.get(key) ?? key,
  };
}

interface Rewrite {
  readonly apply: (value: unknown) => void;
  readonly rename?: readonly [from: string, to: string];
}

function compileRewrite(rewrite: FetchRewrite, supergraph: Supergraph): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    const key = lastKey(path);
    return {
      rename: [key, renameKeyTo],
      apply: along(path.slice(0, -1), supergraph, (object) => {
        if (!(key in object)) return;
        object[renameKeyTo] = object[key];
        delete object[key];
      }),
    };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  const key = lastKey(path);
  return {
    apply: along(path.slice(0, -1), supergraph, (object) => {
      object[key] = setValueTo;
    }),
  };
}

function lastKey(path: readonly FetchNodePathSegment[]): string {
  const last = path.at(-1);
  if (!last || !('Key' in last)) throw new Error('A rewrite of the plan does not end at a key.');
  return last.Key;
}

/** Changes each object at the end of a path, through lists. */
function along(
  path: readonly FetchNodePathSegment[],
  supergraph: Supergraph,
  change: (object: JsonObject) => void,
): (value: unknown) => void {
  const [segment, ...rest] = path;
  const next = segment ? along(rest, supergraph, change) : undefined;
  const types =
    segment && 'TypenameEquals' in segment
      ? new Set([segment.TypenameEquals].flat().flatMap((name) => [...supergraph.typesWithin(name)]))
      : undefined;

  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (!isObject(value)) return;
    else if (!segment || !next) change(value);
    else if ('Key' in segment) next(value[segment.Key]);
    else if (typeof value['__typename'] !== 'string' || types?.has(value['__typename'])) next(value);
  };
  return walk;
}
