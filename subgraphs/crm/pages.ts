/** Pages of lists that are read in the order of customer ids (GraphQL Cursor Connections). */
import { appError } from '#kit/errors';
import { toId } from '#kit/ids';

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
}

/** Where a page begins, and how long it is. */
export interface PageRequest {
  readonly first: number;
  /** Last customer id of the page before; 0 for the first page. */
  readonly after: number;
}

const MAX_PAGE = 100;
const CURSOR = /^after:(\d+)$/;

/** @throws BAD_USER_INPUT when `first` is out of range or `after` is none of our cursors. */
export function toPageRequest(first: number, after: string | null | undefined): PageRequest {
  if (first < 1 || first > MAX_PAGE) throw appError('BAD_USER_INPUT', `first must be 1 to ${MAX_PAGE}.`);
  if (after === null || after === undefined) return { first, after: 0 };

  const id = toId(CURSOR.exec(Buffer.from(after, 'base64url').toString())?.[1] ?? '');
  if (id === null) throw appError('BAD_USER_INPUT', 'after must be the endCursor of the page before.');
  return { first, after: id };
}

/** @param lastId Customer id of the last item; undefined for an empty page. */
export function toPageInfo(
  { hasNextPage }: Page<unknown>,
  lastId: string | undefined,
): { hasNextPage: boolean; endCursor: string | null } {
  const endCursor = lastId === undefined ? null : Buffer.from(`after:${lastId}`).toString('base64url');
  return { hasNextPage, endCursor };
}

/** Pages by key, from rows of which one more than `first` was read for each key. */
export function toPages<Row, T>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  toItem: (row: Row) => T,
  first: number,
): Map<string, Page<T>> {
  const byKey = Map.groupBy(rows, keyOf);
  return new Map(
    [...byKey].map(([key, ofKey]) => [
      key,
      { items: ofKey.slice(0, first).map(toItem), hasNextPage: ofKey.length > first },
    ]),
  );
}
