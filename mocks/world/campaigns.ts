/** What a campaign may offer whom, and when it may come: never what somebody has already, or cannot use. */
import { startOfDay, toDateTime } from '#kit/clock';
import type { WorldAccount, WorldOffer, WorldSubscriber, WorldSubscription } from './model.ts';
import { OFFERS } from './offers.ts';
import type { Random } from './rng.ts';

const OFFER = new Map(OFFERS.map((offer) => [offer.offerId, offer]));
const ON_SALE = OFFERS.filter(({ saleEndedOn }) => saleEndedOn === null);
const DATA_PLANS = ON_SALE.filter(({ kind }) => kind === 'DATA_PLAN');
const MAIN_KINDS = ['PLAN', 'BROADBAND', 'FIXED_LINE'] as const;
const CONTRACT_ENDING_SECONDS = 92 * 86_400;
const DAY_SECONDS = 86_400;
const MOST_REMINDERS = 6;

const dayOf = (moment: number): string => toDateTime(moment).slice(0, 10);
const kindOf = ({ offerId }: WorldSubscription): WorldOffer['kind'] | undefined => OFFER.get(offerId)?.kind;

/** The mobile line that a customer held then. */
export function mobileAt(lines: readonly WorldSubscriber[], moment: number): WorldSubscriber | undefined {
  return lines.find(
    ({ netClass, heldSince, heldUntil }) =>
      netClass !== 'FIXED' && heldSince <= moment && (heldUntil ?? moment) >= moment,
  );
}

function inForce({ subscriptions }: WorldSubscriber, moment: number): WorldSubscription[] {
  const day = dayOf(moment);
  return subscriptions.filter(({ startedOn, endedOn }) => startedOn <= day && (endedOn ?? day) >= day);
}

/** Plans of the line's brand above its own; where there is none, data it does not have. */
export function betterOffers(line: WorldSubscriber, moment: number): readonly WorldOffer[] {
  const current = inForce(line, moment);
  const plan = current.find((order) => kindOf(order) === 'PLAN');
  const feeFen = (plan && OFFER.get(plan.offerId)?.monthlyFeeFen) ?? 0;
  const plans = ON_SALE.filter(
    ({ kind, brandCode, monthlyFeeFen }) =>
      kind === 'PLAN' && brandCode === line.brandCode && monthlyFeeFen > feeFen,
  );
  if (plans.length > 0) return plans;
  return current.some((order) => kindOf(order) === 'DATA_PLAN') ? [] : DATA_PLANS;
}

/** What a customer is asked to stay with: the main product in force then. */
export function mainOffer(lines: readonly WorldSubscriber[], moment: number): number | null {
  const orders = lines.flatMap((line) => inForce(line, moment));
  const main = MAIN_KINDS.map((kind) => orders.find((order) => kindOf(order) === kind));
  return main.find((order) => order !== undefined)?.offerId ?? null;
}

export function hasRingback({ subscriptions }: WorldSubscriber): boolean {
  return subscriptions.some((order) => kindOf(order) === 'RINGBACK');
}

export function contractEnds(lines: readonly WorldSubscriber[], moment: number): boolean {
  const [from, until] = [dayOf(moment), dayOf(moment + CONTRACT_ENDING_SECONDS)];
  return lines.some((line) =>
    inForce(line, moment).some(({ contractEndsOn }) => {
      return contractEndsOn !== null && contractEndsOn >= from && contractEndsOn <= until;
    }),
  );
}

/** Days on which the customer had been with us for whole years, of those between two moments. */
export function anniversaries(openedOn: string, from: number, until: number): number[] {
  const days: number[] = [];
  // Who came on a leap day is remembered the day before.
  const day = openedOn.slice(4).replace('-02-29', '-02-28');
  for (let year = Number(openedOn.slice(0, 4)) + 1; year <= Number(dayOf(until).slice(0, 4)); year++) {
    const start = startOfDay(`${year}${day}`);
    if (start > from && start + DAY_SECONDS < until) days.push(start);
  }
  return days;
}

/** Days, 1 to 10 after the due day of a bill, on which it was still unpaid. */
export function reminderDays(
  accounts: readonly WorldAccount[],
  from: number,
  until: number,
  random: Random,
): number[] {
  const days = accounts.flatMap(({ bills, payments }) => {
    let owedFen = 0;
    return bills.flatMap(({ dueOn, totalFen }) => {
      owedFen += totalFen;
      const due = startOfDay(dueOn);
      const most = Math.min(10, Math.floor((until - due) / DAY_SECONDS) - 1);
      if (due < from || most < 1) return [];
      const day = due + random.int(1, most) * DAY_SECONDS;
      const paidFen = payments.reduce(
        (sum, { paidAt, amountFen }) => (paidAt < day + DAY_SECONDS ? sum + amountFen : sum),
        0,
      );
      return paidFen < owedFen ? [day] : [];
    });
  });
  return days.toSorted((a, b) => a - b).slice(-MOST_REMINDERS);
}
