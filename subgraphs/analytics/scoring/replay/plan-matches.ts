/** Main plans that would have cost a line less than its own, by what it really used. */
import { monthsBefore } from '#kit/clock';
import type { LineFacts } from '../facts.ts';
import { type Plan, provenMonths, replayPlan } from './replay.ts';
import { isSoldAfter, type OfferFact, type Offers } from './tariff.ts';
import type { OpportunityPolicy, TariffPolicy } from './tariff-policy.ts';

/** Money is 分. */
export interface PlanMatch {
  readonly own: OfferFact;
  readonly plan: OfferFact;
  readonly monthsReplayed: number;
  /** Of all months, with the plan that the line has today and with the other one. */
  readonly ownFen: number;
  readonly planFen: number;
  /** `ownFen - planFen`. */
  readonly savingFen: number;
  /** Of the mean month, rounded down: more is never promised. */
  readonly savingPerMonthFen: number;
  /** Months in which the plan would have cost more. */
  readonly monthsDearer: number;
  /** How much more in the worst of them; 0 where it never would. */
  readonly worstMonthFen: number;
}

/**
 * The best plans for a line, best first. Compared is with the plan of today, in all months: who changed it lately is
 * told what the next change brings, not what the last one brought.
 *
 * A plan is for sale under the same brand. A line in contract keeps its plan: leaving it is not free. Whoever takes a
 * plan with a contract is in contract from the first day, with its discount.
 *
 * @param asOf Day on which it is sold, and before which the months are full.
 */
export function createPlanMatcher(
  offers: Offers,
  asOf: string,
  tariff: TariffPolicy,
  policy: OpportunityPolicy,
): (line: LineFacts) => PlanMatch[] {
  const soldUnder = Map.groupBy(
    [...offers.values()]
      .filter((offer) => offer.kind === 'PLAN' && isSoldAfter(asOf, offer))
      .map((offer) => takenOn(asOf, offer)),
    ({ offer }) => offer.brandCode,
  );

  return (line) => {
    const own = planOn(asOf, line, offers);
    if (own === null || (own.contractEndsOn !== null && own.contractEndsOn >= asOf)) return [];
    const candidates = soldUnder.get(own.offer.brandCode);
    if (candidates === undefined) return [];
    const months = provenMonths(line, asOf, offers, tariff);
    if (months === null) return [];

    const ownCosts = replayPlan(months, own, tariff);
    return candidates
      .filter(({ offer }) => offer.offerId !== own.offer.offerId)
      .map((plan) => compare(own.offer, ownCosts, plan.offer, replayPlan(months, plan, tariff)))
      .filter(
        ({ savingPerMonthFen, worstMonthFen }) =>
          savingPerMonthFen >= policy.leastSavingPerMonthFen && worstMonthFen <= policy.maxWorstMonthFen,
      )
      .sort(bestFirst)
      .slice(0, policy.plansPerLine);
  };
}

/** The main plan in use on a day; the newest, if there are several. */
function planOn(day: string, { subscriptions }: LineFacts, offers: Offers): Plan | null {
  const newest = subscriptions
    .filter(({ offerKind, endedOn }) => offerKind === 'PLAN' && (endedOn === null || endedOn >= day))
    .reduce<LineFacts['subscriptions'][number] | null>(
      (best, one) => (best === null || one.startedOn >= best.startedOn ? one : best),
      null,
    );
  const offer = newest === null ? undefined : offers.get(newest.offerId);
  return newest === null || offer === undefined ? null : { offer, contractEndsOn: newest.contractEndsOn };
}

function takenOn(day: string, offer: OfferFact): Plan {
  const contractEndsOn = offer.contractMonths === 0 ? null : monthsBefore(day, -offer.contractMonths);
  return { offer, contractEndsOn };
}

function compare(
  own: OfferFact,
  ownCosts: readonly number[],
  plan: OfferFact,
  planCosts: readonly number[],
): PlanMatch {
  let ownFen = 0;
  let planFen = 0;
  let monthsDearer = 0;
  let worstMonthFen = 0;
  ownCosts.forEach((ownCost, at) => {
    const planCost = planCosts[at] as number;
    ownFen += ownCost;
    planFen += planCost;
    if (planCost > ownCost) monthsDearer++;
    worstMonthFen = Math.max(worstMonthFen, planCost - ownCost);
  });
  const savingFen = ownFen - planFen;
  return {
    own,
    plan,
    monthsReplayed: ownCosts.length,
    ownFen,
    planFen,
    savingFen,
    savingPerMonthFen: Math.floor(savingFen / ownCosts.length),
    monthsDearer,
    worstMonthFen,
  };
}

/** The higher saving, then the smaller risk, then the lower fee. */
function bestFirst(a: PlanMatch, b: PlanMatch): number {
  return (
    b.savingFen - a.savingFen ||
    a.worstMonthFen - b.worstMonthFen ||
    a.plan.monthlyFeeFen - b.plan.monthlyFeeFen ||
    a.plan.offerId - b.plan.offerId
  );
}
