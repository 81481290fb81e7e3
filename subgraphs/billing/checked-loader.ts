import DataLoader from 'dataloader';
import { type ById, whenAsked } from '#kit/loader';
import type { Checked } from './sources/read-each.ts';

/** As kit's loader, for a source that may fail for one key alone. */
export function createCheckedLoader<V, M extends V | null>(
  name: string,
  fetchByKeys: (keys: readonly string[]) => Promise<Checked<V>>,
  missing: M,
): ById<V | M> {
  return whenAsked(
    () =>
      new DataLoader<string, V | M>(
        async (keys) => {
          const found = await fetchByKeys(keys);
          return keys.map((key) => found.get(key) ?? missing);
        },
        { name, maxBatchSize: 1_000 },
      ),
  );
}
