import { expect, it } from '@jest/globals';
import { startOfDay } from '#kit/clock';
import type { PaymentsSource } from '../../sources/payments-sql.ts';
import { MANY_PAYMENTS } from '../contract-rows.ts';
import { tells } from './tells.ts';

const at = (time: string): number => Date.parse(`${time}:00+08:00`) / 1_000;

/** What any source of payments does with the contract's rows. */
export function paymentsContract(source: () => PaymentsSource): void {
  it('finds payments from a moment on, newest first, to the 分', async () => {
    const payments = await source().byAccounts(['10'], at('2026-11-02T08:00'));
    expect(payments.get('10')).toEqual(
      [
        { paymentId: '10-4', paidAtSeconds: at('2026-11-20T09:59'), amountFen: 5 },
        { paymentId: '10-3', paidAtSeconds: at('2026-11-02T08:00'), amountFen: 100 },
        { paymentId: '10-2', paidAtSeconds: at('2026-11-02T08:00'), amountFen: 12_345 },
      ].map((own) => ({ accountId: '10', method: 'ONLINE', ...own })),
    );
    expect((await source().byAccounts(['10'], at('2026-11-02T08:00') + 1)).get('10')).toHaveLength(1);
    expect((await source().byAccounts(['10'], startOfDay('2026-05-01'))).get('10')).toHaveLength(4);
  });

  it('finds all of them, however many', async () => {
    const payments = (await source().byAccounts(['20', '10'], startOfDay('2026-01-01'))).get('20');
    expect(payments).toMatchObject(
      Array.from({ length: MANY_PAYMENTS }, (_, nth) => ({
        paymentId: `20-${MANY_PAYMENTS - nth}`,
        amountFen: 99 + MANY_PAYMENTS - nth,
      })),
    );
  });

  it('leaves out accounts without any and what is no id, and tells nothing of unknown ones', async () => {
    const payments = await source().byAccounts(['11', '20', '99', 'none'], startOfDay('2026-11-01'));
    expect(['11', '20', 'none'].filter((id) => payments.has(id))).toEqual([]);
    expect(tells(payments, '99')).toBe(false);
  });

  it('finds single payments', async () => {
    const payments = await source().byIds(['10-1', '20-450', '10-450', '99-1', 'none']);
    expect(payments.get('10-1')).toMatchObject({ paymentId: '10-1', accountId: '10', amountFen: 1 });
    expect(payments.get('20-450')).toMatchObject({ paymentId: '20-450', amountFen: 549 });
    expect(['10-450', 'none'].filter((id) => payments.has(id))).toEqual([]);
    expect(tells(payments, '99-1')).toBe(false);
  });
}
