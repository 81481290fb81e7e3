import { appError } from '#kit/errors';

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

/** @throws SOURCE_MALFORMED unless the text is a JSON list of lists. */
export function parseTuples<T extends readonly unknown[]>(text: string, what: string): T[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed(what, cause);
  }
  if (!Array.isArray(value) || !value.every(Array.isArray)) throw malformed(what);
  return value as unknown[] as T[];
}

/** @param what Names the thing, never its content, which may be personal. */
export function malformed(what: string, cause?: unknown): Error {
  return appError('SOURCE_MALFORMED', `The billing system sent ${what} that cannot be read.`, {
    source: 'billing',
    cause,
  });
}
