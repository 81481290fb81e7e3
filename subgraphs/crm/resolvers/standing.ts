/** Gathers what the rules of service-layer.ts decide by. */
import type { Standing } from '#kit/customer-class';
import type { Context, Loaders } from '../loaders.ts';
import { allListedAs } from '../masking.ts';
import type { Customer, Membership, ServiceIdentity, Subscriber } from '../model.ts';
import { identities, type Line } from '../service-layer.ts';

export async function standingOf(customer: Customer, { loaders }: Context): Promise<Standing> {
  return toStanding(customer, await loaders.membershipsOf.load(customer.customerId));
}

/** Every claim to a layer, highest first. */
export async function identitiesOf(
  customer: Customer,
  { loaders, today }: Context,
): Promise<ServiceIdentity[]> {
  const [memberships, subscribers] = await Promise.all([
    loaders.membershipsOf.load(customer.customerId),
    loaders.subscribersOf.load(customer.customerId),
  ]);
  // Brands and number ranges are nearly always kept: then there is nothing to wait for.
  const lines = linesOf(allListedAs(customer, subscribers), loaders);
  const standing = toStanding(customer, memberships);
  return identities(standing, lines instanceof Promise ? await lines : lines, today);
}

function linesOf(subscribers: readonly Subscriber[], { brands, origins }: Loaders): Line[] | Promise<Line[]> {
  const ofBrand = brands.loadAll(subscribers.map(({ brandCode }) => brandCode));
  const ofNumber = origins.loadAll(subscribers.map(({ serviceNumber }) => serviceNumber));
  const toLines = (found: Awaited<typeof ofBrand>, placed: Awaited<typeof ofNumber>): Line[] =>
    subscribers.map((subscriber, at) => ({
      subscriber,
      brandLayer: found[at]?.layer ?? null,
      originRegionCode: placed[at]?.regionCode ?? null,
    }));
  return ofBrand instanceof Promise || ofNumber instanceof Promise
    ? Promise.all([ofBrand, ofNumber]).then((both) => toLines(...both))
    : toLines(ofBrand, ofNumber);
}

function toStanding({ segment, seat }: Customer, memberships: readonly Membership[]): Standing {
  return { memberships, inGroup: seat !== null || segment === 'ENTERPRISE' };
}
