/**
 * What each line used, month by month, from BOSS (KF1007, invented). Amounts are
 * 厘, data are KB; the allowance of data is `FreeTotle`, which is misspelt there.
 */
import type { Content } from '#kit/boss/content';
import { count, fenOfLi, month, toWireMonth } from '#kit/boss/units';
import type { Clock } from '#kit/clock';
import type { UsageMonth } from '../model.ts';
import { askEach, type BossOf, lastMonth, requireMonths } from './boss-ask.ts';
import type { UsageSource } from './usage-sql.ts';

export function createUsageSource(of: BossOf, clock: Clock): UsageSource {
  return {
    bySubscribers: (subscriberIds, fromMonth) =>
      askEach(of, subscriberIds, async (subscriberId, ask) => {
        const to = lastMonth(clock, fromMonth);
        const content = await ask('KF1007', {
          SubscrbID: subscriberId,
          BeginMonth: toWireMonth(fromMonth),
          EndMonth: toWireMonth(to),
        });
        const entries = content.list('MonthNum', 'Month').map((entry) => readMonth(entry, subscriberId));
        const months = requireMonths(content, entries, (each) => each.month >= fromMonth && each.month <= to);
        return months.length === 0 ? null : months;
      }),
  };
}

function readMonth(entry: Content, subscriberId: string): UsageMonth {
  return {
    subscriberId,
    month: entry.value('UsageMonth', month),
    voiceMinutes: entry.value('VoiceMin', count),
    smsCount: entry.value('SmsNum', count),
    mmsCount: entry.value('MmsNum', count),
    cmwapKilobytes: entry.value('WapFlow', count),
    cmnetKilobytes: entry.value('NetFlow', count),
    valueAddedKilobytes: entry.value('ValueAddedFlow', count),
    activeDays: entry.value('ActiveDays', count),
    voiceAllowance: entry.value('VoiceFree', count),
    smsAllowance: entry.value('SmsFree', count),
    dataAllowanceKilobytes: entry.value('FreeTotal', count),
    dataChargeFen: entry.value('FlowFee', fenOfLi),
    dataPlanFeeFen: entry.value('FlowPkgFee', fenOfLi),
    chargeFen: entry.value('TotalFee', fenOfLi),
  };
}
