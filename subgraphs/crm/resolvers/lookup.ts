import { toEpochSeconds } from '#kit/clock';
import type { CustomerLookupResolvers, CustomerMatchResolvers, QueryResolvers } from '#schema/crm';
import type { Context } from '../loaders.ts';
import { MAX_MATCHES, toLookupValue } from '../lookup.ts';
import type { CustomerMatch as Match } from '../model.ts';
import { requireCustomer } from './existing.ts';

export const Lookups = {
  async customerLookup(_query, { by, value, asOf }, context) {
    const key = toLookupValue(by, value);
    const found = await context.lookup(by, key, asOf ? toEpochSeconds(asOf) : context.nowAt);
    for (const match of found) remember(match, context);
    const customers = new Set(found.map(({ customerId }) => customerId)).size;
    return {
      outcome: customers === 0 ? 'NONE' : customers === 1 ? 'ONE' : 'MANY',
      matches: found.slice(0, MAX_MATCHES),
      truncated: found.length > MAX_MATCHES,
      serviceNumber: by === 'SERVICE_NUMBER' ? key : null,
    };
  },
} satisfies QueryResolvers;

/** The lookup has read what the fields of its matches ask for. */
function remember({ customer, subscriberId, numberHeldSinceAt }: Match, context: Context): void {
  if (customer !== null) context.loaders.customers.prime(customer.customerId, customer);
  if (subscriberId !== null) context.numbersHeldSinceAt.set(subscriberId, numberHeldSinceAt);
}

export const CustomerLookup: CustomerLookupResolvers = {
  numberOrigin: ({ serviceNumber }, _args, { loaders }) =>
    serviceNumber === null ? null : loaders.origins.load(serviceNumber),
};

export const CustomerMatch: CustomerMatchResolvers = {
  customer: ({ customerId, customer }, _args, { loaders }) =>
    customer ?? requireCustomer(loaders, customerId),
  // One of the holder's lines, which the holder's layer is decided by anyway; only beyond 50 it is read alone.
  async subscriber({ customerId, subscriberId }, _args, { loaders }) {
    if (subscriberId === null) return null;
    const lines = await loaders.subscribersOf.load(customerId);
    return lines.find((line) => line.subscriberId === subscriberId) ?? loaders.subscribers.load(subscriberId);
  },
};
