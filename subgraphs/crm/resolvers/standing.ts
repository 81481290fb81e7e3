/** Gathers what the rules of service-layer.ts decide by. */
import type { Context } from '../loaders.ts';
import type { Customer, ServiceIdentity, Subscriber } from '../model.ts';
import { identities, type Line, type Standing } from '../service-layer.ts';

export async function standingOf(customer: Customer, { loaders }: Context): Promise<Standing> {
  const [memberships, seat] = await Promise.all([
    loaders.membershipsOf.load(customer.customerId),
    loaders.seats.load(customer.customerId),
  ]);
  return { memberships, inGroup: seat !== null || customer.segment === 'ENTERPRISE' };
}

export async function identitiesOf(customer: Customer, context: Context): Promise<ServiceIdentity[]> {
  const [standing, lines] = await Promise.all([standingOf(customer, context), linesOf(customer, context)]);
  return identities(standing, lines, context.today);
}

async function linesOf({ customerId }: Customer, context: Context): Promise<Line[]> {
  const subscribers = await context.loaders.subscribersOf.load(customerId);
  return Promise.all(subscribers.map((subscriber) => lineOf(subscriber, context)));
}

async function lineOf(subscriber: Subscriber, { loaders }: Context): Promise<Line> {
  const [brand, origin] = await Promise.all([
    loaders.brands.load(subscriber.brandCode),
    loaders.origins.load(subscriber.serviceNumber),
  ]);
  return { subscriber, brandLayer: brand?.layer ?? null, originRegionCode: origin?.regionCode ?? null };
}
