/**
 * Reference rows (places, brands, products, number ranges), kept between
 * requests: every screen pop needs some, few exist, and none is about a person.
 */
import { createLoader, type FetchByKeys } from '#kit/loader';

/** How long a change of reference data may go unseen. */
const KEPT_FOR_MS = 5 * 60_000;

/** Keys kept; beyond them all are read anew, so that no caller fills the memory. */
const MAX_KEPT = 20_000;

/** One for the life of a process. */
export interface Kept<V> {
  /** Null for a key that the system does not have; undefined where it has to be read. */
  get(key: string): V | null | undefined;
  readonly fetch: FetchByKeys<V>;
}

/** One for each request. */
export interface KeptLoader<V> {
  /** At once what is kept; a promise of what has to be read, in one batch with the others. */
  load(key: string): V | null | Promise<V | null>;
  loadAll(keys: readonly string[]): readonly (V | null)[] | Promise<readonly (V | null)[]>;
}

/** @param elapsedMs A clock that only goes forward: how old rows are has nothing to do with the business day. */
export function createKept<V>(
  fetchByKeys: FetchByKeys<V>,
  elapsedMs: () => number = () => performance.now(),
): Kept<V> {
  const kept = new Map<string, V | null>();
  let keptSince = 0;
  return {
    get(key) {
      if (kept.size > 0 && elapsedMs() - keptSince > KEPT_FOR_MS) kept.clear();
      return kept.get(key);
    },
    async fetch(keys) {
      const found = await fetchByKeys(keys);
      if (kept.size + keys.length > MAX_KEPT) kept.clear();
      if (kept.size === 0) keptSince = elapsedMs();
      for (const key of keys) kept.set(key, found.get(key) ?? null);
      return found;
    },
  };
}

/** @param toKey Where what is asked for is told apart by less than itself. */
export function createKeptLoader<V>(
  name: string,
  kept: Kept<V>,
  toKey = (asked: string): string => asked,
): KeptLoader<V> {
  const reading = createLoader<V, null>(name, kept.fetch, null);
  const load = (asked: string): V | null | Promise<V | null> => {
    const key = toKey(asked);
    const known = kept.get(key);
    return known === undefined ? reading.load(key) : known;
  };
  return {
    load,
    loadAll(asked) {
      const known: (V | null)[] = [];
      for (const one of asked) {
        const value = kept.get(toKey(one));
        if (value === undefined) return Promise.all(asked.map(async (each) => load(each)));
        known.push(value);
      }
      return known;
    },
  };
}
