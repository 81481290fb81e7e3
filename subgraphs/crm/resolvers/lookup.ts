import { toEpochSeconds } from '#kit/clock';
import type { CustomerLookupResolvers, CustomerMatchResolvers, QueryResolvers } from '#schema/crm';
import type { Context } from '../loaders.ts';
import { MAX_MATCHES, toLookupValue } from '../lookup.ts';
import { listed, listedAs } from '../masking.ts';
import type { CustomerMatch as Match } from '../model.ts';

export const Lookups = {
  async customerLookup(_query, { by, value, asOf }, context) {
    const key = toLookupValue(by, value);
    const found = await context.lookup(by, key, asOf ? toEpochSeconds(asOf) : context.nowAt);
    for (const match of found) remember(match, context);
    const customers = new Set(found.map(({ customer }) => customer.customerId)).size;
    const shown = found.slice(0, MAX_MATCHES);
    return {
      outcome: customers === 0 ? 'NONE' : customers === 1 ? 'ONE' : 'MANY',
      // Who asks has not said yet whom of several they mean (S25).
      matches: customers > 1 ? shown.map(inList) : shown,
      truncated: found.length > MAX_MATCHES,
      serviceNumber: by === 'SERVICE_NUMBER' ? key : null,
    };
  },
} satisfies QueryResolvers;

function inList(match: Match): Match {
  return { ...match, customer: listed(match.customer) };
}

/** The lookup has read what the fields of its matches ask for. */
function remember({ customer, subscriberId, numberHeldSinceAt }: Match, context: Context): void {
  context.accesses.saw(customer.customerId);
  context.loaders.customers.prime(customer.customerId, customer);
  if (subscriberId !== null) context.numbersHeldSinceAt.set(subscriberId, numberHeldSinceAt);
}

export const CustomerLookup: CustomerLookupResolvers = {
  numberOrigin: ({ serviceNumber }, _args, { loaders }) =>
    serviceNumber === null ? null : loaders.origins.load(serviceNumber),
};

export const CustomerMatch: CustomerMatchResolvers = {
  // One of the holder's lines, which the holder's layer is decided by anyway; only beyond 50 it is read alone.
  async subscriber({ customer, subscriberId }, _args, { loaders }) {
    if (subscriberId === null) return null;
    const lines = await loaders.subscribersOf.load(customer.customerId);
    const line = lines.find((each) => each.subscriberId === subscriberId);
    return listedAs(customer, line ?? (await loaders.subscribers.load(subscriberId)));
  },
};
