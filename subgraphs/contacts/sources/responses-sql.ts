/** Answers to treatments 客户响应, from the contact-history replica. */
import { toDateTime } from '#kit/clock';
import type { Database } from '#kit/database';
import type { Channel, Outcome } from '#schema/contacts';
import type { Response } from '../model.ts';

interface ResponseRow {
  readonly treatment_id: number;
  readonly response_id: number;
  readonly customer_id: number;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly responded_at: number;
  readonly channel: Channel;
  readonly staff_id: string | null;
}

export interface ResponsesSource {
  byIds(responseIds: readonly number[]): Promise<ReadonlyMap<number, Response>>;
  /** By treatment id; a treatment without a recorded answer is absent. */
  byTreatments(treatmentIds: readonly number[]): Promise<ReadonlyMap<number, Response>>;
  /** Those of the customers who have ever answered that they are not to be disturbed 免打扰, each with `true`. */
  doNotDisturb(customerIds: readonly number[]): Promise<ReadonlyMap<number, boolean>>;
}

const COLUMNS: readonly (keyof ResponseRow)[] = [
  'treatment_id',
  'response_id',
  'customer_id',
  'outcome',
  'reason',
  'responded_at',
  'channel',
  'staff_id',
];

export function createResponsesSource(db: Database): ResponsesSource {
  const byIds = db.prepare<{ ids: readonly number[] }, ResponseRow>((sql, { ids }) =>
    sql('response').select(COLUMNS).where(db.oneOf('response_id', ids)),
  );
  const byTreatments = db.prepare<{ ids: readonly number[] }, ResponseRow>((sql, { ids }) =>
    sql('response').select(COLUMNS).where(db.oneOf('treatment_id', ids)),
  );
  const doNotDisturb = db.prepare<{ ids: readonly number[] }, Pick<ResponseRow, 'customer_id'>>(
    (sql, { ids }) =>
      sql('response')
        .distinct('customer_id')
        .where(db.oneOf('customer_id', ids))
        .whereRaw("outcome = 'DO_NOT_DISTURB'"),
  );

  return {
    async byIds(responseIds) {
      const rows = await byIds({ ids: responseIds });
      return new Map(rows.map((row) => [row.response_id, toResponse(row)]));
    },
    async byTreatments(treatmentIds) {
      const rows = await byTreatments({ ids: treatmentIds });
      return new Map(rows.map((row) => [row.treatment_id, toResponse(row)]));
    },
    async doNotDisturb(customerIds) {
      const rows = await doNotDisturb({ ids: customerIds });
      return new Map(rows.map((row) => [row.customer_id, true]));
    },
  };
}

function toResponse(row: ResponseRow): Response {
  return {
    responseId: String(row.response_id),
    customerId: String(row.customer_id),
    outcome: row.outcome,
    reason: row.reason,
    respondedAt: toDateTime(row.responded_at),
    channel: row.channel,
    staffId: row.staff_id,
  };
}
