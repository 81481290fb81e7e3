/**
 * Border roaming, event by event. Like itemised records, events are kept for
 * the last months only.
 */
import type { CreateSystemWriter, World, WorldMonth } from '../model.ts';
import type { Random } from '../rng.ts';
import { amountOf } from './billing-services.ts';

type Into = Parameters<CreateSystemWriter>[0];

interface RoamingMonth {
  readonly subscriberId: number;
  readonly regionCode: string;
  readonly month: WorldMonth;
  /** Days with use. */
  readonly days: readonly number[];
}

/** Where a border cell may be: another prefecture of the home province, or beyond it. */
interface Place {
  readonly name: string;
  readonly cellPrefix: string;
}

const OUT_OF_PROVINCE: Place = { name: '省外', cellPrefix: 'W' };
const IN_PROVINCE_CHANCE = 0.6;

export function createRoamingWriter(
  into: Into,
  { catalogue }: World,
): (use: RoamingMonth, random: Random) => void {
  const insertRoaming = into('roaming_event', [
    'subscriber_id',
    'roamed_on',
    'nth',
    'cell',
    'place',
    'fee_fen',
  ]);
  const neighbours = neighboursByRegion(catalogue.regions);

  return ({ subscriberId, regionCode, month, days }, random) => {
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
