/** What subscribers have ordered. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { OfferKind, ProductSubscription } from '../model.ts';
import { firstPerKey } from './first-per-key-sql.ts';

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

interface SubscriptionRange {
  readonly kinds: readonly OfferKind[];
  /** Those that run on this day or later … */
  readonly runningOn: string;
  /** … and began on this day or later. */
  readonly startedSince: string;
  readonly limit: number;
}

export interface SubscriptionsSource {
  byIds(subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, ProductSubscription>>;
  /** Newest first; a subscriber without any is absent. */
  bySubscribers(
    subscriberIds: readonly string[],
    range: SubscriptionRange,
  ): Promise<ReadonlyMap<string, ProductSubscription[]>>;
}

export function createSubscriptionsSource(db: Database): SubscriptionsSource {
  const byIds = db.prepare<{ ids: number[] }, SubscriptionRow>((sql, { ids }) =>
    sql('subscription')
      .join('offer', 'offer.offer_id', 'subscription.offer_id')
      .select('subscription.*', 'offer.kind')
      .where(db.oneOf('subscription_id', ids)),
  );
  const bySubscribers = db.prepare<
    { ids: number[]; kinds: readonly string[]; runningOn: string; startedSince: string; limit: number },
    SubscriptionRow
  >((sql, { ids, kinds, runningOn, startedSince, limit }) =>
    firstPerKey(
      sql,
      sql('subscription')
        .join('offer', 'offer.offer_id', 'subscription.offer_id')
        .select('subscription.*', 'offer.kind')
        .where(db.oneOf('subscriber_id', ids))
        .where(db.oneOf('offer.kind', kinds))
        .where((running) => {
          void running.whereNull('ended_on').orWhere('ended_on', '>=', runningOn);
        })
        .where('started_on', '>=', startedSince),
      {
        key: 'subscriber_id',
        orderBy: [
          ['started_on', 'desc'],
          ['subscription_id', 'desc'],
        ],
        columns: COLUMNS,
        limit,
      },
    ),
  );
  return {
    async byIds(subscriptionIds) {
      const rows = await byIds({ ids: toIds(subscriptionIds) });
      return new Map(rows.map((row) => [String(row.subscription_id), toSubscription(row)]));
    },
    async bySubscribers(subscriberIds, range) {
      const rows = await bySubscribers({ ids: toIds(subscriberIds), ...range });
      return Map.groupBy(rows.map(toSubscription), ({ subscriberId }) => subscriberId);
    },
  };
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
