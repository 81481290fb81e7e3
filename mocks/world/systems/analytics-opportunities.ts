/**
 * What the made-up analytics system recommends: to renew a contract that ends
 * within 60 days (RETENTION), and a plan that fits better. Only active lines;
 * what is no longer sold is not recommended.
 */
import { daysBetween } from '#kit/clock';
import type { World, WorldCustomer, WorldSubscriber } from '../model.ts';
import { longestContract } from './analytics-contract.ts';
import { exchange } from './analytics-exchange.ts';
import { createPlanLadder, type PlanLadder } from './analytics-plan-ladder.ts';
import type { Recommendation } from './analytics-recommendation.ts';

const RENEWAL_DAYS = 60;
/** Leaves room for as many opportunities of one line. */
const IDS_PER_LINE = 10;

export interface WrittenOpportunity extends Recommendation {
  readonly opportunityId: number;
  readonly subscriberId: number;
  /** 1 is best, over all lines of the customer. */
  readonly rank: number;
}

export function createRecommender(world: World): (customer: WorldCustomer) => WrittenOpportunity[] {
  const ladder = createPlanLadder(world);
  return ({ subscribers }) =>
    subscribers
      .filter(({ status }) => status === 'ACTIVE')
      .flatMap((line) =>
        [renewal(line, world, ladder), exchange(line, world, ladder)]
          .filter((one) => one !== null)
          .map((one, nth) => ({
            ...one,
            opportunityId: line.subscriberId * IDS_PER_LINE + nth + 1,
            subscriberId: line.subscriberId,
          })),
      )
      .sort((a, b) => a.order - b.order)
      .map((one, index) => ({ ...one, rank: index + 1 }));
}

function renewal(line: WorldSubscriber, { today }: World, ladder: PlanLadder): Recommendation | null {
  const contract = longestContract(line, today);
  const daysLeft = contract === null ? -1 : daysBetween(today, contract.endsOn);
  if (contract === null || daysLeft < 0 || daysLeft > RENEWAL_DAYS) return null;
  const offer = ladder.ifSold(contract.offerId);
  if (offer === null) return null;
  return {
    kind: 'RETENTION',
    offerId: offer.offerId,
    code: 'CONTRACT_RENEWAL',
    textZh: `合约${contract.endsOn}到期，还有${daysLeft}天，建议续约${offer.name}`,
    textEn: `The contract ends on ${contract.endsOn}, in ${daysLeft} days: renew with ${offer.name}`,
    numbers: [{ name: 'daysLeft', value: daysLeft, unit: 'day' }],
    order: 0,
  };
}
