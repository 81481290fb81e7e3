/** What the operator offered its customers of its own accord, and what they answered. */
import type { Calendar } from './calendar.ts';
import {
  anniversaries,
  betterOffers,
  contractEnds,
  hasRingback,
  mainOffer,
  mobileAt,
  reminderDays,
} from './campaigns.ts';
import { toCustomerId, toTreatmentId } from './ids.ts';
import type { WorldAccount, WorldSubscriber, WorldTreatment } from './model.ts';
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
  readonly openedOn: string;
  readonly lines: readonly WorldSubscriber[];
  readonly accounts: readonly WorldAccount[];
  /** Only for named cases: nothing at all, three times retained, or asked to be left alone. */
  readonly fixed: 'NONE' | 'RETAINED' | 'DO_NOT_DISTURB' | null;
}

/** What is said to whom, before anybody answers. */
interface Approach {
  readonly at: number;
  readonly kind: Kind;
  readonly name: string;
  readonly offerId: number | null;
  readonly reason: string | null;
}

const UPGRADES = ['秋季套餐升级', '流量畅享迁移', '老用户资费优化'];
const TUNES = ['彩铃新歌推荐', '节日彩铃'];
const REMINDER = '缴费提醒';
const ANNIVERSARY = '入网周年关怀';
const GREETING = '节日祝福';
const MARKETING: readonly (readonly [Kind, number])[] = [
  ['PLAN_ADJUST', 50],
  ['RBT_CHANGE', 18],
  ['CARE', 32],
];
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['SMS', 45],
  ['OUTBOUND', 30],
  ['WEB', 15],
  ['RETAIL', 10],
];
const FIXED_CHANNEL: Readonly<Partial<Record<Kind, Channel>>> = { RETAIN: 'OUTBOUND', DUNNING: 'SMS' };
/** Where somebody can be missed, or somebody else answers. */
const VOICE: ReadonlySet<Channel> = new Set(['HOTLINE', 'OUTBOUND', 'VIP_MANAGER', 'GROUP_MANAGER']);
const CONTRACT_ENDS = ['合约到期挽留', '合约即将到期'] as const;
/** Campaign and why. */
const RETENTIONS: readonly (readonly [name: string, reason: string])[] = [
  ['使用量下降挽留', '使用量持续下降'],
  ['携出挽留', '竞争对手优惠'],
  ['携出挽留', '账单突增不满'],
  ['携出挽留', '网络质量不满'],
];
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
const RINGBACK = 3301;
const AGENTS = 20;
const CLERKS = 20;
const DAY_SECONDS = 86_400;
const SECONDS_PER_MONTH = 30.44 * 86_400;

export function createTreatmentMaker(
  seed: number,
  calendar: Calendar,
): (plan: TreatmentPlan) => WorldTreatment[] {
  const windowStart = calendar.at(calendar.monthStarts[0] as number, 0);

  return (plan) => {
    const { index, from, until, fixed } = plan;
    if (fixed === 'NONE') return [];
    const random = createRandom(seed, 'treatment', index);
    const start = Math.max(from, windowStart);
    const kinds =
      fixed === null
        ? drawKinds(random, Math.max(0, (until - start) / SECONDS_PER_MONTH))
        : fixed === 'RETAINED'
          ? RETAINED
          : DISTURBED;
    const approaches = kinds.map((kind) => {
      const at = toOfficeHours(Math.floor(start + random.float() * (until - start)), start, until);
      return approach(kind, at, start, plan, random);
    });
    for (const day of reminderDays(plan.accounts, start, until, random)) {
      const at = toOfficeHours(day + random.int(0, DAY_SECONDS - 1), start, until);
      approaches.push({ at, kind: 'DUNNING', name: REMINDER, offerId: null, reason: null });
    }
    approaches.sort((a, b) => a.at - b.at);

    const lastMarketing = approaches.findLastIndex(({ kind }) => kind !== 'DUNNING');
    let leftAlone = false;
    const treatments: WorldTreatment[] = [];
    approaches.forEach(({ at, kind, name, offerId, reason }, nth) => {
      // Who asked to be left alone hears no more, unless he owes.
      if (leftAlone && kind !== 'DUNNING') return;
      const treatmentId = toTreatmentId(toCustomerId(index), treatments.length);
      const channel = FIXED_CHANNEL[kind] ?? weighted(random, CHANNELS);
      const says = fixed === 'DO_NOT_DISTURB' && nth === lastMarketing;
      const drawn = drawOutcome(random, fixed, calendar.now - at);
      const outcome = says ? 'DO_NOT_DISTURB' : possible(drawn, kind, channel, offerId);
      leftAlone ||= outcome === 'DO_NOT_DISTURB';
      treatments.push({
        treatmentId,
        campaignKind: kind,
        campaignName: name,
        channel,
        treatedAt: at,
        offerId,
        reason,
        response:
          outcome && toResponse(treatmentId, outcome, kind, channel, Math.min(until, at + 600), random),
      });
    });
    return treatments;
  };
}

/** What a campaign says to this customer; a greeting where it has nothing to offer. */
function approach(kind: Kind, at: number, start: number, plan: TreatmentPlan, random: Random): Approach {
  const { lines, openedOn, until } = plan;
  const line = mobileAt(lines, at);
  if (kind === 'RETAIN') {
    const [name, reason] = contractEnds(lines, at) ? CONTRACT_ENDS : random.pick(RETENTIONS);
    return { at, kind, name, offerId: mainOffer(lines, at), reason };
  }
  const better = kind === 'PLAN_ADJUST' && line !== undefined ? betterOffers(line, at) : [];
  if (better.length > 0) {
    return { at, kind, name: random.pick(UPGRADES), offerId: random.pick(better).offerId, reason: null };
  }
  if (kind === 'RBT_CHANGE' && line !== undefined && !hasRingback(line)) {
    return { at, kind, name: random.pick(TUNES), offerId: RINGBACK, reason: null };
  }
  const days = anniversaries(openedOn, start, until);
  const greeting = { kind: 'CARE', offerId: null, reason: null } as const;
  if (days.length === 0 || random.chance(0.5)) return { ...greeting, at, name: GREETING };
  return { ...greeting, at: random.pick(days) + random.int(9 * 3_600, 18 * 3_600), name: ANNIVERSARY };
}

/** What can be answered to this, over this channel. */
function possible(
  outcome: Response['outcome'] | null,
  kind: Kind,
  channel: Channel,
  offerId: number | null,
): Response['outcome'] | null {
  if (outcome === 'NO_ANSWER' || outcome === 'WRONG_PERSON') return VOICE.has(channel) ? outcome : null;
  // Orders are drawn by themselves: nothing is accepted here that would have to begin there. Who is retained stays.
  if (outcome === 'ACCEPTED' && offerId !== null && kind !== 'RETAIN') return 'CONSIDERING';
  // Nobody gets rid of reminders by asking.
  return outcome === 'DO_NOT_DISTURB' && kind === 'DUNNING' ? null : outcome;
}

const RETAINED: readonly Kind[] = ['PLAN_ADJUST', 'RETAIN', 'CARE', 'RETAIN', 'RETAIN'];
const DISTURBED: readonly Kind[] = ['PLAN_ADJUST', 'RBT_CHANGE', 'PLAN_ADJUST', 'PLAN_ADJUST'];

function drawKinds(random: Random, months: number): Kind[] {
  const kinds: Kind[] = [];
  for (let left = random.poisson(MARKETED_A_MONTH * months); left > 0; left--)
    kinds.push(weighted(random, MARKETING));
  for (let left = random.poisson(RETAINED_A_MONTH * months); left > 0; left--) kinds.push('RETAIN');
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
  kind: Kind,
  channel: Channel,
  respondedAt: number,
  random: Random,
): Response {
  return {
    responseId: treatmentId,
    outcome,
    reason:
      outcome === 'DECLINED' && kind !== 'CARE' && kind !== 'DUNNING' ? random.pick(DECLINE_REASONS) : null,
    respondedAt,
    channel,
    staffId: staffOf(channel, random),
  };
}

/** Whoever was spoken to; nobody where a machine sends. */
function staffOf(channel: Channel, random: Random): string | null {
  if (channel === 'OUTBOUND') return toStaffId('HOTLINE_AGENT', random.int(1, AGENTS));
  return channel === 'RETAIL' ? toStaffId('RETAIL_CLERK', random.int(1, CLERKS)) : null;
}

/** Moves a moment to between nine and eighteen, unless that leaves the time with us. */
function toOfficeHours(moment: number, from: number, until: number): number {
  const secondOfDay = (moment + 8 * 3_600) % 86_400;
  const moved = moment - secondOfDay + 9 * 3_600 + Math.floor((secondOfDay / 86_400) * 9 * 3_600);
  return moved > from && moved < until ? moved : moment;
}
