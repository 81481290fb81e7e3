/** Where in the data the errors of a subgraph belong. Only what went wrong comes here, so it need not be fast. */
import { malformed } from '#kit/errors';
import type { EntitySlot, Gathered } from './entity-slot.ts';
import type { Located } from './flatten-path.ts';
import type { JsonObject } from './json.ts';
import type { Failure } from './run.ts';
import type { SubgraphAnswer, SubgraphError } from './transport.ts';

export function failuresOfEntities(
  source: string,
  { errors = [] }: SubgraphAnswer,
  slots: readonly EntitySlot[],
  gathered: readonly Gathered[],
  data: JsonObject,
): Failure[] {
  const lists = slots.map((slot, at) => locateSlot(slot, gathered[at], data));
  if (errors.length === 0) {
    return lists.flatMap((list) => everywhere(source, malformed(source, 'a list of entities'), list));
  }
  return errors.flatMap((error) => {
    const [key, at, ...rest] = error.path ?? [];
    const list = lists.find(({ slot }) => slot.key === key);
    const places = list && typeof at === 'number' ? list.places[at] : undefined;
    if (places) {
      const below = rest.map((part) =>
        typeof part === 'string' ? (list?.slot.output?.renamed(part) ?? part) : part,
      );
      return places.map(({ path }) => ({ error, source, path: [...path, ...below] }));
    }
    // It names a whole list, or nothing: all that was asked for and did not come.
    const missing = (list ? [list] : lists).flatMap((each) => everywhere(source, error, each));
    return missing.length > 0 ? missing : [{ error, source, path: undefined }];
  });
}

/** @param keys Those that the fetch was for. */
export function failuresOfRoot(
  source: string,
  { errors = [] }: SubgraphAnswer,
  keys: readonly string[],
  place: Located,
  renamed: (key: string) => string,
): Failure[] {
  return errors.flatMap((error): Failure[] => {
    if (error.path && error.path.length > 0) {
      const path = error.path.map((part) => (typeof part === 'string' ? renamed(part) : part));
      return [{ error, source, path: [...place.path, ...path] }];
    }
    const missing = keys.filter((key) => place.object[key] === undefined || place.object[key] === null);
    return missing.length > 0
      ? missing.map((key) => ({ error, source, path: [...place.path, key] }))
      : [{ error, source, path: undefined }];
  });
}

interface LocatedSlot {
  readonly slot: EntitySlot;
  /** Of each representation: the objects it stands for, and where they are. */
  readonly places: readonly (readonly Located[])[];
}

function locateSlot(slot: EntitySlot, gathered: Gathered | undefined, data: JsonObject): LocatedSlot {
  const paths = new Map(
    slot.paths.flatMap((path) => path.locate(data).map((found) => [found.object, found.path] as const)),
  );
  const places = (gathered?.places ?? []).map((objects) =>
    objects.map((object) => ({ object, path: paths.get(object) ?? [] })),
  );
  return { slot, places };
}

function everywhere(source: string, error: SubgraphError, { slot, places }: LocatedSlot): Failure[] {
  return places.flat().flatMap(({ object, path }) =>
    slot
      .keys(object['__typename'])
      .filter((key) => object[key] === undefined || object[key] === null)
      .map((key) => ({ error, source, path: [...path, slot.output?.renamed(key) ?? key] })),
  );
}
