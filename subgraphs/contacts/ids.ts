/**
 * Ids of contact history. A contact, ticket or service request is numbered per
 * customer in the order in which it began: customer id × 10,000 + running
 * number. The contact system gives these ids; see migrations/001-tables.ts.
 */
import { toId } from '#kit/ids';

/** Room for rows per customer; part of the ids, so it can never change. */
export const IDS_PER_CUSTOMER = 10_000;

/** As `toId`, within what can be multiplied by `IDS_PER_CUSTOMER` exactly. */
export function toCustomerId(text: string): number | null {
  return text.length <= 11 ? toId(text) : null;
}

/** The customer to whom a contact, ticket or service request belongs. */
export function customerOf(id: number): number {
  return Math.floor(id / IDS_PER_CUSTOMER);
}
