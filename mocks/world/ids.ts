/**
 * Ids by arithmetic from a customer's index: unique, ascending, and known to
 * everybody who knows the index, so that no reference ever dangles.
 */

/** Lines a customer may have, holders of earlier times included. */
export const LINES = 4;
/** The second mobile line, the broadband line, and a number that is never a line: a phone of somebody else. */
export const SECOND_MOBILE = 1;
export const FIXED_LINE = 2;
export const OTHER_PHONE = 3;
const ACCOUNTS = 2;
const SUBSCRIPTIONS = 32;
const PAYMENTS = 100;
const TREATMENTS = 64;

export const toCustomerId = (index: number): number => 100_000_000 + index;

export const toSubscriberId = (index: number, line: number): number => 200_000_000 + index * LINES + line;

export const toAccountId = (index: number, account: number): number =>
  300_000_000 + index * ACCOUNTS + account;

export const toMembershipId = (index: number): number => 400_000_000 + index;

export const toSubscriptionId = (subscriberId: number, nth: number): number =>
  nthOf(subscriberId, nth, SUBSCRIPTIONS, 'subscriptions');

export const toPaymentId = (accountId: number, nth: number): number =>
  nthOf(accountId, nth, PAYMENTS, 'payments');

/** Also the id of the answer to it. */
export const toTreatmentId = (customerId: number, nth: number): number =>
  nthOf(customerId, nth, TREATMENTS, 'treatments');

function nthOf(owner: number, nth: number, limit: number, what: string): number {
  if (nth >= limit) throw new RangeError(`${owner} has more than ${limit} ${what}; ids would collide.`);
  return owner * limit + nth;
}
