/** Which plan follows which: plans of one kind and brand that are sold today, by the data they give. */
import type { World, WorldOffer, WorldSubscriber } from '../model.ts';

export interface PlanLadder {
  /** What a line has in force today. */
  inForce(line: WorldSubscriber): WorldOffer[];
  /** The offer while it is sold. */
  ifSold(offerId: number): WorldOffer | null;
  /** Those that give more data, the next larger first. */
  larger(offer: WorldOffer): WorldOffer[];
  /** Those that give less data for less money, the next smaller first. */
  smallerAndCheaper(offer: WorldOffer): WorldOffer[];
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
  const stepsBeside = (offer: WorldOffer): readonly WorldOffer[] => steps.get(stepsOf(offer)) ?? [];

  return {
    inForce: ({ subscriptions }) =>
      subscriptions
        .filter(({ startedOn, endedOn }) => startedOn <= today && (endedOn === null || endedOn >= today))
        .flatMap(({ offerId }) => offers.get(offerId) ?? []),
    ifSold(offerId) {
      const offer = offers.get(offerId);
      return offer !== undefined && isSold(offer) ? offer : null;
    },
    larger: (offer) => stepsBeside(offer).filter((other) => dataOf(other) > dataOf(offer)),
    smallerAndCheaper: (offer) =>
      stepsBeside(offer)
        .filter((other) => dataOf(other) < dataOf(offer) && other.monthlyFeeFen < offer.monthlyFeeFen)
        .toReversed(),
  };
}

export function dataOf({ dataKilobytes }: WorldOffer): number {
  return dataKilobytes ?? 0;
}

function stepsOf({ kind, brandCode }: WorldOffer): string {
  return `${kind} ${brandCode}`;
}
