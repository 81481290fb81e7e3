/** Rows that another row of crm points to, so that they must be there. */
import { appError } from '#kit/errors';
import type { Loaders } from '../loaders.ts';
import type { Offer, StaffMember } from '../model.ts';

export function requireOffer(loaders: Loaders, offerId: string): Offer | Promise<Offer> {
  const offer = loaders.offers.load(offerId);
  if (offer instanceof Promise) return offer.then((found) => found ?? missing('offer'));
  return offer ?? missing('offer');
}

/** A 工号 is known from the records it signed, even where the staff register does not have it. */
export async function staffOf(loaders: Loaders, staffId: string): Promise<StaffMember> {
  return (await loaders.staff.load(staffId)) ?? { staffId, name: null, role: null };
}

export function missing(what: string): never {
  throw appError('SOURCE_MALFORMED', `The crm system refers to a ${what} that it does not have.`, {
    source: 'crm',
  });
}
