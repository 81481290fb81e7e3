import { maskPhone } from '#kit/masking';
import { requireFirst, toPage, toPageInfo, toPlace } from '#kit/paging';
import type { UsageKind, UsageRecord } from './model.ts';

interface PageArguments {
  readonly kind?: UsageKind | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Which list, and which part of it: before a place, or from the newest record when that is null. */
interface PageRequest {
  readonly list: string;
  readonly kind: UsageKind | null;
  readonly first: number;
  readonly before: number | null;
}

/**
 * A cursor is the place of a record in its month, whatever the kind, so it
 * stays good while newer records come in.
 *
 * @throws BAD_USER_INPUT when `first` is out of range or `after` is no cursor of this month.
 */
export function toPageRequest(
  subscriberId: string,
  month: string,
  { kind, first, after }: PageArguments,
): PageRequest {
  const list = `usageRecords:${subscriberId}:${month}`;
  return { list, kind: kind ?? null, first: requireFirst(first), before: toPlace(list, after) };
}

/** @param records Of the month, newest first. */
export function pageOf(records: readonly UsageRecord[], { list, kind, first, before }: PageRequest) {
  const ofKind = kind === null ? records : records.filter((record) => record.kind === kind);
  const rest = before === null ? ofKind : ofKind.filter(({ position }) => position < before);
  const page = toPage(rest, first);
  return {
    nodes: page.items,
    pageInfo: toPageInfo(list, page, ({ position }) => position),
    totalCount: ofKind.length,
  };
}

/** `138****8000`. A short number is a service's, yet no more than its first two digits are shown. */
export function maskNumber(number: string): string {
  return number.length < 11 ? `${number.slice(0, 2)}****` : maskPhone(number);
}
