/**
 * Itemised records of one line and month, packed as the billing subgraph's
 * details source reads them.
 *
 * Calls are as many as `bounds` allows and as long as it takes to fill the
 * month's minutes. There is a record for each message and for each day with
 * data, but of those the plan covers only the newest are kept; whatever was
 * charged is kept, so charges add up to the month's charges beyond the plan.
 */
import type { WorldMonth } from '../model.ts';
import type { Random } from '../rng.ts';
import { secondOf, shareOut, spreadOver, WAKING_SECONDS } from './billing-days.ts';

/** How much of a month is kept. */
export interface RecordBounds {
  readonly calls: number;
  /** Messages and sessions within the plan, of each kind. */
  readonly free: number;
}

export interface MonthOfUse {
  readonly month: WorldMonth;
  /** Days with use, and the data volume of each. */
  readonly days: readonly number[];
  readonly kilobytes: readonly number[];
  /** Second of each multimedia message sent. */
  readonly mmsSeconds: readonly number[];
  /** Charged beyond the plan, without monthly fees. */
  readonly charges: { readonly voiceFen: number; readonly smsFen: number; readonly mmsFen: number };
}

interface Entry {
  readonly second: number;
  readonly text: string;
}

const MINUTES_A_CALL = 3;
/** Prefixes that are assigned to nobody. */
const PEER_PREFIXES = ['154', '164', '169'];
const PEERS = 5;

export function drawPeers(random: Random): string[] {
  return Array.from(
    { length: PEERS },
    () => random.pick(PEER_PREFIXES) + String(random.int(0, 99_999_999)).padStart(8, '0'),
  );
}

export function packRecords(
  use: MonthOfUse,
  bounds: RecordBounds,
  peers: readonly string[],
  random: Random,
): string {
  const entries = [
    ...callsOf(use, bounds.calls, peers, random),
    ...textsOf(use, bounds.free, peers, random),
    ...multimediaOf(use, bounds.free, peers, random),
    ...sessionsOf(use, bounds.free, random),
  ];
  entries.sort((a, b) => a.second - b.second);
  return `[${entries.map(({ text }) => text).join(',')}]`;
}

function callsOf(
  { month, days, charges }: MonthOfUse,
  most: number,
  peers: readonly string[],
  random: Random,
): Entry[] {
  const { voiceMinutes, voiceAllowance } = month;
  const calls = Math.min(most, Math.ceil(voiceMinutes / MINUTES_A_CALL));
  if (calls === 0) return [];
  const minutes = shareOut(random, voiceMinutes - calls, calls).map((more) => more + 1);
  const lengths = minutes.map((begun) => begun * 60 - random.int(0, 59));
  const fen = chargeNewest(minutes, voiceMinutes - voiceAllowance, charges.voiceFen);
  return spreadOver(random, days, calls, lengths).map((second, at) => ({
    second,
    text: `["V",${second},${fen[at]},"${random.pick(peers)}",${lengths[at]}]`,
  }));
}

function textsOf(
  { month, days, charges }: MonthOfUse,
  free: number,
  peers: readonly string[],
  random: Random,
): Entry[] {
  const { smsCount, smsAllowance } = month;
  const seconds = spreadOver(random, days, smsCount);
  const fen = chargeNewest(
    seconds.map(() => 1),
    smsCount - smsAllowance,
    charges.smsFen,
  );
  return keptOf(seconds, fen, free).map(([second, chargeFen]) => ({
    second,
    text: `["S",${second},${chargeFen},"${random.pick(peers)}"]`,
  }));
}

function multimediaOf(
  { mmsSeconds, charges }: MonthOfUse,
  free: number,
  peers: readonly string[],
  random: Random,
): Entry[] {
  const fen = chargeNewest(
    mmsSeconds.map(() => 1),
    mmsSeconds.length,
    charges.mmsFen,
  );
  return keptOf(mmsSeconds, fen, free).map(([second, chargeFen]) => ({
    second,
    text: `["M",${second},${chargeFen},"${random.pick(peers)}"]`,
  }));
}

/** One session a day, with all of the day's volume. */
function sessionsOf({ month, days, kilobytes }: MonthOfUse, free: number, random: Random): Entry[] {
  const beyond = month.cmwapKilobytes + month.cmnetKilobytes - month.dataAllowanceKilobytes;
  const fen = chargeNewest(kilobytes, beyond, month.dataChargeFen);
  const used = kilobytes.flatMap((volume, at) => (volume > 0 ? [at] : []));
  return keptOf(
    used,
    used.map((at) => fen[at] ?? 0),
    free,
  ).map(([at, chargeFen]) => {
    const seconds = random.int(60, WAKING_SECONDS / 2);
    const second = secondOf(days[at] ?? 1, random.int(0, WAKING_SECONDS - seconds));
    return { second, text: `["D",${second},${chargeFen},null,${seconds},${kilobytes[at]}]` };
  });
}

/**
 * Allowances are used up first, so what is beyond them falls on the newest use.
 *
 * @param amounts Used by each, oldest first.
 * @returns What each costs; adds up to `chargeFen`.
 */
function chargeNewest(amounts: readonly number[], beyond: number, chargeFen: number): number[] {
  const charges = amounts.map(() => 0);
  if (chargeFen === 0) return charges;
  let charged = 0;
  for (let at = amounts.length - 1; at >= 0 && charged < beyond; at--) {
    const before = Math.round((chargeFen * charged) / beyond);
    charged = Math.min(beyond, charged + (amounts[at] ?? 0));
    charges[at] = Math.round((chargeFen * charged) / beyond) - before;
  }
  return charges;
}

/** What was charged, and the newest of the rest, oldest first. */
function keptOf(values: readonly number[], charges: readonly number[], free: number): [number, number][] {
  const kept: [number, number][] = [];
  let left = free;
  for (let at = values.length - 1; at >= 0; at--) {
    const chargeFen = charges[at] ?? 0;
    if (chargeFen === 0 && --left < 0) continue;
    kept.push([values[at] ?? 0, chargeFen]);
  }
  return kept.reverse();
}
