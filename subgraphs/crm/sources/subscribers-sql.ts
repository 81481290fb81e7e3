/** Subscribers, by id and by the customer who holds them. */
import type { Database } from '#kit/database';
import { prepareShortLists } from '#kit/first-per-key';
import { toIds } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import type { Operator, Subscriber } from '../model.ts';

interface SubscriberRow {
  readonly subscriber_id: number;
  readonly customer_id: number;
  readonly account_id: number;
  readonly service_number: string;
  readonly net_class: Subscriber['netClass'];
  readonly brand_code: string;
  readonly status: Subscriber['status'];
  readonly status_since_at: number;
  readonly opened_on: string;
  readonly development_channel: Subscriber['developmentChannel'];
  readonly ported_from: Operator | null;
  readonly ported_on: string | null;
  readonly real_user_name: string | null;
  readonly real_user_customer_id: number | null;
}

/** Lines read of a customer. The graph shows no more, and computes layers and brands from no more. */
const MAX_SUBSCRIBERS = 50;

const COLUMNS = [
  'subscriber_id',
  'customer_id',
  'account_id',
  'service_number',
  'net_class',
  'brand_code',
  'status',
  'status_since_at',
  'opened_on',
  'development_channel',
  'ported_from',
  'ported_on',
  'real_user_name',
  'real_user_customer_id',
] as const satisfies readonly (keyof SubscriberRow)[];

export interface SubscribersSource {
  /** Those whose holder is within reach. */
  byIds(subscriberIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, Subscriber>>;
  /** Of customers who are within reach: newest first, closed ones included, 50 at most; a customer without lines is absent. */
  byCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, Subscriber[]>>;
}

export function createSubscribersSource(db: Database): SubscribersSource {
  const byIds = db.prepare<ReachParams & { ids: number[] }, SubscriberRow>((sql, params) =>
    sql('subscriber')
      .select(...COLUMNS)
      .where(db.oneOf('subscriber_id', params.ids))
      .where(withinReach(sql, db, 'subscriber.customer_id', params)),
  );
  const byCustomers = prepareShortLists<{ ids: number[] }, SubscriberRow>(
    db,
    (sql, { ids }) =>
      sql('subscriber')
        .select(...COLUMNS)
        .where(db.oneOf('customer_id', ids)),
    {
      key: 'customer_id',
      orderBy: [
        ['opened_on', 'desc'],
        ['subscriber_id', 'desc'],
      ],
      columns: COLUMNS,
      limit: MAX_SUBSCRIBERS,
    },
  );
  return {
    async byIds(subscriberIds, reach) {
      const rows = await byIds({ ids: toIds(subscriberIds), ...reach });
      return new Map(rows.map((row) => [String(row.subscriber_id), toSubscriber(row)]));
    },
    async byCustomers(customerIds) {
      const lists = await byCustomers({ ids: toIds(customerIds) }, (row) => String(row.customer_id));
      return new Map([...lists].map(([customerId, rows]) => [customerId, rows.map(toSubscriber)]));
    },
  };
}

function toSubscriber(row: SubscriberRow): Subscriber {
  const { ported_from: fromOperator, ported_on: on, real_user_name: name, real_user_customer_id: user } = row;
  return {
    subscriberId: String(row.subscriber_id),
    customerId: String(row.customer_id),
    accountId: String(row.account_id),
    serviceNumber: row.service_number,
    netClass: row.net_class,
    brandCode: row.brand_code,
    status: row.status,
    statusSinceAt: row.status_since_at,
    openedOn: row.opened_on,
    developmentChannel: row.development_channel,
    portedIn: fromOperator === null || on === null ? null : { fromOperator, on },
    realUser: name === null ? null : { name, customerId: user === null ? null : String(user) },
  };
}
