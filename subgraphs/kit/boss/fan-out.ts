/** BOSS answers one question at a time; whoever has many keys asks for each, some at once. */

/** Of one batch, so that a portfolio leaves room for the call that just came in. */
const BATCH_AT_ONCE = 8;

/**
 * @param ask Null where there is no such thing.
 * @returns By key; an Error for a key that failed, which fails no other.
 */
export async function fanOut<K extends string, V>(
  keys: Iterable<K>,
  ask: (key: K) => Promise<V | null>,
  atOnce: number = BATCH_AT_ONCE,
): Promise<ReadonlyMap<K, V | Error>> {
  const found = new Map<K, V | Error>();
  const left = new Set(keys).values();
  const worker = async (): Promise<void> => {
    for (const key of left) {
      const value = await ask(key).catch(requireError);
      if (value !== null) found.set(key, value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}

function requireError(error: unknown): Error {
  if (error instanceof Error) return error;
  throw error;
}
