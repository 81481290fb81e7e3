import type { Accesses } from '#kit/access/accesses';
import type { AuditTrail } from '#kit/audit/trail';
import type { Database } from '#kit/database';
import { createLoader, createLoaderByArgs } from '#kit/loader';
import { CUSTOMERS, createOwners, createOwnersSource, type Owners } from '#kit/owners';
import type { Page } from '#kit/paging';
import { toReachParams } from '#kit/reach';
import type { SubgraphRequest } from '#kit/subgraph';
import type { Viewer } from '#kit/viewer';
import { createKept, createKeptLoader } from './kept.ts';
import type {
  Customer,
  CustomerMatch,
  CustomerRelation,
  GroupMember,
  Holding,
  LookupKey,
  Membership,
  Subscriber,
} from './model.ts';
import { createOrderLoaders } from './order-loaders.ts';
import type { PageRequest } from './pages.ts';
import { createReachLoader } from './reach-loader.ts';
import { createBroadbandSource } from './sources/broadband-sql.ts';
import { createCustomersSource } from './sources/customers-sql.ts';
import { createDevicesSource } from './sources/devices-sql.ts';
import { createGroupsSource } from './sources/groups-sql.ts';
import { createLookupSource } from './sources/lookup-sql.ts';
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
  readonly viewer: Viewer;
  readonly accesses: Accesses;
  readonly trail: AuditTrail;
  /** Whether a customer is within reach, without reading anything of him. */
  readonly owners: Owners<'customer'>;
  readonly lookup: (by: LookupKey, value: string, at: number) => Promise<CustomerMatch[]>;
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
    owners: createOwnersSource(db, { customer: CUSTOMERS }),
    relations: createRelationsSource(db),
    staff: createStaffSource(db),
    subscribers: createSubscribersSource(db),
    subscriptions: createSubscriptionsSource(db),
  };
}

interface Moment {
  readonly today: string;
  readonly nowAt: number;
}

/** What a request reads with, all of it within the viewer's reach. */
export function createContext(
  sources: Sources,
  trail: AuditTrail,
  { today, nowAt }: Moment,
  request: SubgraphRequest,
): Context {
  const { viewer, accesses } = request;
  const reach = toReachParams(viewer.reach);
  return {
    today,
    nowAt,
    viewer,
    accesses,
    trail,
    owners: createOwners(sources.owners, request),
    lookup: (by, value, at) => sources.lookup.matches(by, value, at, reach),
    numbersHeldSinceAt: new Map(),
    loaders: createLoaders(sources, today, request),
  };
}

/**
 * The loaders of one request. What is loaded by an id that a client may have made
 * up is within reach; what is loaded by a customer or line belongs to one that was.
 *
 * @param today Decides which subscriptions are in use.
 */
function createLoaders(sources: Sources, today: string, { viewer, accesses }: SubgraphRequest) {
  const { devices, groups, kept, memberships, staff, subscribers } = sources;
  const reach = toReachParams(viewer.reach);
  const keysAreCustomers = true;
  return {
    customers: createReachLoader('customers', (ids) => sources.customers.byIds(ids, reach), accesses, {
      keysAreCustomers,
    }),
    groups: createReachLoader('groups', (ids) => groups.byIds(ids, reach), accesses, { keysAreCustomers }),
    memberCounts: createLoader('memberCounts', (ids) => groups.memberCounts(ids, reach), 0),
    memberPages: createLoaderByArgs((request: PageRequest) =>
      createLoader<Page<GroupMember>, Page<GroupMember>>(
        'memberPages',
        (ids) => groups.memberPages(ids, request, reach),
        NO_MORE,
      ),
    ),

    subscribers: createReachLoader('subscribers', (ids) => subscribers.byIds(ids, reach), accesses),
    subscribersOf: createLoader<Subscriber[], Subscriber[]>('subscribersOf', subscribers.byCustomers, []),
    broadband: createLoader('broadband', sources.broadband.bySubscribers, null),
    holdings: createLoader<Holding[], Holding[]>('holdings', sources.holdings.byNumbers, []),
    origins: createKeptLoader('origins', kept.origins, toRangeKey),

    subscriptions: createReachLoader(
      'subscriptions',
      (ids) => sources.subscriptions.byIds(ids, reach),
      accesses,
    ),
    ...createOrderLoaders(sources.subscriptions, today),
    offers: createKeptLoader('offers', kept.offers),

    memberships: createReachLoader('memberships', (ids) => memberships.byIds(ids, reach), accesses),
    membershipsOf: createLoader<Membership[], Membership[]>('membershipsOf', memberships.byCustomers, []),
    relationsOf: createLoader<CustomerRelation[], CustomerRelation[]>(
      'relationsOf',
      (ids) => sources.relations.byCustomers(ids, reach),
      [],
    ),
    devices: createReachLoader('devices', (ids) => devices.byIds(ids, reach), accesses),
    devicesOf: createLoader('devicesOf', devices.bySubscribers, null),

    staff: createLoader('staff', staff.byIds, null),
    portfolioCounts: createLoader('portfolioCounts', (ids) => staff.portfolioCounts(ids, reach), 0),
    portfolioPages: createLoaderByArgs((request: PageRequest) =>
      createLoader<Page<Customer>, Page<Customer>>(
        'portfolioPages',
        (ids) => staff.portfolioPages(ids, request, reach),
        NO_MORE,
      ),
    ),

    regions: createKeptLoader('regions', kept.regions),
    brands: createKeptLoader('brands', kept.brands),
    serviceProviders: createKeptLoader('serviceProviders', kept.serviceProviders),
  };
}
