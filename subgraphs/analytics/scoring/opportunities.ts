/**
 * What may be offered to a customer, with the figures that prove it: to renew a contract that is about to end (RETENTION),
 * and main plans that would have cost less (SALE). Only active lines, and only what is still sold. Whether it may be said
 * is decided when somebody asks (`rules/opportunity-state.ts`).
 */
import { daysBetween } from '#kit/clock';
import type { SqlValue } from '#kit/database';
import type { Evidence } from '../model.ts';
import { yuanText } from '../rules/units.ts';
import type { CustomerFacts, LineFacts } from './facts.ts';
import { createPlanMatcher, type PlanMatch } from './replay/plan-matches.ts';
import { isSoldAfter, type OfferFact, type Offers } from './replay/tariff.ts';
import type { OpportunityPolicy, TariffPolicy } from './replay/tariff-policy.ts';

/** A row of the table `opportunity`. */
export interface FoundOpportunity {
  readonly opportunityId: number;
  readonly customerId: number;
  readonly subscriberId: number;
  readonly kind: 'SALE' | 'RETENTION';
  readonly offerId: number;
  /** 1 is best, over all lines of the customer. */
  readonly rank: number;
  readonly reason: Evidence;
}

interface Finding {
  readonly subscriberId: number;
  readonly kind: FoundOpportunity['kind'];
  readonly offerId: number;
  readonly reason: Evidence;
  /** Renewals come first, the most urgent before; then plans by what they save. Lower is better. */
  readonly order: readonly [step: number, within: number];
}

interface Options {
  readonly offers: Offers;
  /** Day of the facts: all before it count. */
  readonly asOf: string;
  readonly tariff: TariffPolicy;
  readonly policy: OpportunityPolicy;
}

/** Leaves room for as many opportunities of one line. */
const IDS_PER_LINE = 10;
const MOST_OF_A_NAME = 40;

export const OPPORTUNITY_COLUMNS = [
  'opportunity_id',
  'customer_id',
  'subscriber_id',
  'kind',
  'offer_id',
  'rank_no',
  'reason_code',
  'reason_zh',
  'reason_en',
  'numbers',
] as const;

/** Values in the order of `OPPORTUNITY_COLUMNS`. */
export function toOpportunityRow({ reason, ...found }: FoundOpportunity): SqlValue[] {
  return [
    found.opportunityId,
    found.customerId,
    found.subscriberId,
    found.kind,
    found.offerId,
    found.rank,
    reason.code,
    reason.textZh,
    reason.textEn,
    JSON.stringify(reason.numbers),
  ];
}

/** Best first. */
export function createOpportunityFinder(
  options: Options,
): (customer: CustomerFacts) => readonly FoundOpportunity[] {
  const { offers, asOf, tariff, policy } = options;
  const matchPlans = createPlanMatcher(offers, asOf, tariff, policy);

  const findingsOf = (line: LineFacts): Finding[] => {
    const renewal = findRenewal(line, options);
    const matches = line.isMobile ? matchPlans(line) : [];
    return [...(renewal ? [renewal] : []), ...matches.map((match) => toFinding(line, match))];
  };

  return ({ customerId, lines }) =>
    lines
      .filter(({ status }) => status === 'ACTIVE')
      .flatMap((line) =>
        findingsOf(line).map((finding, nth) => ({
          ...finding,
          opportunityId: line.subscriberId * IDS_PER_LINE + nth + 1,
        })),
      )
      .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.opportunityId - b.opportunityId)
      .map(({ opportunityId, subscriberId, kind, offerId, reason }, index) => ({
        opportunityId,
        customerId,
        subscriberId,
        kind,
        offerId,
        rank: index + 1,
        reason,
      }));
}

/** Of the contract that binds a line longest, of what is in use. */
function findRenewal(
  { subscriberId, subscriptions }: LineFacts,
  { offers, asOf, policy }: Options,
): Finding | null {
  let endsOn = '';
  let offerId = 0;
  for (const one of subscriptions) {
    const inUse = one.endedOn === null || one.endedOn >= asOf;
    if (!inUse || one.contractEndsOn === null || one.contractEndsOn <= endsOn) continue;
    endsOn = one.contractEndsOn;
    offerId = one.offerId;
  }
  if (endsOn < asOf) return null;
  const daysLeft = daysBetween(asOf, endsOn);
  const offer = offers.get(offerId);
  if (offer === undefined || !isSoldAfter(asOf, offer) || daysLeft > policy.renewalDays) return null;
  const name = shortName(offer);
  return {
    subscriberId,
    kind: 'RETENTION',
    offerId,
    reason: {
      code: 'CONTRACT_RENEWAL',
      textZh: `合约${endsOn}到期，还有${daysLeft}天，建议续约${name}`,
      textEn: `The contract ends on ${endsOn}, in ${daysLeft} days: renew with ${name}`,
      numbers: [{ name: 'daysLeft', value: daysLeft, unit: 'day' }],
    },
    order: [0, daysLeft],
  };
}

function toFinding({ subscriberId }: LineFacts, match: PlanMatch): Finding {
  const { own, plan, monthsReplayed, ownFen, planFen, savingPerMonthFen, monthsDearer, worstMonthFen } =
    match;
  const [ownName, planName] = [own, plan].map(shortName);
  const [fee, ownTotal, planTotal] = [plan.monthlyFeeFen, ownFen, planFen].map(yuanText);
  const [saving, worst] = [savingPerMonthFen, worstMonthFen].map(yuanText);
  const [contractZh, contractEn] =
    plan.contractMonths === 0
      ? ['', '']
      : [`，合约${plan.contractMonths}个月`, `, contract of ${plan.contractMonths} months`];
  const [riskZh, riskEn] =
    monthsDearer === 0
      ? ['没有一个月更贵', 'dearer in no month']
      : [
          `有${monthsDearer}个月更贵，最多贵${worst}元`,
          `dearer in ${monthsDearer} of them, by up to ${worst} yuan`,
        ];
  return {
    subscriberId,
    kind: 'SALE',
    offerId: plan.offerId,
    reason: {
      code: 'PLAN_REPLAY',
      textZh: `近${monthsReplayed}个月实际用量：用${ownName}共${ownTotal}元，换为${planName}（月费${fee}元${contractZh}）共${planTotal}元，平均每月省${saving}元，${riskZh}`,
      textEn: `Real use of ${monthsReplayed} months: ${ownTotal} yuan with ${ownName}, ${planTotal} with ${planName} (${fee} a month${contractEn}): ${saving} yuan a month saved, ${riskEn}`,
      numbers: [
        { name: 'monthsReplayed', value: monthsReplayed, unit: 'month' },
        { name: 'ownFen', value: ownFen, unit: 'fen' },
        { name: 'planFen', value: planFen, unit: 'fen' },
        { name: 'savingPerMonthFen', value: savingPerMonthFen, unit: 'fen' },
        { name: 'monthsDearer', value: monthsDearer, unit: 'month' },
        { name: 'worstMonthFen', value: worstMonthFen, unit: 'fen' },
      ],
    },
    order: [1, -match.savingFen],
  };
}

/** Two names and the figures have to fit into `reason_zh`. */
function shortName({ name }: OfferFact): string {
  return name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME - 1)}…` : name;
}
