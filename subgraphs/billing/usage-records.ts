import { appError } from '#kit/errors';
import type { UsageKind, UsageRecord } from './model.ts';

interface PageArguments {
  readonly kind?: UsageKind | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

export interface UsageRecordConnection {
  readonly nodes: readonly UsageRecord[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/**
 * One page of a month's records. A cursor is the place of a record in its
 * month, so it stays good while newer records come in.
 *
 * @param records Newest first.
 */
export function pageOf(
  records: readonly UsageRecord[],
  { kind, first, after }: PageArguments,
): UsageRecordConnection {
  const ofKind = kind == null ? records : records.filter((record) => record.kind === kind);
  const below = after == null ? Number.POSITIVE_INFINITY : parseCursor(after);
  const rest = ofKind.filter(({ position }) => position < below);
  const nodes = rest.slice(0, first);
  return {
    nodes,
    pageInfo: {
      hasNextPage: rest.length > first,
      endCursor: nodes.at(-1)?.position.toString() ?? null,
    },
    totalCount: ofKind.length,
  };
}

function parseCursor(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw appError('BAD_USER_INPUT', 'after must be the endCursor of the page before.');
}

/** `138****8000`. A short number is a service's, yet no more than its first two digits are shown. */
export function maskNumber(number: string): string {
  return number.length < 11 ? `${number.slice(0, 2)}****` : `${number.slice(0, 3)}****${number.slice(-4)}`;
}
