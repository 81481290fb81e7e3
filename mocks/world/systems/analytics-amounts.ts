/** Data, minutes and messages: what offers give together, and what a line used most in a month. */
import type { WorldMonth, WorldOffer } from '../model.ts';

export interface Amounts {
  readonly dataKilobytes: number;
  readonly voiceMinutes: number;
  readonly smsCount: number;
}

export function givenBy(offers: readonly WorldOffer[]): Amounts {
  const sum = (of: (offer: WorldOffer) => number | null): number =>
    offers.reduce((total, offer) => total + (of(offer) ?? 0), 0);
  return {
    dataKilobytes: sum(({ dataKilobytes }) => dataKilobytes),
    voiceMinutes: sum(({ voiceMinutes }) => voiceMinutes),
    smsCount: sum(({ smsCount }) => smsCount),
  };
}

export function mostUsed(months: readonly WorldMonth[]): Amounts {
  return {
    dataKilobytes: Math.max(...months.map(dataUsed)),
    voiceMinutes: Math.max(...months.map(({ voiceMinutes }) => voiceMinutes)),
    smsCount: Math.max(...months.map(({ smsCount }) => smsCount)),
  };
}

export function dataUsed({ cmwapKilobytes, cmnetKilobytes }: WorldMonth): number {
  return cmwapKilobytes + cmnetKilobytes;
}

/** Nothing would be charged beyond the allowances. */
export function covers(given: Amounts, used: Amounts): boolean {
  return (
    given.dataKilobytes >= used.dataKilobytes &&
    given.voiceMinutes >= used.voiceMinutes &&
    given.smsCount >= used.smsCount
  );
}
