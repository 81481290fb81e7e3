/** Service requests 服务请求, from the contact-history replica. */
import type { Database } from '#kit/database';
import type { Channel, RequestDirection, RequestType, ServiceRequestStatus } from '#schema/contacts';
import { customerOf } from '../ids.ts';
import type { ServiceRequest } from '../model.ts';
import { toText } from './columns.ts';
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
  /** Open ones, oldest first. */
  open(customerIds: readonly number[]): Promise<RequestsByCustomer>;
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

  const open = db.prepare<OfCustomers, RequestRow>((sql, { customers }) =>
    sql
      .select(COLUMNS)
      .from(requests.all(sql, customers))
      // Written out: SQLite prepares a statement anew whenever a value that a column must equal is bound.
      .whereRaw("status = 'OPEN'")
      .orderBy('request_id'),
  );

  return {
    async byIds(requestIds) {
      const rows = await byIds({ ids: requestIds });
      return new Map(rows.map((row) => [row.request_id, toRequest(row)]));
    },
    async list(customerIds, { direction, limit }) {
      return ofCustomers(await list({ customers: customerIds, direction, limit }));
    },
    async open(customerIds) {
      return ofCustomers(await open({ customers: customerIds }));
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
    requestedAt: row.requested_at,
    dueAt: row.due_at,
    contactId: toText(isOwn(row.contact_id, row.request_id) ? row.contact_id : null),
  };
}

/** A contact of another customer is not this one's to tell of. */
function isOwn(contactId: number | null, requestId: number): boolean {
  return contactId !== null && customerOf(contactId) === customerOf(requestId);
}
