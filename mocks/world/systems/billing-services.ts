/** Third parties and ringback tunes of a line in one month. */
import type { CreateSystemWriter, WorldMonth } from '../model.ts';
import type { Random } from '../rng.ts';

type Into = Parameters<CreateSystemWriter>[0];

interface ServiceMonth {
  readonly subscriberId: number;
  readonly month: WorldMonth;
  /** Monthly fees of the ringback offers in force. */
  readonly ringbackFeeFen: number;
}

/** @returns Writes a month; gives back how many multimedia messages third parties sent in it. */
export function createServicesWriter(into: Into): (use: ServiceMonth, random: Random) => number {
  const insertSp = into('sp_month', [
    'subscriber_id',
    'month',
    'sp_code',
    'uplink_sms',
    'downlink_sms',
    'downlink_wap',
    'downlink_mms',
  ]);
  const insertRingback = into('ringback_month', [
    'subscriber_id',
    'month',
    'changes',
    'information_fee_fen',
    'function_fee_fen',
  ]);
  const writeThirdParties = ({ subscriberId, month }: ServiceMonth, random: Random): number => {
    let multimedia = 0;
    for (const spCode of month.spCodes) {
      const downlinkMms = random.chance(0.3) ? random.int(1, 4) : 0;
      const downlinkSms = random.int(2, 30);
      insertSp([
        subscriberId,
        month.month,
        spCode,
        random.int(0, 4),
        downlinkSms,
        random.int(0, 4),
        downlinkMms,
      ]);
      multimedia += downlinkMms;
    }
    return multimedia;
  };

  const writeRingback = ({ subscriberId, month, ringbackFeeFen }: ServiceMonth): void => {
    const totalFen = amountOf(month, 'RINGBACK');
    if (totalFen === 0 && month.ringbackChanges === 0) return;
    const functionFeeFen = Math.min(totalFen, ringbackFeeFen);
    insertRingback([
      subscriberId,
      month.month,
      month.ringbackChanges,
      totalFen - functionFeeFen,
      functionFeeFen,
    ]);
  };

  return (use, random) => {
    writeRingback(use);
    return writeThirdParties(use, random);
  };
}

export function amountOf({ items }: WorldMonth, code: string): number {
  return items.find(([item]) => item === code)?.[1] ?? 0;
}
