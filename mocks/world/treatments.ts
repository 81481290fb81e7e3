/** What the operator offered its customers of its own accord, and what they answered. */
import type { Calendar } from './calendar.ts';
import { toCustomerId, toTreatmentId } from './ids.ts';
import type { WorldTreatment } from './model.ts';
import { weighted } from './persona.ts';
import { createRandom, type Random } from './rng.ts';
import { toStaffId } from './staff.ts';

type Kind = WorldTreatment['campaignKind'];
type Response = NonNullable<WorldTreatment['response']>;
type Channel = WorldTreatment['channel'];

export interface TreatmentPlan {
  readonly index: number;
  /** Epoch seconds between which the customer was with us. */
  readonly from: number;
  readonly until: number;
  readonly late: boolean;
  /** Only for named cases: nothing at all, three times retained, or asked to be left alone. */
  readonly fixed: 'NONE' | 'RETAINED' | 'DO_NOT_DISTURB' | null;
}

const CAMPAIGNS: Readonly<Record<Kind, readonly string[]>> = {
  PLAN_ADJUST: ['秋季套餐升级', '流量畅享迁移', '老用户资费优化'],
  RBT_CHANGE: ['彩铃新歌推荐', '节日彩铃'],
  DUNNING: ['缴费提醒'],
  CARE: ['生日关怀', '入网周年关怀', '节日祝福'],
  RETAIN: ['合约到期挽留', '使用量下降挽留', '携出挽留'],
};
const MARKETING: readonly (readonly [Kind, number])[] = [
  ['PLAN_ADJUST', 50],
  ['RBT_CHANGE', 18],
  ['CARE', 32],
];
/** Offers that a campaign makes; none where it makes no offer. */
const OFFERS_OF: Readonly<Record<Kind, readonly number[]>> = {
  PLAN_ADJUST: [1002, 1012, 1013, 1023, 1043, 3003, 3004],
  RBT_CHANGE: [3301],
  DUNNING: [],
  CARE: [],
  RETAIN: [1003, 1013, 1024, 3003, 3502],
};
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['SMS', 45],
  ['OUTBOUND', 30],
  ['WEB', 15],
  ['RETAIL', 10],
];
const RETAIN_REASONS = ['合约即将到期', '使用量持续下降', '竞争对手优惠', '账单突增不满', '网络质量不满'];
const DECLINE_REASONS = ['资费偏高', '暂不需要', '已有其他套餐', '网络体验不佳'];
const OUTCOMES: readonly (readonly [Response['outcome'], number])[] = [
  ['ACCEPTED', 18],
  ['DECLINED', 38],
  ['CONSIDERING', 16],
  ['NO_ANSWER', 23],
  ['DO_NOT_DISTURB', 2],
  ['WRONG_PERSON', 3],
];
const ANSWERED_CHANCE = 0.75;
const MARKETED_A_MONTH = 0.06;
const RETAINED_A_MONTH = 0.006;
const AGENTS = 20;
const SECONDS_PER_MONTH = 30.44 * 86_400;

export function createTreatmentMaker(
  seed: number,
  calendar: Calendar,
): (plan: TreatmentPlan) => WorldTreatment[] {
  const windowStart = calendar.at(calendar.monthStarts[0] as number, 0);

  return ({ index, from, until, late, fixed }) => {
    const random = createRandom(seed, 'treatment', index);
    const start = Math.max(from, windowStart);
    const months = Math.max(0, (until - start) / SECONDS_PER_MONTH);
    const kinds =
      fixed === null
        ? drawKinds(random, months, late)
        : fixed === 'RETAINED'
          ? RETAINED
          : fixed === 'NONE'
            ? []
            : DISTURBED;
    const times = kinds.map(() => Math.floor(start + random.float() * (until - start))).sort((a, b) => a - b);

    return kinds.map((campaignKind, nth): WorldTreatment => {
      const treatmentId = toTreatmentId(toCustomerId(index), nth);
      const treatedAt = toOfficeHours(times[nth] as number, start, until);
      const channel = campaignKind === 'RETAIN' ? 'OUTBOUND' : weighted(random, CHANNELS);
      const offers = OFFERS_OF[campaignKind];
      const isLast = nth === kinds.length - 1;
      const outcome =
        fixed === 'DO_NOT_DISTURB' && isLast
          ? 'DO_NOT_DISTURB'
          : drawOutcome(random, fixed, calendar.now - treatedAt);
      return {
        treatmentId,
        campaignKind,
        campaignName: random.pick(CAMPAIGNS[campaignKind]),
        channel,
        treatedAt,
        offerId: offers.length === 0 ? null : random.pick(offers),
        reason: campaignKind === 'RETAIN' ? random.pick(RETAIN_REASONS) : null,
        response:
          outcome && toResponse(treatmentId, outcome, channel, Math.min(until, treatedAt + 600), random),
      };
    });
  };
}

const RETAINED: readonly Kind[] = ['PLAN_ADJUST', 'RETAIN', 'CARE', 'RETAIN', 'RETAIN'];
const DISTURBED: readonly Kind[] = ['PLAN_ADJUST', 'RBT_CHANGE', 'PLAN_ADJUST', 'PLAN_ADJUST'];

function drawKinds(random: Random, months: number, late: boolean): Kind[] {
  const kinds: Kind[] = [];
  for (let left = random.poisson(MARKETED_A_MONTH * months); left > 0; left--)
    kinds.push(weighted(random, MARKETING));
  for (let left = random.poisson(RETAINED_A_MONTH * months); left > 0; left--) kinds.push('RETAIN');
  if (late && months >= 1) kinds.push('DUNNING');
  return kinds;
}

/** Nobody has answered yet what was sent minutes ago. */
function drawOutcome(random: Random, fixed: TreatmentPlan['fixed'], age: number): Response['outcome'] | null {
  if (fixed === 'RETAINED') return 'ACCEPTED';
  return age > 600 && random.chance(ANSWERED_CHANCE) ? weighted(random, OUTCOMES) : null;
}

function toResponse(
  treatmentId: number,
  outcome: Response['outcome'],
  channel: Channel,
  respondedAt: number,
  random: Random,
): Response {
  return {
    responseId: treatmentId,
    outcome,
    reason: outcome === 'DECLINED' ? random.pick(DECLINE_REASONS) : null,
    respondedAt,
    channel,
    staffId: channel === 'OUTBOUND' ? toStaffId('HOTLINE_AGENT', random.int(1, AGENTS)) : null,
  };
}

/** Moves a moment to between nine and eighteen, unless that leaves the time with us. */
function toOfficeHours(moment: number, from: number, until: number): number {
  const secondOfDay = (moment + 8 * 3_600) % 86_400;
  const moved = moment - secondOfDay + 9 * 3_600 + Math.floor((secondOfDay / 86_400) * 9 * 3_600);
  return moved > from && moved < until ? moved : moment;
}
