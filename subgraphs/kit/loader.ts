import DataLoader from 'dataloader';

/**
 * Fetches many keys in one round trip. Order and gaps are free: answer with
 * what was found. Throw only when the whole batch failed.
 */
export type FetchByKeys<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/** What a resolver sees of a loader. */
export interface ById<V> {
  load(id: string): Promise<V>;
}

/**
 * Builds the loader for one request. Keys the source did not return load as
 * `missing`; what may fail for one key alone gives an error as its value.
 *
 * Never keep a loader across requests: its cache ignores who is asking.
 */
export function createLoader<V, M extends V | null>(
  name: string,
  fetchByKeys: FetchByKeys<V | Error>,
  missing: M,
  maxBatchSize = 1_000,
): ById<V | M> {
  const create = () =>
    new DataLoader<string, V | M>(
      async (keys) => {
        const found = await fetchByKeys(keys);
        return keys.map((key) => found.get(key) ?? missing);
      },
      { name, maxBatchSize },
    );
  // Made with its first key: of the loaders of a request, most are never asked for anything.
  let loader: DataLoader<string, V | M> | undefined;
  return {
    load(id) {
      loader ??= create();
      return loader.load(id);
    },
  };
}

/**
 * One loader for each set of arguments that a request uses, so that
 * `bills(months: 6)` of a hundred accounts is still one batch.
 *
 * @param create Builds the loader for these arguments. Arguments are plain
 *   JSON values, told apart by their text.
 */
export function createLoaderByArgs<A, L>(create: (args: A) => L): (args: A) => L {
  const loaders = new Map<string, L>();
  return (args) => {
    const key = JSON.stringify(args);
    let loader = loaders.get(key);
    if (loader === undefined) {
      loader = create(args);
      loaders.set(key, loader);
    }
    return loader;
  };
}
