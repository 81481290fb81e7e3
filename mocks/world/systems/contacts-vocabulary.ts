/** What contacts are about and what is said of them, as the contact system has it. */
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
export type ComplaintClass = 'SERVICE' | 'NETWORK' | 'CHARGES';

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

export const QUERY_TOPICS: Mix<string> = [
  ['BILL', 45],
  ['BALANCE', 40],
  ['CDR', 10],
  ['POINTS', 5],
];
export const CONSULT_TOPICS: Mix<string> = [
  ['PLAN', 24],
  ['DATA_PLAN', 20],
  ['SP_SERVICE', 12],
  ['BROADBAND', 12],
  ['ROAMING', 10],
  ['RINGBACK', 8],
  ['MMS', 4],
  ['PORTING', 4],
  ['VOLTE', 3],
  ['POINTS', 3],
];
export const HANDLE_TOPICS: Mix<string> = [
  ['DATA_PLAN', 28],
  ['PLAN', 22],
  ['SUSPEND_RESUME', 16],
  ['RINGBACK', 12],
  ['BROADBAND', 12],
  ['SP_SERVICE', 10],
];
/** Shares of the classes as the regulator counted them in the first quarter of 2018. */
export const COMPLAINT_TOPICS: Mix<string> = [
  ['COMPLAINT_MARKETING', 18.1],
  ['COMPLAINT_ATTITUDE', 12],
  ['COMPLAINT_PROMISE', 12],
  ['COMPLAINT_COVERAGE', 7.8],
  ['COMPLAINT_SLOW_DATA', 5],
  ['COMPLAINT_BROADBAND', 4],
  ['COMPLAINT_PLAN', 9.1],
  ['COMPLAINT_UNKNOWN_ORDER', 9],
  ['COMPLAINT_BILL', 8],
  ['COMPLAINT_DATA', 6],
  ['COMPLAINT_SP', 5],
  ['COMPLAINT_ROAMING', 4],
];

/** What only customers with broadband talk about, and what the others do in its place. */
export const WITHOUT_BROADBAND: ReadonlyMap<string, string> = new Map([
  ['BROADBAND', 'DATA_PLAN'],
  ['COMPLAINT_BROADBAND', 'COMPLAINT_SLOW_DATA'],
]);

export const COMPLAINTS: Readonly<
  Record<string, { readonly complaintClass: ComplaintClass; readonly businessType: string }>
> = {
  COMPLAINT_MARKETING: { complaintClass: 'SERVICE', businessType: '外呼营销' },
  COMPLAINT_ATTITUDE: { complaintClass: 'SERVICE', businessType: '窗口服务' },
  COMPLAINT_PROMISE: { complaintClass: 'SERVICE', businessType: '窗口服务' },
  COMPLAINT_COVERAGE: { complaintClass: 'NETWORK', businessType: '移动语音' },
  COMPLAINT_SLOW_DATA: { complaintClass: 'NETWORK', businessType: '移动上网' },
  COMPLAINT_BROADBAND: { complaintClass: 'NETWORK', businessType: '宽带' },
  COMPLAINT_PLAN: { complaintClass: 'CHARGES', businessType: '资费套餐' },
  COMPLAINT_UNKNOWN_ORDER: { complaintClass: 'CHARGES', businessType: '增值业务' },
  COMPLAINT_BILL: { complaintClass: 'CHARGES', businessType: '账单' },
  COMPLAINT_DATA: { complaintClass: 'CHARGES', businessType: '移动上网' },
  COMPLAINT_SP: { complaintClass: 'CHARGES', businessType: '增值业务' },
  COMPLAINT_ROAMING: { complaintClass: 'CHARGES', businessType: '漫游' },
};

/** How a complaint of each class was settled. */
export const ANSWERS: Readonly<Record<ComplaintClass | 'FAULT', readonly string[]>> = {
  SERVICE: ['已向客户致歉', '已核实并通报当事人员', '已加入营销免打扰名单'],
  NETWORK: ['已调整基站参数,信号恢复', '已派修,故障已排除', '已解释,列入扩容计划'],
  CHARGES: ['经核实收费无误,已解释', '已退费', '已取消业务并减免当月费用'],
  FAULT: ['故障已排除', '已更换终端设备', '线路已修复'],
};

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

export const OUTCOMES: Readonly<Record<NonNullable<WorldTreatment['response']>['outcome'], string>> = {
  ACCEPTED: '客户接受',
  DECLINED: '客户拒绝',
  CONSIDERING: '客户考虑中',
  NO_ANSWER: '无人接听',
  DO_NOT_DISTURB: '客户要求免打扰',
  WRONG_PERSON: '非本人接听',
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
