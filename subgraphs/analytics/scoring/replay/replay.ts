/** The last six full months of a line, rated again: as they were, and with another main plan in the place of its own. */
import { addMonths } from '#kit/clock';
import type { LineFacts, MonthFact, SubscriptionFact } from '../facts.ts';
import { type InForce, type OfferFact, type Offers, replayMonth } from './tariff.ts';
import type { TariffPolicy } from './tariff-policy.ts';

/** A main plan that a line has, or might have. */
export interface Plan {
  readonly offer: OfferFact;
  /** Last day of its contract; null without one. */
  readonly contractEndsOn: string | null;
}

export interface UsedMonth {
  readonly use: MonthFact;
  /** What was in force besides main plans. */
  readonly extras: readonly InForce[];
}

const MONTHS_REPLAYED = 6;

/**
 * The last six full months before a day, oldest first. Null where they prove nothing: the line was not there for all
 * of them, or the price list does not give what was charged, to the 分.
 */
export function provenMonths(
  line: LineFacts,
  asOf: string,
  offers: Offers,
  tariff: TariffPolicy,
): readonly UsedMonth[] | null {
  const running = asOf.slice(0, 7);
  const first = addMonths(running, -MONTHS_REPLAYED);
  const recent = line.months.filter(({ month }) => month >= first && month < running);
  if (line.openedOn > `${first}-01` || recent.length < MONTHS_REPLAYED) return null;

  const months: UsedMonth[] = [];
  for (const use of recent) {
    const inForce = offersInForce(line.subscriptions, use.month, offers);
    if (inForce === null || replayMonth(use, inForce, tariff) !== use.chargeFen) return null;
    months.push({ use, extras: inForce.filter(({ offer }) => offer.kind !== 'PLAN') });
  }
  return months;
}

/** @returns 分 of each month, had the line had this main plan all the time, and all else as it was. */
export function replayPlan(months: readonly UsedMonth[], plan: Plan, tariff: TariffPolicy): number[] {
  return months.map(({ use, extras }) => {
    const inContract = isInContract(plan.contractEndsOn, use.month);
    return replayMonth(use, [{ offer: plan.offer, inContract }, ...extras], tariff);
  });
}

/** What was in force on any day of a month; null where an offer is not known. */
export function offersInForce(
  subscriptions: readonly SubscriptionFact[],
  month: string,
  offers: Offers,
): InForce[] | null {
  const inForce: InForce[] = [];
  for (const { offerId, startedOn, endedOn, contractEndsOn } of subscriptions) {
    // As texts, every day of a month is at most its 31st.
    if (startedOn > `${month}-31` || (endedOn !== null && endedOn < `${month}-01`)) continue;
    const offer = offers.get(offerId);
    if (offer === undefined) return null;
    inForce.push({ offer, inContract: isInContract(contractEndsOn, month) });
  }
  return inForce;
}

/** On the first day of a month. */
function isInContract(contractEndsOn: string | null, month: string): boolean {
  return contractEndsOn !== null && contractEndsOn >= `${month}-01`;
}
