/** Exports of itemised records that were asked for, and who approved them. */
import type { Purpose } from '#kit/viewer';
import type { WritableDatabase } from '#kit/writable-database';
import type { ExportRequest } from '../model.ts';

type Row = Readonly<{
  request_id: string;
  requested_at: number;
  requested_by: string;
  customer_id: number;
  subscriber_id: number;
  month: string;
  purpose: Purpose;
  reason: string;
  approved_by: string | null;
}>;

type InsertRow = Omit<Row, 'approved_by'>;

export interface ExportsSource {
  add(request: ExportRequest): Promise<void>;
  byId(requestId: string): Promise<ExportRequest | null>;
  /** Not approved yet, and asked for at or after `since`; oldest first, at most 1,000. */
  waiting(since: number): Promise<ExportRequest[]>;
  /** @returns False where somebody was faster. */
  approve(requestId: string, by: string, at: number): Promise<boolean>;
}

export function createExportsSource(db: WritableDatabase): ExportsSource {
  const insert = db.prepareWrite<InsertRow>((sql, values) =>
    sql('export_request').insert({
      request_id: values.request_id,
      requested_at: values.requested_at,
      requested_by: values.requested_by,
      customer_id: values.customer_id,
      subscriber_id: values.subscriber_id,
      month: values.month,
      purpose: values.purpose,
      reason: values.reason,
    }),
  );
  const byId = db.prepare<{ id: string }, Row>((sql, { id }) =>
    sql('export_request').where('request_id', id),
  );
  const waiting = db.prepare<{ since: number }, Row>((sql, { since }) =>
    sql('export_request')
      .whereNull('approved_by')
      .where('requested_at', '>=', since)
      .orderBy('requested_at')
      .limit(1_000),
  );
  const approve = db.prepareWrite<{ id: string; by: string; at: number }>((sql, { id, by, at }) =>
    sql('export_request')
      .update({ approved_by: by, approved_at: at })
      .where('request_id', id)
      .whereNull('approved_by'),
  );
  return {
    async add(request) {
      await insert({
        request_id: request.requestId,
        requested_at: request.requestedAt,
        requested_by: request.requestedBy,
        customer_id: Number(request.customerId),
        subscriber_id: Number(request.subscriberId),
        month: request.month,
        purpose: request.purpose,
        reason: request.reason,
      });
    },
    byId: async (id) => (await byId({ id })).map(toRequest)[0] ?? null,
    waiting: async (since) => (await waiting({ since })).map(toRequest),
    approve: async (id, by, at) => (await approve({ id, by, at })) > 0,
  };
}

function toRequest(row: Row): ExportRequest {
  return {
    requestId: row.request_id,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    customerId: String(row.customer_id),
    subscriberId: String(row.subscriber_id),
    month: row.month,
    purpose: row.purpose,
    reason: row.reason,
    approvedBy: row.approved_by,
  };
}
