import { entryOf } from '#kit/audit/entry';
import { toEpochSeconds } from '#kit/clock';
import { appError } from '#kit/errors';
import { toLookupValue } from '#kit/lookup-value';
import type { CustomerLookupResolvers, CustomerMatchResolvers, QueryResolvers } from '#schema/crm';
import type { Context } from '../loaders.ts';
import { MAX_MATCHES } from '../lookup.ts';
import { listed, listedAs } from '../masking.ts';
import type { LookupKey, CustomerMatch as Match } from '../model.ts';

export const Lookups = {
  async customerLookup(_query, { by, value, asOf }, context) {
    requireKey(by, context);
    const key = toLookupValue(by, value);
    const found = await context.lookup(by, key, asOf ? toEpochSeconds(asOf) : context.nowAt);
    if (found.length === 0) await countMiss(by, context);
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

/** What people are found by who have it written down; with a masked value, it takes knowing it. */
const PERSONAL_KEYS: ReadonlySet<LookupKey> = new Set([
  'ID_DOCUMENT',
  'MEMBER_CARD',
  'CONTACT_PHONE',
  'EMAIL',
]);

/** @throws FORBIDDEN for a key that would tell a viewer what they may not see. */
function requireKey(by: LookupKey, { viewer }: Context): void {
  if (!PERSONAL_KEYS.has(by) || viewer.grants.scopes.has('customer:identity')) return;
  throw appError('FORBIDDEN', 'Your role looks customers up by number or account only.');
}

/**
 * A masked number hides ten thousand values: whoever tries them is told by their misses. Strangers who
 * call are misses too, some in an hour.
 */
const MISSES_PER_HOUR = 60;

/** @throws LIMIT_REACHED, AUDIT_UNAVAILABLE. Of one customer's own system nothing can be found out. */
async function countMiss(by: LookupKey, { viewer, trail }: Context): Promise<void> {
  if (viewer.reach.kind === 'SELF') return;
  await trail.append(
    entryOf(viewer, {
      kind: 'LOOKUP',
      customers: [],
      operation: 'customerLookup',
      fields: [`LookupKey.${by}`],
      outcome: 'NONE',
    }),
    { perHour: MISSES_PER_HOUR },
  );
}

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
