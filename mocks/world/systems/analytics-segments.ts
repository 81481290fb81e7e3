/**
 * Segments 客户细分 that the made-up analytics system puts customers in. Those
 * by use hold while each month qualifies and begin with the first month of the
 * unbroken run, once it is three months long.
 */
import { addDays } from '#kit/clock';
import type { World, WorldCustomer } from '../model.ts';

const RUN_MONTHS = 3;
const HIGH_VALUE_FEN = 15_000;
const DATA_HEAVY_KILOBYTES = 20 * 1_024 * 1_024;
const VOICE_HEAVY_MINUTES = 600;
const LONG_TENURE_YEARS = 5;
const NEWCOMER_DAYS = 180;

export interface Segment {
  readonly code: string;
  readonly name: string;
  readonly since: string;
}

export function createSegmenter({ billedMonths, today }: World): (customer: WorldCustomer) => Segment[] {
  const positions = new Map(billedMonths.map((month, at) => [month, at]));
  const newcomerSince = addDays(today, -NEWCOMER_DAYS);

  /** First day of the run of qualifying months that reaches the last billed one. */
  const runSince = (totals: readonly number[], least: number): string | null => {
    const lastOther = totals.findLastIndex((total) => total < least);
    const first = billedMonths[lastOther + 1];
    return first === undefined || totals.length - 1 - lastOther < RUN_MONTHS ? null : `${first}-01`;
  };

  return (customer) => {
    if (customer.status !== 'IN_NET') return [];
    const charge = billedMonths.map(() => 0);
    const data = billedMonths.map(() => 0);
    const voice = billedMonths.map(() => 0);
    for (const { months } of customer.subscribers) {
      for (const month of months) {
        const at = positions.get(month.month);
        if (at === undefined) continue;
        charge[at] = (charge[at] ?? 0) + month.chargeFen;
        data[at] = (data[at] ?? 0) + month.cmwapKilobytes + month.cmnetKilobytes;
        voice[at] = (voice[at] ?? 0) + month.voiceMinutes;
      }
    }
    const tenureSince = yearsAfter(customer.openedOn, LONG_TENURE_YEARS);
    return [
      segment('DATA_HEAVY', '流量活跃客户', runSince(data, DATA_HEAVY_KILOBYTES)),
      segment('GROUP_MEMBER', '集团成员客户', customer.groupSeat && customer.openedOn),
      segment('HIGH_VALUE', '高价值客户', runSince(charge, HIGH_VALUE_FEN)),
      segment('LONG_TENURE', '长期在网客户', tenureSince <= today ? tenureSince : null),
      segment('NEWCOMER', '新入网客户', customer.openedOn > newcomerSince ? customer.openedOn : null),
      segment('VOICE_HEAVY', '通话活跃客户', runSince(voice, VOICE_HEAVY_MINUTES)),
    ].filter((one) => one !== null);
  };
}

function segment(code: string, name: string, since: string | null): Segment | null {
  return since === null ? null : { code, name, since };
}

function yearsAfter(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  // A leap day's anniversary is the day after the 28th.
  return day.endsWith('-02-29') ? `${moved.slice(0, 4)}-03-01` : moved;
}
