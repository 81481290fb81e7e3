import type { Database } from '#kit/database';
import { createLoader, createLoaderByArgs } from '#kit/loader';
import type { Page } from '#kit/paging';
import type {
  CustomerRelation,
  GroupMember,
  Holding,
  Membership,
  OfferKind,
  ProductSubscription,
  Subscriber,
  SubscriptionFilter,
} from './model.ts';
import type { PageRequest } from './pages.ts';
import { createBroadbandSource } from './sources/broadband-sql.ts';
import { createCustomersSource } from './sources/customers-sql.ts';
import { createDevicesSource } from './sources/devices-sql.ts';
import { createGroupsSource } from './sources/groups-sql.ts';
import { createLookupSource, type LookupSource } from './sources/lookup-sql.ts';
import { createMembershipsSource } from './sources/memberships-sql.ts';
import { createNumberHoldingsSource } from './sources/number-holdings-sql.ts';
import { createNumberSegmentsSource } from './sources/number-segments-sql.ts';
import { createOffersSource } from './sources/offers-sql.ts';
import { createReferenceSource } from './sources/reference-sql.ts';
import { createRelationsSource } from './sources/relations-sql.ts';
import { createStaffSource } from './sources/staff-sql.ts';
import { createSubscribersSource } from './sources/subscribers-sql.ts';
import { createSubscriptionsSource } from './sources/subscriptions-sql.ts';

/** Everything a crm resolver can reach. Built anew for each request. */
export interface Context {
  /** The business day of the request, and its moment in epoch seconds. */
  readonly today: string;
  readonly nowAt: number;
  readonly lookup: LookupSource['matches'];
  readonly loaders: Loaders;
}

export type Loaders = ReturnType<typeof createLoaders>;
export type Sources = ReturnType<typeof createSources>;

/** Rows read per key. The graph shows no more, and computes layers and brands from no more. */
const MAX_SUBSCRIBERS = 50;
const MAX_RELATIONS = 50;
const MAX_SUBSCRIPTIONS = 100;

const ALL_KINDS: readonly OfferKind[] = [
  'PLAN',
  'DATA_PLAN',
  'SMS_PACK',
  'MMS',
  'RINGBACK',
  'SP_SERVICE',
  'BROADBAND',
  'FIXED_LINE',
  'FUNCTION',
];

const NO_MORE: Page<never> = { items: [], hasNextPage: false };

/** Prepares every statement, once for the life of the process. */
export function createSources(db: Database) {
  return {
    broadband: createBroadbandSource(db),
    customers: createCustomersSource(db),
    devices: createDevicesSource(db),
    groups: createGroupsSource(db),
    holdings: createNumberHoldingsSource(db),
    lookup: createLookupSource(db),
    memberships: createMembershipsSource(db),
    offers: createOffersSource(db),
    reference: createReferenceSource(db),
    relations: createRelationsSource(db),
    segments: createNumberSegmentsSource(db),
    staff: createStaffSource(db),
    subscribers: createSubscribersSource(db),
    subscriptions: createSubscriptionsSource(db),
  };
}

/** The loaders of one request. @param today Decides which subscriptions are in use. */
export function createLoaders(sources: Sources, today: string) {
  const { devices, groups, memberships, reference, staff, subscribers, subscriptions } = sources;
  return {
    customers: createLoader('customers', sources.customers.byIds, null),
    groups: createLoader('groups', groups.byIds, null),
    seats: createLoader('seats', groups.seatsByCustomers, null),
    memberCounts: createLoader('memberCounts', groups.memberCounts, 0),
    memberPages: createLoaderByArgs((request: PageRequest) =>
      createLoader<Page<GroupMember>, Page<GroupMember>>(
        'memberPages',
        (ids) => groups.memberPages(ids, request),
        NO_MORE,
      ),
    ),

    subscribers: createLoader('subscribers', subscribers.byIds, null),
    subscribersOf: createLoader<Subscriber[], Subscriber[]>(
      'subscribersOf',
      (ids) => subscribers.byCustomers(ids, MAX_SUBSCRIBERS),
      [],
    ),
    broadband: createLoader('broadband', sources.broadband.bySubscribers, null),
    holdings: createLoader<Holding[], Holding[]>('holdings', sources.holdings.byNumbers, []),
    origins: createLoader('origins', sources.segments.byNumbers, null),

    subscriptions: createLoader('subscriptions', subscriptions.byIds, null),
    subscriptionsOf: createLoaderByArgs((filter: SubscriptionFilter) =>
      createLoader<ProductSubscription[], ProductSubscription[]>(
        'subscriptionsOf',
        (ids) => subscriptions.bySubscribers(ids, toRange(filter, today)),
        [],
      ),
    ),
    offers: createLoader('offers', sources.offers.byIds, null),

    memberships: createLoader('memberships', memberships.byIds, null),
    membershipsOf: createLoader<Membership[], Membership[]>('membershipsOf', memberships.byCustomers, []),
    relationsOf: createLoader<CustomerRelation[], CustomerRelation[]>(
      'relationsOf',
      (ids) => sources.relations.byCustomers(ids, MAX_RELATIONS),
      [],
    ),
    devices: createLoader('devices', devices.byIds, null),
    devicesOf: createLoader('devicesOf', devices.bySubscribers, null),

    staff: createLoader('staff', staff.byIds, null),
    portfolioCounts: createLoader('portfolioCounts', staff.portfolioCounts, 0),
    portfolioPages: createLoaderByArgs((request: PageRequest) =>
      createLoader<Page<string>, Page<string>>(
        'portfolioPages',
        (ids) => staff.portfolioPages(ids, request),
        NO_MORE,
      ),
    ),

    regions: createLoader('regions', reference.regions, null),
    brands: createLoader('brands', reference.brands, null),
    serviceProviders: createLoader('serviceProviders', reference.serviceProviders, null),
  };
}

/** Those in use today; with `endedSince` also those that still ran on that day. */
function toRange({ kinds, endedSince, startedSince }: SubscriptionFilter, today: string) {
  return {
    kinds: kinds ?? ALL_KINDS,
    runningOn: endedSince !== null && endedSince < today ? endedSince : today,
    startedSince: startedSince ?? '',
    limit: MAX_SUBSCRIPTIONS,
  };
}
