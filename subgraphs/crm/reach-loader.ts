import DataLoader from 'dataloader';
import type { Accesses } from '#kit/access/accesses';
import { toId } from '#kit/ids';
import type { FetchByKeys } from '#kit/loader';
import { outOfReach } from '#kit/reach';

interface ReachLoaderOptions {
  /** The keys are ids of customers: then it is known who was asked for in vain. */
  readonly keysAreCustomers?: boolean;
}

/**
 * Loads customers, or what belongs to them, and notes who was looked at. What the
 * source does not find within reach is FORBIDDEN, whether it exists or not, so
 * that no resolver can forget to say so.
 */
export function createReachLoader<V extends { readonly customerId: string }>(
  name: string,
  fetchWithinReach: FetchByKeys<V>,
  { saw, refused }: Accesses,
  { keysAreCustomers = false }: ReachLoaderOptions = {},
): DataLoader<string, V> {
  return new DataLoader<string, V>(
    async (keys) => {
      const found = await fetchWithinReach(keys);
      return keys.map((key) => {
        const thing = found.get(key);
        if (thing === undefined) {
          refused(keysAreCustomers && toId(key) !== null ? key : null);
          return outOfReach();
        }
        saw(thing.customerId);
        return thing;
      });
    },
    { name, maxBatchSize: 1_000 },
  );
}
