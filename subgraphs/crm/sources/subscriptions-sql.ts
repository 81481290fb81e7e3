/** What subscribers have ordered. */
import type { Knex } from 'knex';
import type { Database, Param } from '#kit/database';
import { prepareShortLists } from '#kit/first-per-key';
import { toIds } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import type { OfferKind, Owned, ProductSubscription } from '../model.ts';

interface SubscriptionRow {
  readonly subscription_id: number;
  readonly subscriber_id: number;
  readonly offer_id: number;
  readonly kind: OfferKind;
  readonly started_on: string;
  readonly ended_on: string | null;
  readonly contract_ends_on: string | null;
  readonly opened_by_staff_id: string | null;
  readonly channel: ProductSubscription['channel'];
  readonly sp_code: string | null;
  readonly owner_type: ProductSubscription['ownerType'];
}

const COLUMNS = [
  'subscription_id',
  'subscriber_id',
  'offer_id',
  'kind',
  'started_on',
  'ended_on',
  'contract_ends_on',
  'opened_by_staff_id',
  'channel',
  'sp_code',
  'owner_type',
] as const satisfies readonly (keyof SubscriptionRow)[];

/** The same where `offer` is joined, which gives the kind. */
const JOINED_COLUMNS = COLUMNS.map((column) => (column === 'offer_id' ? 'subscription.offer_id' : column));

/** … and `subscriber`, which gives the customer. */
const BY_ID_COLUMNS = [
  ...JOINED_COLUMNS.map((column) => (column === 'subscriber_id' ? 'subscription.subscriber_id' : column)),
  'subscriber.customer_id',
];

/** Orders shown of a line. */
const MAX_SUBSCRIPTIONS = 100;

const NEWEST_FIRST = {
  key: 'subscriber_id',
  orderBy: [
    ['started_on', 'desc'],
    ['subscription_id', 'desc'],
  ],
  columns: COLUMNS,
  limit: MAX_SUBSCRIPTIONS,
} as const;

interface SubscriptionRange {
  readonly kinds: readonly OfferKind[];
  /** Those that run on this day or later … */
  readonly runningOn: string;
  /** … and began on this day or later. */
  readonly startedSince: string;
}

type BySubscribers<T> = Promise<ReadonlyMap<string, T>>;

export interface SubscriptionsSource {
  /** By their own ids, those of customers within reach. */
  byIds(
    subscriptionIds: readonly string[],
    reach: ReachParams,
  ): Promise<ReadonlyMap<string, Owned<ProductSubscription>>>;
  /** Newest first, 100 at most; a subscriber without any is absent. */
  bySubscribers(
    subscriberIds: readonly string[],
    range: SubscriptionRange,
  ): BySubscribers<ProductSubscription[]>;
  /** All kinds of those in use, in the same form. */
  running(subscriberIds: readonly string[], today: string): BySubscribers<ProductSubscription[]>;
  /** Latest day to which an order in use binds a line; a line that is free is absent. */
  contractEnds(subscriberIds: readonly string[], today: string): BySubscribers<string>;
}

export function createSubscriptionsSource(db: Database): SubscriptionsSource {
  const joined = (sql: Knex): Knex.QueryBuilder =>
    sql('subscription')
      .join('offer', 'offer.offer_id', 'subscription.offer_id')
      .select(...JOINED_COLUMNS);
  const runsOn =
    (day: Param) =>
    (running: Knex.QueryBuilder): void => {
      void running.whereNull('ended_on').orWhere('ended_on', '>=', day);
    };

  const byIds = db.prepare<
    ReachParams & { ids: number[] },
    SubscriptionRow & { readonly customer_id: number }
  >((sql, params) =>
    sql('subscription')
      .join('offer', 'offer.offer_id', 'subscription.offer_id')
      .join('subscriber', 'subscriber.subscriber_id', 'subscription.subscriber_id')
      .select(...BY_ID_COLUMNS)
      .where(db.oneOf('subscription_id', params.ids))
      .where(withinReach(sql, db, 'subscriber.customer_id', params)),
  );
  const inRange = prepareShortLists<
    { ids: number[]; kinds: readonly string[]; runningOn: string; startedSince: string },
    SubscriptionRow
  >(
    db,
    (sql, { ids, kinds, runningOn, startedSince }) =>
      joined(sql)
        .where(db.oneOf('subscriber_id', ids))
        .where(db.oneOf('offer.kind', kinds))
        .where(runsOn(runningOn))
        .where('started_on', '>=', startedSince),
    NEWEST_FIRST,
  );
  const inUse = prepareShortLists<{ ids: number[]; today: string }, SubscriptionRow>(
    db,
    (sql, { ids, today }) => joined(sql).where(db.oneOf('subscriber_id', ids)).where(runsOn(today)),
    NEWEST_FIRST,
  );
  const ends = db.prepare<{ ids: number[]; today: string }, { subscriber_id: number; ends_on: string }>(
    (sql, { ids, today }) =>
      sql('subscription')
        .select('subscriber_id')
        .max('contract_ends_on as ends_on')
        .where(db.oneOf('subscriber_id', ids))
        .where('contract_ends_on', '>=', today)
        .where(runsOn(today))
        .groupBy('subscriber_id'),
  );
  return {
    async byIds(subscriptionIds, reach) {
      const rows = await byIds({ ids: toIds(subscriptionIds), ...reach });
      return new Map(
        rows.map((row) => [
          String(row.subscription_id),
          { ...toSubscription(row), customerId: String(row.customer_id) },
        ]),
      );
    },
    async bySubscribers(subscriberIds, range) {
      return toLists(await inRange({ ids: toIds(subscriberIds), ...range }, subscriberOf));
    },
    async running(subscriberIds, today) {
      return toLists(await inUse({ ids: toIds(subscriberIds), today }, subscriberOf));
    },
    async contractEnds(subscriberIds, today) {
      const rows = await ends({ ids: toIds(subscriberIds), today });
      return new Map(rows.map((row) => [String(row.subscriber_id), row.ends_on]));
    },
  };
}

function subscriberOf(row: SubscriptionRow): string {
  return String(row.subscriber_id);
}

function toLists(
  bySubscriber: ReadonlyMap<string, readonly SubscriptionRow[]>,
): Map<string, ProductSubscription[]> {
  return new Map([...bySubscriber].map(([subscriberId, rows]) => [subscriberId, rows.map(toSubscription)]));
}

function toSubscription(row: SubscriptionRow): ProductSubscription {
  return {
    subscriptionId: String(row.subscription_id),
    subscriberId: String(row.subscriber_id),
    offerId: String(row.offer_id),
    kind: row.kind,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    contractEndsOn: row.contract_ends_on,
    openedByStaffId: row.opened_by_staff_id,
    channel: row.channel,
    serviceProviderCode: row.sp_code,
    ownerType: row.owner_type,
  };
}
