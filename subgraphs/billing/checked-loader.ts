import DataLoader from 'dataloader';
import type { Checked } from './sources/read-each.ts';

/** What a resolver sees of a loader. */
export interface ById<V> {
  load(id: string): Promise<V>;
}

/** As kit's loader, for a source that may fail for one key alone. */
export function createCheckedLoader<V, M extends V | null>(
  name: string,
  fetchByKeys: (keys: readonly string[]) => Promise<Checked<V>>,
  missing: M,
): ById<V | M> {
  return new DataLoader<string, V | M>(
    async (keys) => {
      const found = await fetchByKeys(keys);
      return keys.map((key) => found.get(key) ?? missing);
    },
    { name, maxBatchSize: 1_000 },
  );
}
