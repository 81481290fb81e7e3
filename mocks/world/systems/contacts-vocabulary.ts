/** What kinds of contact there are and what is said of them, as the contact system has it. */
import type { ChannelCode, WorldTreatment } from '../model.ts';
import type { Random } from '../rng.ts';

export type ContactType =
  | 'CONSULT'
  | 'HANDLE'
  | 'QUERY'
  | 'COMPLAINT'
  | 'FAULT'
  | 'CARE'
  | 'RETAIN'
  | 'REVISIT'
  | 'MARKET';
/** State of a ticket, as the contact system writes it. */
export type TicketCode = '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07';
export type ComplaintClass = 'SERVICE' | 'NETWORK' | 'CHARGES';

type Response = NonNullable<WorldTreatment['response']>;

/** Values and how often each comes, in percent. */
export type Mix<T> = readonly (readonly [value: T, percent: number])[];

export function draw<T>(random: Random, mix: Mix<T>): T {
  let left = random.float() * 100;
  for (const [value, percent] of mix) {
    left -= percent;
    if (left < 0) return value;
  }
  throw new RangeError('The shares of a mix add up to less than 100 percent.');
}

/** What we call about: type of the contact, its topic, and who asked for the call. */
export const CAMPAIGNS: Readonly<
  Record<
    WorldTreatment['campaignKind'],
    {
      readonly type: ContactType;
      readonly topicCode: string;
      readonly department: string;
      readonly priority: number;
    }
  >
> = {
  PLAN_ADJUST: { type: 'MARKET', topicCode: 'PLAN', department: '市场部', priority: 5 },
  RBT_CHANGE: { type: 'MARKET', topicCode: 'RINGBACK', department: '市场部', priority: 5 },
  // A reminder to pay is a service to the customer, not a sale.
  DUNNING: { type: 'CARE', topicCode: 'BALANCE', department: '账务部', priority: 3 },
  CARE: { type: 'CARE', topicCode: 'POINTS', department: '客户服务部', priority: 4 },
  RETAIN: { type: 'RETAIN', topicCode: 'PLAN', department: '客户服务部', priority: 2 },
};

const OUTCOMES: Readonly<Record<Response['outcome'], string>> = {
  ACCEPTED: '客户接受',
  DECLINED: '客户拒绝',
  CONSIDERING: '客户考虑中',
  NO_ANSWER: '无人接听',
  DO_NOT_DISTURB: '客户要求免打扰',
  WRONG_PERSON: '非本人接听',
};
/** Where nothing rings, nobody can leave it ringing. */
const UNSPOKEN_OUTCOMES: Readonly<Partial<typeof OUTCOMES>> = {
  NO_ANSWER: '客户未回应',
  WRONG_PERSON: '非本人',
};
const SPOKEN: readonly ChannelCode[] = ['HOTLINE', 'IVR', 'OUTBOUND', 'VIP_MANAGER', 'GROUP_MANAGER', 'CLUB'];

export function outcomeText({ outcome, channel }: Response): string {
  return (SPOKEN.includes(channel) ? undefined : UNSPOKEN_OUTCOMES[outcome]) ?? OUTCOMES[outcome];
}

/** How the contact ended that a ticket was opened for; null while it is open. */
export const TICKET_RESOLUTIONS: Readonly<Record<TicketCode, string | null>> = {
  '00': null,
  '01': null,
  '02': '工单已退回',
  '03': '客户已撤回',
  '04': '工单已回复',
  '05': '工单已办结',
  '06': null,
  '07': null,
};

/** How contacts end that nothing else settles. */
export const RESOLUTIONS: Readonly<Record<'CONSULT' | 'HANDLE' | 'QUERY' | 'REVISIT', string>> = {
  CONSULT: '已解答',
  HANDLE: '已受理',
  QUERY: '已查询并告知',
  REVISIT: '已回访',
};

export const QUERY_CHANNELS: Mix<ChannelCode> = [
  ['IVR', 35],
  ['HOTLINE', 25],
  ['WEB', 22],
  ['SMS', 15],
  ['RETAIL', 3],
];
export const SERVICE_CHANNELS: Mix<ChannelCode> = [
  ['HOTLINE', 54],
  ['RETAIL', 20],
  ['WEB', 16],
  ['SMS', 4],
  ['IVR', 3],
  ['EMAIL', 1.6],
  ['FAX', 0.8],
  ['MAIL', 0.6],
];
/** The short-message desk takes no complaints (T04). */
export const COMPLAINT_CHANNELS: Mix<ChannelCode> = [
  ['HOTLINE', 76],
  ['RETAIL', 12],
  ['WEB', 9],
  ['EMAIL', 2],
  ['MAIL', 1],
];
