/** Which plan follows which: plans of one kind and brand that are sold today, by the data they give. */
import type { World, WorldOffer, WorldSubscriber } from '../model.ts';

export interface PlanLadder {
  /** What gives a line data today: data plans, then the main plan. */
  dataPlansOf(line: WorldSubscriber): WorldOffer[];
  /** The offer itself while it is sold, or else the one that follows it. */
  stillSold(offerId: number): WorldOffer | null;
  nextLarger(offer: WorldOffer): WorldOffer | null;
  /** The next smaller and cheaper one that still gives so many kilobytes. */
  nextSmaller(offer: WorldOffer, neededKilobytes: number): WorldOffer | null;
}

export function createPlanLadder({ catalogue, today }: World): PlanLadder {
  const offers = new Map(catalogue.offers.map((offer) => [offer.offerId, offer]));
  const isSold = ({ saleEndedOn }: WorldOffer): boolean => saleEndedOn === null || saleEndedOn > today;
  const steps = Map.groupBy(
    catalogue.offers
      .filter((offer) => isSold(offer) && dataOf(offer) > 0)
      .toSorted((a, b) => dataOf(a) - dataOf(b)),
    stepsOf,
  );
  const nextLarger = (offer: WorldOffer): WorldOffer | null =>
    steps.get(stepsOf(offer))?.find((other) => dataOf(other) > dataOf(offer)) ?? null;

  return {
    dataPlansOf({ subscriptions }) {
      const withData = subscriptions
        .filter(({ endedOn }) => endedOn === null || endedOn >= today)
        .flatMap(({ offerId }) => offers.get(offerId) ?? [])
        .filter((offer) => dataOf(offer) > 0);
      const ofKind = (wanted: WorldOffer['kind']) => withData.filter(({ kind }) => kind === wanted);
      return [...ofKind('DATA_PLAN'), ...ofKind('PLAN')];
    },
    stillSold(offerId) {
      const offer = offers.get(offerId);
      return offer === undefined || isSold(offer) ? (offer ?? null) : nextLarger(offer);
    },
    nextLarger,
    nextSmaller: (offer, neededKilobytes) =>
      steps
        .get(stepsOf(offer))
        ?.findLast(
          (other) =>
            dataOf(other) < dataOf(offer) &&
            dataOf(other) >= neededKilobytes &&
            other.monthlyFeeFen < offer.monthlyFeeFen,
        ) ?? null,
  };
}

function dataOf({ dataKilobytes }: WorldOffer): number {
  return dataKilobytes ?? 0;
}

function stepsOf({ kind, brandCode }: WorldOffer): string {
  return `${kind} ${brandCode}`;
}
