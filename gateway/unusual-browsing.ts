/**
 * Notices who looks at many people: distinct customers of each member of staff
 * and hour. Kept in memory only; a restart begins to count anew.
 */
import type { Viewer } from '#kit/viewer';
import type { RolesRights } from '../schema/tools/roles.ts';

export interface UnusualBrowsing {
  readonly subject: string;
  readonly role: Viewer['role'];
  readonly channel: string;
  readonly distinctCustomers: number;
  /** When it began, such as `2026-11-20T02:00Z`. */
  readonly hour: string;
}

const HOUR_MS = 3_600_000;

/** @returns Told of whom a viewer saw, it says when that is unusual: past the role's limit, and at each doubling of it. */
export function createBrowsingWatch(
  roles: RolesRights,
  now: () => number = Date.now,
): (viewer: Viewer, customers: Iterable<string>) => UnusualBrowsing | null {
  let hour = 0;
  let seenBy = new Map<string, { customers: Set<string>; alertAbove: number }>();
  return ({ subject, role, channel }, customers) => {
    const limit = roles[role].distinctCustomersAnHour;
    if (limit === null) return null;
    const current = Math.floor(now() / HOUR_MS);
    if (current !== hour) {
      hour = current;
      seenBy = new Map();
    }
    let seen = seenBy.get(subject);
    if (!seen) {
      seen = { customers: new Set(), alertAbove: limit };
      seenBy.set(subject, seen);
    }
    for (const customer of customers) seen.customers.add(customer);
    const distinctCustomers = seen.customers.size;
    if (distinctCustomers <= seen.alertAbove) return null;
    while (seen.alertAbove < distinctCustomers) seen.alertAbove *= 2;
    const begin = new Date(hour * HOUR_MS).toISOString();
    return { subject, role, channel, distinctCustomers, hour: `${begin.slice(0, 16)}Z` };
  };
}
