/**
 * What the made-up analytics system recommends, by three rules:
 *
 * 1. The contract ends within 60 days: renew it (RETENTION).
 * 2. Data use was 90 % of the allowance or more in each of the last three full
 *    months: the next larger plan of the brand (SALE).
 * 3. It was below 30 % in each: the next smaller plan that would have been
 *    enough in each, and is cheaper (RETENTION).
 *
 * Rules 2 and 3 look at the data plans of a line before its main plan. Only
 * active lines; what is no longer sold is not recommended.
 */
import { daysBetween } from '#kit/clock';
import type { World, WorldCustomer, WorldOffer, WorldSubscriber } from '../model.ts';
import { longestContract } from './analytics-contract.ts';
import { createPlanLadder, type PlanLadder } from './analytics-plan-ladder.ts';

const RENEWAL_DAYS = 60;
const NEARLY_SPENT_RATIO = 0.9;
const LITTLE_USED_RATIO = 0.3;
const MONTHS = 3;
/** Leaves room for as many opportunities of one line. */
const IDS_PER_LINE = 10;

export interface WrittenOpportunity extends Recommendation {
  readonly opportunityId: number;
  readonly subscriberId: number;
  /** 1 is best, over all lines of the customer. */
  readonly rank: number;
}

interface Recommendation {
  readonly kind: 'SALE' | 'RETENTION';
  readonly offerId: number;
  readonly code: string;
  readonly textZh: string;
  readonly textEn: string;
  readonly numbers: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  /** Lower is better. */
  readonly order: number;
}

export function createRecommender(world: World): (customer: WorldCustomer) => WrittenOpportunity[] {
  const ladder = createPlanLadder(world);
  return ({ subscribers }) =>
    subscribers
      .filter(({ status }) => status === 'ACTIVE')
      .flatMap((line) =>
        [renewal(line, world, ladder), dataFit(line, world, ladder)]
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
  const offer = ladder.stillSold(contract.offerId);
  if (offer === null) return null;
  return {
    kind: 'RETENTION',
    offerId: offer.offerId,
    code: 'CONTRACT_RENEWAL',
    textZh: `合约${contract.endsOn}到期,还有${daysLeft}天,建议续约${offer.name}`,
    textEn: `The contract ends on ${contract.endsOn}, in ${daysLeft} days: renew with ${offer.name}`,
    numbers: [{ name: 'daysLeft', value: daysLeft, unit: 'day' }],
    order: 0,
  };
}

function dataFit(line: WorldSubscriber, world: World, ladder: PlanLadder): Recommendation | null {
  const recent = line.months.slice(-MONTHS - 1, -1);
  const complete = recent.length === MONTHS && line.months.at(-1)?.month === world.runningMonth;
  if (!complete || recent.some(({ dataAllowanceKilobytes }) => dataAllowanceKilobytes <= 0)) return null;

  const used = recent.map(({ cmwapKilobytes, cmnetKilobytes }) => cmwapKilobytes + cmnetKilobytes);
  const ratios = recent.map(({ dataAllowanceKilobytes }, i) => (used[i] ?? 0) / dataAllowanceKilobytes);
  const [lowest, highest] = [Math.min(...ratios), Math.max(...ratios)];
  if (lowest < NEARLY_SPENT_RATIO && highest >= LITTLE_USED_RATIO) return null;

  const plans = ladder.dataPlansOf(line);
  if (lowest >= NEARLY_SPENT_RATIO) {
    return firstOf(plans, (current) => {
      const larger = ladder.nextLarger(current);
      return larger && nearlySpent(current, larger, lowest);
    });
  }
  // What the other plans of the line give stays.
  const missing = Math.max(...used) - (recent.at(-1)?.dataAllowanceKilobytes ?? 0);
  return firstOf(plans, (current) => {
    const smaller = ladder.nextSmaller(current, (current.dataKilobytes ?? 0) + missing);
    return smaller && littleUsed(current, smaller, highest);
  });
}

function firstOf<T, R>(list: readonly T[], toResult: (item: T) => R | null): R | null {
  for (const item of list) {
    const result = toResult(item);
    if (result !== null) return result;
  }
  return null;
}

function nearlySpent(current: WorldOffer, larger: WorldOffer, lowest: number): Recommendation {
  const [ratio, data, fee] = [percent(lowest), dataText(larger), yuan(larger.monthlyFeeFen)];
  return {
    kind: 'SALE',
    offerId: larger.offerId,
    code: 'DATA_NEARLY_SPENT',
    textZh: `近3个月流量使用率均在${ratio}%以上,建议${larger.name}(流量${data},每月${fee}元)`,
    textEn: `At least ${ratio}% of the data used in each of three months: ${larger.name} has ${data} for ${fee} yuan a month`,
    numbers: [{ name: 'lowestUsedRatio', value: ratio, unit: 'percent' }, ...comparison(current, larger)],
    order: 1,
  };
}

function littleUsed(current: WorldOffer, smaller: WorldOffer, highest: number): Recommendation {
  const [ratio, data] = [percent(highest), dataText(smaller)];
  const saving = yuan(current.monthlyFeeFen - smaller.monthlyFeeFen);
  return {
    kind: 'RETENTION',
    offerId: smaller.offerId,
    code: 'DATA_LITTLE_USED',
    textZh: `近3个月流量使用率均不超过${ratio}%,${smaller.name}(流量${data})已够用,每月可省${saving}元`,
    textEn: `At most ${ratio}% of the data used in each of three months: ${smaller.name} with ${data} is enough and saves ${saving} yuan a month`,
    numbers: [{ name: 'highestUsedRatio', value: ratio, unit: 'percent' }, ...comparison(current, smaller)],
    order: 2,
  };
}

function comparison(current: WorldOffer, proposed: WorldOffer): Recommendation['numbers'] {
  return [
    { name: 'currentData', value: current.dataKilobytes ?? 0, unit: 'KB' },
    { name: 'proposedData', value: proposed.dataKilobytes ?? 0, unit: 'KB' },
    { name: 'currentFee', value: current.monthlyFeeFen, unit: 'fen' },
    { name: 'proposedFee', value: proposed.monthlyFeeFen, unit: 'fen' },
  ];
}

const percent = (ratio: number): number => Math.round(ratio * 1_000) / 10;
const yuan = (fen: number): string => (fen / 100).toFixed(2);

function dataText({ dataKilobytes }: WorldOffer): string {
  const megabytes = (dataKilobytes ?? 0) / 1_024;
  return megabytes >= 1_024 ? `${Math.round(megabytes / 102.4) / 10}GB` : `${Math.round(megabytes)}MB`;
}
