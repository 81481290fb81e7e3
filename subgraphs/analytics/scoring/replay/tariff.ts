/**
 * What a month of use costs: the operator's price list. Who knows the use and the offers in force reproduces every bill
 * to the 分, so the same rules say what other offers would have cost.
 *
 * - The fee of an offer is charged whole in each month in which it was in force for a day or more.
 * - Use beyond the sum of the allowances costs what the first offer that sets prices says, main plan or fixed line; a
 *   begun megabyte counts as one.
 * - What is the same for everybody is policy.
 */
import type { MonthFact } from '../facts.ts';
import type { TariffPolicy } from './tariff-policy.ts';

export interface OfferFact {
  readonly offerId: number;
  readonly name: string;
  readonly kind: string;
  /** Null when sold under all. */
  readonly brandCode: string | null;
  readonly monthlyFeeFen: number;
  /** Allowances; 0 when not part of the offer. */
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly dataKilobytes: number;
  /** Beyond the allowances; null when the offer sets no prices. */
  readonly overage: {
    readonly perMinuteFen: number;
    readonly perSmsFen: number;
    readonly perMegabyteFen: number;
  } | null;
  readonly contractMonths: number;
  /** Last day on sale; null while on sale. */
  readonly saleEndedOn: string | null;
}

export type Offers = ReadonlyMap<number, OfferFact>;

export interface InForce {
  readonly offer: OfferFact;
  readonly inContract: boolean;
}

type Use = Pick<
  MonthFact,
  'voiceMinutes' | 'smsCount' | 'mmsCount' | 'dataKilobytes' | 'roamingEvents' | 'ringbackChanges'
>;

const KILOBYTES_PER_MEGABYTE = 1_024;

/** @returns 分 of the whole month. */
export function replayMonth(use: Use, inForce: readonly InForce[], tariff: TariffPolicy): number {
  let fees = 0;
  let minutes = 0;
  let messages = 0;
  let kilobytes = 0;
  let mmsIncluded = false;
  let prices: OfferFact['overage'] = null;
  for (const { offer, inContract } of inForce) {
    fees += offer.monthlyFeeFen;
    if (inContract && offer.kind === 'PLAN') fees -= discountOf(offer, tariff);
    minutes += offer.voiceMinutes;
    messages += offer.smsCount;
    kilobytes += offer.dataKilobytes;
    mmsIncluded ||= offer.kind === 'MMS';
    prices ??= offer.overage;
  }
  const megabytes = Math.ceil(beyond(use.dataKilobytes, kilobytes) / KILOBYTES_PER_MEGABYTE);
  const overage =
    prices === null
      ? 0
      : beyond(use.voiceMinutes, minutes) * prices.perMinuteFen +
        beyond(use.smsCount, messages) * prices.perSmsFen +
        megabytes * prices.perMegabyteFen;
  return (
    fees +
    overage +
    (mmsIncluded ? 0 : use.mmsCount * tariff.mmsFen) +
    use.ringbackChanges * tariff.tuneChangeFen +
    use.roamingEvents * tariff.roamingEventFen
  );
}

/** Still sold on the day after: what ends today is no longer recommended. */
export function isSoldAfter(day: string, { saleEndedOn }: OfferFact): boolean {
  return saleEndedOn === null || saleEndedOn > day;
}

function beyond(used: number, allowance: number): number {
  return Math.max(0, used - allowance);
}

function discountOf({ monthlyFeeFen }: OfferFact, { contractDiscountPercent }: TariffPolicy): number {
  return Math.round((monthlyFeeFen * contractDiscountPercent) / 100);
}
