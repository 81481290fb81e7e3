import { expect, it } from '@jest/globals';
import type { Arrears } from '../../arrears.ts';

/** What any source of arrears does with the contract's rows. */
export function arrearsContract(arrearsOf: () => (accountId: string) => Promise<Arrears>): void {
  it('are the unpaid parts of bills past their due day, the oldest first', async () => {
    expect(await arrearsOf()('10')).toMatchObject({
      amountFen: 4_801,
      since: '2025-01-30',
      overdueDays: 659,
      bills: [
        { accountId: '10', month: '2025-01', totalFen: 5_801, paidFen: 5_800 },
        { accountId: '10', month: '2026-09', totalFen: 5_800, paidFen: 1_000 },
      ],
    });
  });

  it.each(['11', '20'])('of account %s are nothing', async (accountId) => {
    expect(await arrearsOf()(accountId)).toEqual({ amountFen: 0, since: null, overdueDays: 0, bills: [] });
  });

  it('of an account that it does not know are nothing, or an error', async () => {
    const owed = await arrearsOf()('99').then(
      ({ amountFen }) => amountFen,
      (error: { extensions: { code: string } }) => error.extensions.code,
    );
    expect([0, 'SOURCE_UNAVAILABLE']).toContain(owed);
  });
}
