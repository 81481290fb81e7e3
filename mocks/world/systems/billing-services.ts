/** Third parties, ringback tunes and border roaming of a line in one month. */
import type { CreateSystemWriter, World, WorldMonth } from '../model.ts';
import type { Random } from '../rng.ts';

type Into = Parameters<CreateSystemWriter>[0];

interface ServiceMonth {
  readonly subscriberId: number;
  readonly regionCode: string;
  readonly month: WorldMonth;
  readonly days: readonly number[];
  /** Monthly fees of the ringback offers in force. */
  readonly ringbackFeeFen: number;
}

/** Where a border cell may be: another prefecture of the home province, or beyond it. */
interface Place {
  readonly name: string;
  readonly cellPrefix: string;
}

const OUT_OF_PROVINCE: Place = { name: '省外', cellPrefix: 'W' };
const IN_PROVINCE_CHANCE = 0.6;

/** @returns Writes a month; gives back how many multimedia messages third parties sent in it. */
export function createServicesWriter(into: Into, { catalogue }: World) {
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
  const insertRoaming = into('roaming_event', [
    'subscriber_id',
    'roamed_on',
    'nth',
    'cell',
    'place',
    'fee_fen',
  ]);
  const neighbours = neighboursByRegion(catalogue.regions);

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

  const writeRoaming = (use: ServiceMonth, random: Random): void => {
    const { subscriberId, regionCode, month, days } = use;
    const { roamingEvents: events } = month;
    if (events === 0) return;
    const near = neighbours.get(regionCode) ?? [];
    const totalFen = amountOf(month, 'ROAMING');
    const on = Array.from({ length: events }, () => random.pick(days)).sort((a, b) => a - b);
    on.forEach((day, nth) => {
      const { name, cellPrefix } =
        near.length > 0 && random.chance(IN_PROVINCE_CHANCE) ? random.pick(near) : OUT_OF_PROVINCE;
      const feeFen = Math.round((totalFen * (nth + 1)) / events) - Math.round((totalFen * nth) / events);
      const cell = `${cellPrefix}-${String(random.int(1, 9_999)).padStart(4, '0')}`;
      insertRoaming([subscriberId, toDay(month.month, day), nth, cell, name, feeFen]);
    });
  };

  return (use: ServiceMonth, random: Random): number => {
    writeRingback(use);
    writeRoaming(use, random);
    return writeThirdParties(use, random);
  };
}

export function amountOf({ items }: WorldMonth, code: string): number {
  return items.find(([item]) => item === code)?.[1] ?? 0;
}

function toDay(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`;
}

function neighboursByRegion(regions: World['catalogue']['regions']): ReadonlyMap<string, readonly Place[]> {
  return new Map(
    regions.map((home) => [
      home.code,
      regions
        .filter(({ code, province }) => province === home.province && code !== home.code)
        .map(({ name, areaCode }) => ({ name, cellPrefix: areaCode })),
    ]),
  );
}
