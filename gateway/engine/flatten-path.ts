/** From the root to the objects that a part of a plan is about. */
import { isObject, type JsonObject } from './json.ts';
import type { DataPath } from './run.ts';
import type { Supergraph } from './supergraph.ts';

/** A segment as the planner writes it. */
export type PathSegment = { readonly Field: string } | { readonly TypeCondition: string[] } | '@';

export interface Located {
  readonly object: JsonObject;
  readonly path: DataPath;
}

export interface FlattenPath {
  /** Adds the objects at the end of the path, in order. */
  collect(from: unknown, into: JsonObject[]): void;
  /** The same, with where they are: for errors, so it need not be fast. */
  locate(from: unknown): Located[];
}

type Collect = FlattenPath['collect'];

export function compilePath(segments: readonly PathSegment[], supergraph: Supergraph): FlattenPath {
  const steps = segments.map((segment): PathStep => {
    if (segment === '@') return {};
    if ('Field' in segment) return { field: segment.Field };
    return { types: new Set(segment.TypeCondition.flatMap((name) => [...supergraph.typesWithin(name)])) };
  });
  return {
    collect: steps.reduceRight<Collect>(collectThrough, collectEnd),
    locate: (from) => [...locateFrom(from, steps, [])],
  };
}

interface PathStep {
  readonly field?: string;
  readonly types?: ReadonlySet<string>;
}

const collectEnd: Collect = (value, into) => {
  if (Array.isArray(value)) for (const item of value) collectEnd(item, into);
  else if (typeof value === 'object' && value !== null) into.push(value as JsonObject);
};

function collectThrough(next: Collect, { field, types }: PathStep): Collect {
  const collect: Collect = (value, into) => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) collect(item, into);
    else if (field !== undefined) next((value as JsonObject)[field], into);
    else if (types === undefined || isOneOf(types, value as JsonObject)) next(value, into);
  };
  return collect;
}

function* locateFrom(value: unknown, steps: readonly PathStep[], path: DataPath): Generator<Located> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* locateFrom(item, steps, [...path, at]);
    return;
  }
  if (!isObject(value)) return;
  const [step, ...rest] = steps;
  if (!step) yield { object: value, path };
  else if (step.field !== undefined) yield* locateFrom(value[step.field], rest, [...path, step.field]);
  else if (step.types === undefined || isOneOf(step.types, value)) yield* locateFrom(value, rest, path);
}

/** An object that does not say what it is passes: its type is known where nobody asked for it. */
function isOneOf(types: ReadonlySet<string>, { __typename: name }: JsonObject): boolean {
  return typeof name !== 'string' || types.has(name);
}
