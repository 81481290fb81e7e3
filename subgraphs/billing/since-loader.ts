import DataLoader from 'dataloader';
import type { Checked } from './sources/read-each.ts';

interface SinceKey {
  readonly id: string;
  readonly fromMonth: string;
}

/** Loads what an id has of `fromMonth` and later; it may get more than that. */
export type LoadSince<V> = (id: string, fromMonth: string) => Promise<V>;

/**
 * One loader for fields that look back by different numbers of months: those that
 * ask in the same turn share one statement, which reads as far back as the
 * furthest of them. Take from the answer what you asked for.
 */
export function createSinceLoader<V>(
  name: string,
  fetchSince: (ids: readonly string[], fromMonth: string) => Promise<Checked<V>>,
  missing: V,
): LoadSince<V> {
  const loader = new DataLoader<SinceKey, V, string>(
    async (keys) => {
      const ids = new Set(keys.map(({ id }) => id));
      const found = await fetchSince([...ids], earliestOf(keys));
      return keys.map(({ id }) => found.get(id) ?? missing);
    },
    { name, maxBatchSize: 1_000, cacheKeyFn: ({ id, fromMonth }) => `${id} ${fromMonth}` },
  );
  return (id, fromMonth) => loader.load({ id, fromMonth });
}

function earliestOf(keys: readonly SinceKey[]): string {
  let earliest = '9999-12';
  for (const { fromMonth } of keys) if (fromMonth < earliest) earliest = fromMonth;
  return earliest;
}
