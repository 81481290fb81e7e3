import type { Database } from '#kit/database';
import { createLoader, createLoaderByArgs } from '#kit/loader';
import type { Page } from '#kit/paging';
import { createKept, createKeptLoader } from './kept.ts';
import type { Customer, CustomerRelation, GroupMember, Holding, Membership, Subscriber } from './model.ts';
import { createOrderLoaders } from './order-loaders.ts';
import type { PageRequest } from './pages.ts';
import { createBroadbandSource } from './sources/broadband-sql.ts';
import { createCustomersSource } from './sources/customers-sql.ts';
import { createDevicesSource } from './sources/devices-sql.ts';
import { createGroupsSource } from './sources/groups-sql.ts';
import { createLookupSource, type LookupSource } from './sources/lookup-sql.ts';
import { createMembershipsSource } from './sources/memberships-sql.ts';
import { createNumberHoldingsSource } from './sources/number-holdings-sql.ts';
import { createNumberSegmentsSource, toRangeKey } from './sources/number-segments-sql.ts';
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
  /** By subscriber, what a lookup has read on its way. */
  readonly numbersHeldSinceAt: Map<string, number | null>;
  readonly loaders: Loaders;
}

export type Loaders = ReturnType<typeof createLoaders>;
export type Sources = ReturnType<typeof createSources>;

const NO_MORE: Page<never> = { items: [], hasNextPage: false };

/** Prepares every statement, once for the life of the process. */
export function createSources(db: Database) {
  const { regions, brands, serviceProviders } = createReferenceSource(db);
  return {
    broadband: createBroadbandSource(db),
    customers: createCustomersSource(db),
    devices: createDevicesSource(db),
    groups: createGroupsSource(db),
    holdings: createNumberHoldingsSource(db),
    lookup: createLookupSource(db),
    memberships: createMembershipsSource(db),
    kept: {
      regions: createKept(regions),
      brands: createKept(brands),
      serviceProviders: createKept(serviceProviders),
      offers: createKept(createOffersSource(db).byIds),
      /** By `toRangeKey` of numbers. */
      origins: createKept(createNumberSegmentsSource(db).byNumbers),
    },
    relations: createRelationsSource(db),
    staff: createStaffSource(db),
    subscribers: createSubscribersSource(db),
    subscriptions: createSubscriptionsSource(db),
  };
}

/** The loaders of one request. @param today Decides which subscriptions are in use. */
export function createLoaders(sources: Sources, today: string) {
  const { devices, groups, kept, memberships, staff, subscribers } = sources;
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
    subscribersOf: createLoader<Subscriber[], Subscriber[]>('subscribersOf', subscribers.byCustomers, []),
    broadband: createLoader('broadband', sources.broadband.bySubscribers, null),
    holdings: createLoader<Holding[], Holding[]>('holdings', sources.holdings.byNumbers, []),
    origins: createKeptLoader('origins', kept.origins, toRangeKey),

    ...createOrderLoaders(sources.subscriptions, today),
    offers: createKeptLoader('offers', kept.offers),

    memberships: createLoader('memberships', memberships.byIds, null),
    membershipsOf: createLoader<Membership[], Membership[]>('membershipsOf', memberships.byCustomers, []),
    relationsOf: createLoader<CustomerRelation[], CustomerRelation[]>(
      'relationsOf',
      sources.relations.byCustomers,
      [],
    ),
    devices: createLoader('devices', devices.byIds, null),
    devicesOf: createLoader('devicesOf', devices.bySubscribers, null),

    staff: createLoader('staff', staff.byIds, null),
    portfolioCounts: createLoader('portfolioCounts', staff.portfolioCounts, 0),
    portfolioPages: createLoaderByArgs((request: PageRequest) =>
      createLoader<Page<Customer>, Page<Customer>>(
        'portfolioPages',
        (ids) => staff.portfolioPages(ids, request),
        NO_MORE,
      ),
    ),

    regions: createKeptLoader('regions', kept.regions),
    brands: createKeptLoader('brands', kept.brands),
    serviceProviders: createKeptLoader('serviceProviders', kept.serviceProviders),
  };
}
