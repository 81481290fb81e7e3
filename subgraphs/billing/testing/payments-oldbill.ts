/**
 * Payments of another operator, as an adapter that he would write for himself:
 * his billing keeps 元 with decimals and times as texts. Configured as
 * `payments: ./subgraphs/billing/testing/payments-oldbill.ts`.
 */
import type { Knex } from 'knex';
import { fenOfYuan, moment, oneOf, toWireTime } from '#kit/boss/units';
import { malformed } from '#kit/errors';
import { toIds } from '#kit/ids';
import { parsePaymentId, toPaymentId } from '../ids.ts';
import type { Payment } from '../model.ts';
import type { SourceSystems } from '../source-adapters.ts';
import type { PaymentsSource } from '../sources/payments-sql.ts';
import { type Checked, readEach } from '../sources/read-each.ts';

interface OldbillRow {
  readonly ACC_NBR: number;
  readonly PAY_SEQ: number;
  /** `YYYYMMDDHHMMSS` in Shanghai. */
  readonly PAY_TIME: string;
  /** 元 as a text, for example `58.00`. */
  readonly PAY_AMOUNT: string;
  readonly PAY_WAY: string;
}

const method = oneOf<Payment['method']>({
  X: 'CASH',
  Y: 'BANK_DEBIT',
  C: 'RECHARGE_CARD',
  W: 'ONLINE',
  S: 'MOBILE_WALLET',
});

/** What the configuration asks an adapter for. */
export function createSource({ db }: SourceSystems): PaymentsSource {
  const since = db.prepare<{ ids: readonly number[]; since: string }, OldbillRow>((sql, params) =>
    selectRows(sql)
      .where(db.oneOf('ACC_NBR', params.ids))
      .where('PAY_TIME', '>=', params.since)
      .orderBy([
        { column: 'PAY_TIME', order: 'desc' },
        { column: 'PAY_SEQ', order: 'desc' },
      ]),
  );
  const one = db.prepare<{ ids: readonly number[]; serials: readonly number[] }, OldbillRow>(
    (sql, { ids, serials }) =>
      selectRows(sql).where(db.oneOf('ACC_NBR', ids)).where(db.oneOf('PAY_SEQ', serials)),
  );

  return {
    byAccounts: async (accountIds, sinceSeconds) =>
      readEach(
        await since({ ids: toIds(accountIds), since: toWireTime(sinceSeconds) }),
        (row) => row.ACC_NBR,
        (rows) => rows.map(toPayment),
      ),
    async byIds(paymentIds) {
      const keys = paymentIds.flatMap((id) => parsePaymentId(id) ?? []);
      const rows = await one({
        ids: keys.map(({ accountId }) => accountId),
        serials: keys.map(({ paymentId }) => paymentId),
      });
      return byPayment(
        readEach(
          rows,
          (row) => row.ACC_NBR,
          (own) => own.map(toPayment),
        ),
      );
    },
  };
}

function selectRows(sql: Knex): Knex.QueryBuilder {
  return sql('OLDBILL_PAYLOG').select('ACC_NBR', 'PAY_SEQ', 'PAY_TIME', 'PAY_AMOUNT', 'PAY_WAY');
}

function byPayment(byAccount: Checked<readonly Payment[]>): Checked<Payment> {
  const payments = [...byAccount.values()].flatMap((own) => (own instanceof Error ? [] : own));
  return new Map(payments.map((payment) => [payment.paymentId, payment]));
}

function toPayment(row: OldbillRow): Payment {
  const [paidAtSeconds, amountFen] = [moment(row.PAY_TIME), fenOfYuan(row.PAY_AMOUNT)];
  const way = method(row.PAY_WAY);
  if (paidAtSeconds === undefined || amountFen === undefined || way === undefined) {
    throw malformed('oldbill', 'a payment');
  }
  return {
    paymentId: toPaymentId(row.ACC_NBR, row.PAY_SEQ),
    accountId: String(row.ACC_NBR),
    paidAtSeconds,
    amountFen,
    method: way,
  };
}
