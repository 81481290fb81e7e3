import { expect, it } from '@jest/globals';
import type { UsageSource } from '../../sources/usage-sql.ts';
import { tells } from './tells.ts';

/** What any source of monthly use does with the contract's rows. */
export function usageContract(source: () => UsageSource): void {
  it('finds months from one on, newest first, each in its units', async () => {
    const months = await source().bySubscribers(['100', '101'], '2026-10');
    expect(months.get('100')).toEqual([
      month('2026-11', { cmnetKilobytes: 20_971_521, dataAllowanceKilobytes: 10_485_760 }),
      month('2026-10', { dataChargeFen: 0, dataPlanFeeFen: 3_005 }),
    ]);
    expect(months.get('101')).toMatchObject([{ subscriberId: '101', month: '2026-11' }]);
    expect((await source().bySubscribers(['100'], '2024-11')).get('100')).toMatchObject([
      {},
      {},
      { month: '2026-09', chargeFen: 1 },
    ]);
  });

  it('leaves out lines without any and what is no id, and tells nothing of unknown ones', async () => {
    const months = await source().bySubscribers(['102', '999', 'none'], '2026-01');
    expect(['102', 'none'].filter((id) => months.has(id))).toEqual([]);
    expect(tells(months, '999')).toBe(false);
  });
}

function month(yearMonth: string, own: object) {
  return {
    subscriberId: '100',
    month: yearMonth,
    voiceMinutes: 120,
    smsCount: 10,
    mmsCount: 3,
    cmwapKilobytes: 300,
    cmnetKilobytes: 2_000,
    valueAddedKilobytes: 100,
    activeDays: 20,
    voiceAllowance: 200,
    smsAllowance: 0,
    dataAllowanceKilobytes: 1_500,
    dataChargeFen: 80,
    dataPlanFeeFen: 500,
    chargeFen: 5_800,
    ...own,
  };
}
