/**
 * Pages of long lists (GraphQL Cursor Connections). A cursor says to which list
 * it belongs and the place of the page's last item in it, so it stays good while
 * the list grows, and a cursor of one list is refused by every other.
 */
import { appError } from './errors.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Longest page or list that a client may ask for. */
const MAX_FIRST = 100;

/** @throws BAD_USER_INPUT saying the bounds. */
export function requireFirst(first: number): number {
  if (first >= 1 && first <= MAX_FIRST) return first;
  throw appError('BAD_USER_INPUT', `first must be 1 to ${MAX_FIRST}.`);
}

/** @param found The items of the page and, where there are more, at least the next one. */
export function toPage<T>(found: readonly T[], first: number): Page<T> {
  return { items: found.slice(0, first), hasNextPage: found.length > first };
}

/**
 * @param list Names the list and whose it is, by ids alone: `contacts:7`.
 * @param placeOf The whole number by which the list is in order.
 */
export function toPageInfo<T>(
  list: string,
  { items, hasNextPage }: Page<T>,
  placeOf: (item: T) => number | string,
): PageInfo {
  const last = items.at(-1);
  return { hasNextPage, endCursor: last === undefined ? null : toCursor(list, placeOf(last)) };
}

/**
 * Place of the last item before the page; null for the first page.
 *
 * @throws BAD_USER_INPUT when `after` is no cursor of this list.
 */
export function toPlace(list: string, after: string | null | undefined): number | null {
  if (after === null || after === undefined) return null;
  const place = Number(
    Buffer.from(after, 'base64url')
      .toString()
      .slice(list.length + 1),
  );
  // Only what we would have written ourselves is ours.
  if (Number.isSafeInteger(place) && place >= 0 && toCursor(list, place) === after) return place;
  throw appError('BAD_USER_INPUT', 'after must be the endCursor of the page before.');
}

function toCursor(list: string, place: number | string): string {
  return Buffer.from(`${list}:${place}`).toString('base64url');
}
