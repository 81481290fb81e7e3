/** JSON objects as subgraphs send them, and how two of them become one. */

export type JsonObject = Record<string, unknown>;

/**
 * Stands where a subgraph was asked and knows of nothing: null for the client,
 * and no key or requirement of anything. What is not there at all was not asked
 * for, or did not come.
 */
export const NOTHING = Symbol('nothing');

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Writes what one subgraph says of an object into what others said of it.
 * What both have, objects and lists, is merged within; else the later counts.
 *
 * @param vague Names of types that say less than the name of an object's own
 *   type: where that is known it stays.
 */
export function mergeInto(target: JsonObject, source: JsonObject, vague: ReadonlySet<string> = NONE): void {
  for (const key in source) {
    // Assigning it would change the object's nature, not its content.
    if (key === '__proto__') continue;
    const value = source[key];
    const known = target[key];
    if (key === '__typename' && known !== undefined && vague.has(value as string)) continue;
    if (typeof value !== 'object' || value === null || typeof known !== 'object' || known === null) {
      if (value !== undefined) target[key] = value;
    } else if (Array.isArray(value)) {
      if (Array.isArray(known)) mergeLists(known, value, vague);
      else target[key] = value;
    } else if (Array.isArray(known)) target[key] = value;
    else mergeInto(known as JsonObject, value as JsonObject, vague);
  }
}

const NONE: ReadonlySet<string> = new Set();

function mergeLists(target: unknown[], source: readonly unknown[], vague: ReadonlySet<string>): void {
  for (let at = 0; at < source.length; at++) {
    const known = target[at];
    const value = source[at];
    if (isObject(known) && isObject(value)) mergeInto(known, value, vague);
    else if (Array.isArray(known) && Array.isArray(value)) mergeLists(known, value, vague);
    else target[at] = value;
  }
}

/** A copy that shares nothing: one entity that stands in two places is two objects. */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy) as T;
  const copied: JsonObject = {};
  for (const key in value) if (key !== '__proto__') copied[key] = copy(value[key]);
  return copied as T;
}
