/** Entities of one list in a fetch: gathered from the data, and merged into it again. */
import type { AnswerKeys } from './answer-keys.ts';
import type { FlattenPath } from './flatten-path.ts';
import { copy, isObject, type JsonObject, mergeInto, NOTHING } from './json.ts';
import type { Represent } from './representation.ts';
import type { Rewrites } from './rewrites.ts';
import type { SubgraphAnswer } from './transport.ts';

/** One list of entities in a fetch: a fetch of its own, or one of several in a batch. */
export interface EntitySlot {
  /** Its key in the subgraph's answer. */
  readonly key: string;
  readonly variable: string;
  readonly paths: readonly FlattenPath[];
  readonly represent: Represent;
  readonly input: Rewrites | undefined;
  readonly output: Rewrites | undefined;
  readonly keys: AnswerKeys;
}

/** What one request sends in a slot. */
export interface Gathered {
  readonly representations: JsonObject[];
  /** The places in the data of each representation. */
  readonly places: JsonObject[][];
}

export function gather({ paths, represent, input, keys }: EntitySlot, data: JsonObject): Gathered {
  const objects: JsonObject[] = [];
  for (const path of paths) path.collect(data, objects);

  const representations: JsonObject[] = [];
  const places: JsonObject[][] = [];
  const known = objects.length > 1 ? new Map<string, JsonObject[]>() : undefined;
  for (const object of objects) {
    const representation = represent(object);
    if (!representation) {
      // What has no key because a subgraph knows nothing of it is nothing to the next one either.
      if (isNothing(object)) knowNothing(object, keys);
      continue;
    }
    input?.apply(representation);
    const key = known && identityOf(representation);
    const others = key === undefined ? undefined : known?.get(key);
    if (others) {
      others.push(object);
      continue;
    }
    const own = [object];
    if (key !== undefined) known?.set(key, own);
    representations.push(representation);
    places.push(own);
  }
  return { representations, places };
}

/** Text that is the same for the same entity only. Most are a type and an id, for which JSON is slow. */
function identityOf(representation: JsonObject): string {
  let text = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value !== 'string') return JSON.stringify(representation);
    text += `${value.length} ${value}`;
  }
  return text;
}

export function mergeEntities(
  { key, output, keys }: EntitySlot,
  gathered: Gathered,
  answer: SubgraphAnswer,
  vague: ReadonlySet<string>,
): void {
  const entities = answer.data?.[key];
  // A list of another length would give one entity what is said of another.
  if (!Array.isArray(entities) || entities.length !== gathered.places.length) return;
  output?.apply(entities);
  gathered.places.forEach((places, at) => {
    const entity: unknown = entities[at];
    if (isObject(entity)) {
      // In a second place it must not be the same object: parts of it are merged into on their own.
      for (const [nth, place] of places.entries()) mergeInto(place, nth === 0 ? entity : copy(entity), vague);
    } else if (entity === null) {
      for (const place of places) knowNothing(place, keys);
    }
  });
}

function knowNothing(place: JsonObject, keys: AnswerKeys): void {
  for (const key of keys(place['__typename'])) if (place[key] === undefined) place[key] = NOTHING;
}

function isNothing(object: JsonObject): boolean {
  for (const key in object) if (object[key] === NOTHING) return true;
  return false;
}
