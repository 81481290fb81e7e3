import { toEpochSeconds } from '#kit/clock';
import type { CustomerLookupResolvers, CustomerMatchResolvers, QueryResolvers } from '#schema/crm';
import { MAX_MATCHES, toLookupValue } from '../lookup.ts';
import { requireCustomer } from './existing.ts';

export const Lookups = {
  async customerLookup(_query, { by, value, asOf }, { lookup, nowAt }) {
    const key = toLookupValue(by, value);
    const found = await lookup(by, key, asOf ? toEpochSeconds(asOf) : nowAt);
    const customers = new Set(found.map(({ customerId }) => customerId)).size;
    return {
      outcome: customers === 0 ? 'NONE' : customers === 1 ? 'ONE' : 'MANY',
      matches: found.slice(0, MAX_MATCHES),
      truncated: found.length > MAX_MATCHES,
      serviceNumber: by === 'SERVICE_NUMBER' ? key : null,
    };
  },
} satisfies QueryResolvers;

export const CustomerLookup: CustomerLookupResolvers = {
  numberOrigin: ({ serviceNumber }, _args, { loaders }) =>
    serviceNumber === null ? null : loaders.origins.load(serviceNumber),
};

export const CustomerMatch: CustomerMatchResolvers = {
  customer: ({ customerId }, _args, { loaders }) => requireCustomer(loaders, customerId),
  subscriber: ({ subscriberId }, _args, { loaders }) =>
    subscriberId === null ? null : loaders.subscribers.load(subscriberId),
};
