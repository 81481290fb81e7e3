/** Payments, from the billing replica. Read only. */
import type { Knex } from 'knex';
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { parsePaymentId, toPaymentId } from '../ids.ts';
import type { Payment } from '../model.ts';
import type { Checked } from './read-each.ts';

interface PaymentRow {
  readonly account_id: number;
  readonly paid_at: number;
  readonly payment_id: number;
  readonly amount_fen: number;
  readonly method: Payment['method'];
}

export interface PaymentsSource {
  /** Payments from that moment (epoch seconds) on, newest first; an account without any is absent. */
  byAccounts(accountIds: readonly string[], sinceSeconds: number): Promise<Checked<readonly Payment[]>>;
  byIds(paymentIds: readonly string[]): Promise<Checked<Payment>>;
}

export function createPaymentsSource(db: Database): PaymentsSource {
  const since = db.prepare<{ ids: readonly number[]; since: number }, PaymentRow>((sql, params) =>
    selectPayments(sql)
      .where(db.oneOf('account_id', params.ids))
      .where('paid_at', '>=', params.since)
      .orderBy([
        { column: 'account_id', order: 'desc' },
        { column: 'paid_at', order: 'desc' },
        { column: 'payment_id', order: 'desc' },
      ]),
  );
  const one = db.prepare<{ ids: readonly number[]; paymentIds: readonly number[] }, PaymentRow>(
    (sql, { ids, paymentIds }) =>
      selectPayments(sql).where(db.oneOf('account_id', ids)).where(db.oneOf('payment_id', paymentIds)),
  );

  return {
    async byAccounts(accountIds, sinceSeconds) {
      const rows = await since({ ids: toIds(accountIds), since: sinceSeconds });
      return Map.groupBy(rows.map(toPayment), ({ accountId }) => accountId);
    },
    async byIds(paymentIds) {
      const keys = paymentIds.flatMap((id) => parsePaymentId(id) ?? []);
      const rows = await one({
        ids: [...new Set(keys.map(({ accountId }) => accountId))],
        paymentIds: keys.map(({ paymentId }) => paymentId),
      });
      return new Map(rows.map(toPayment).map((payment) => [payment.paymentId, payment]));
    },
  };
}

function selectPayments(sql: Knex): Knex.QueryBuilder {
  return sql('payment').select('account_id', 'paid_at', 'payment_id', 'amount_fen', 'method');
}

function toPayment(row: PaymentRow): Payment {
  return {
    paymentId: toPaymentId(row.account_id, row.payment_id),
    accountId: String(row.account_id),
    paidAtSeconds: row.paid_at,
    amountFen: row.amount_fen,
    method: row.method,
  };
}
