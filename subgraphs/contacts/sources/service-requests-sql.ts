/** Service requests 服务请求, from the contact-history replica. */
import { toDateTime } from '#kit/clock';
import type { Database } from '#kit/database';
import type { Channel, RequestDirection, RequestType, ServiceRequestStatus } from '#schema/contacts';
import { customerOf } from '../ids.ts';
import type { ServiceRequest } from '../model.ts';
import { toMoment, toText } from './columns.ts';
import { customerRows, type OfCustomers, topOf } from './customer-rows.ts';

interface RequestRow {
  readonly request_id: number;
  readonly requested_at: number;
  readonly direction: RequestDirection;
  readonly type: RequestType;
  readonly title: string;
  readonly priority: number;
  readonly channel: Channel;
  readonly origin_department: string | null;
  readonly status: ServiceRequestStatus;
  readonly due_at: number | null;
  readonly contact_id: number | null;
}

type RequestsByCustomer = ReadonlyMap<number, readonly ServiceRequest[]>;

export interface ServiceRequestsSource {
  byIds(requestIds: readonly number[]): Promise<ReadonlyMap<number, ServiceRequest>>;
  /** Newest first; of one direction, or of both when it is null. */
  list(
    customerIds: readonly number[],
    wanted: { readonly direction: RequestDirection | null; readonly limit: number },
  ): Promise<RequestsByCustomer>;
  /** Open ones, the earliest deadline first, those without one last. */
  mostUrgent(customerIds: readonly number[], limit: number): Promise<RequestsByCustomer>;
}

const COLUMNS: readonly (keyof RequestRow)[] = [
  'request_id',
  'requested_at',
  'direction',
  'type',
  'title',
  'priority',
  'channel',
  'origin_department',
  'status',
  'due_at',
  'contact_id',
];

export function createServiceRequestsSource(db: Database): ServiceRequestsSource {
  const requests = customerRows(db, 'service_request', 'request_id');
  const byIds = db.prepare<{ ids: readonly number[] }, RequestRow>((sql, { ids }) =>
    sql('service_request').select(COLUMNS).where(db.oneOf('request_id', ids)),
  );

  const list = db.prepare<OfCustomers<{ direction: string | null; limit: number }>, RequestRow>(
    (sql, { customers, direction, limit }) => {
      const rows = sql
        .from(requests.all(sql, customers))
        .whereRaw('(? is null or direction = ?)', [direction, direction]);
      return topOf(sql, { rows, columns: COLUMNS, order: 'request_id desc', limit });
    },
  );

  const mostUrgent = db.prepare<OfCustomers<{ limit: number }>, RequestRow>((sql, { customers, limit }) => {
    const rows = sql.from(requests.all(sql, customers)).where('status', 'OPEN');
    return topOf(sql, { rows, columns: COLUMNS, order: 'due_at is null, due_at, request_id', limit });
  });

  return {
    async byIds(requestIds) {
      const rows = await byIds({ ids: requestIds });
      return new Map(rows.map((row) => [row.request_id, toRequest(row)]));
    },
    async list(customerIds, { direction, limit }) {
      return ofCustomers(await list({ customers: customerIds, direction, limit }));
    },
    async mostUrgent(customerIds, limit) {
      return ofCustomers(await mostUrgent({ customers: customerIds, limit }));
    },
  };
}

function ofCustomers(rows: readonly RequestRow[]): RequestsByCustomer {
  const byCustomer = Map.groupBy(rows, (row) => customerOf(row.request_id));
  return new Map([...byCustomer].map(([customer, own]) => [customer, own.map(toRequest)]));
}

function toRequest(row: RequestRow): ServiceRequest {
  return {
    requestId: String(row.request_id),
    direction: row.direction,
    type: row.type,
    title: row.title,
    priority: row.priority,
    channel: row.channel,
    originDepartment: row.origin_department,
    status: row.status,
    requestedAt: toDateTime(row.requested_at),
    dueAt: toMoment(row.due_at),
    contactId: toText(row.contact_id),
  };
}
