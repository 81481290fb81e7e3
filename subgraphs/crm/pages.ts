/** Pages of many lists at once, each read in the order of customer ids. */
import { type Page, requireFirst, toPage, toPlace } from '#kit/paging';

/** Where a page begins, and how long it is. */
export interface PageRequest {
  readonly first: number;
  /** Last customer id of the page before; 0 for the first page. */
  readonly after: number;
}

/** @throws BAD_USER_INPUT when `first` is out of range or `after` is no cursor of this list. */
export function toPageRequest(list: string, first: number, after: string | null | undefined): PageRequest {
  return { first: requireFirst(first), after: toPlace(list, after) ?? 0 };
}

/** Pages by key, from rows of which one more than `first` was read for each key. */
export function toPages<Row, T>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  toItem: (row: Row) => T,
  first: number,
): Map<string, Page<T>> {
  const byKey = Map.groupBy(rows, keyOf);
  return new Map([...byKey].map(([key, ofKey]) => [key, toPage(ofKey.map(toItem), first)]));
}
