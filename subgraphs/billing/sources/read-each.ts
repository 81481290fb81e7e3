/** By owner; an Error where what that owner sent cannot be read. */
export type Checked<V> = ReadonlyMap<string, V | Error>;

/** Reads the rows of each owner into the model. Nonsense about one owner fails that owner alone. */
export function readEach<Row, V>(
  rows: readonly Row[],
  ownerOf: (row: Row) => number,
  read: (rows: readonly Row[]) => V,
): Checked<V> {
  const byOwner = Map.groupBy(rows, ownerOf);
  return new Map([...byOwner].map(([owner, own]) => [String(owner), orError(() => read(own))]));
}

/** What `read` returns or throws, as a value. */
export function orError<V>(read: () => V): V | Error {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
