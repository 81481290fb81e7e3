/** What contacts are about, by topic code: how often, of which lines, and how a ticket about it ends. */
import type { WorldSubscriber } from '../model.ts';
import type { ComplaintClass, ContactType, Mix } from './contacts-vocabulary.ts';

/** Types of contact that customers begin, and that nothing leads to. */
export type PlainType = Extract<ContactType, 'QUERY' | 'CONSULT' | 'HANDLE' | 'FAULT' | 'COMPLAINT'>;

export const TOPIC_MIXES: Readonly<Record<PlainType, Mix<string>>> = {
  QUERY: [
    ['BILL', 45],
    ['BALANCE', 40],
    ['CDR', 10],
    ['POINTS', 5],
  ],
  CONSULT: [
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
  ],
  HANDLE: [
    ['DATA_PLAN', 28],
    ['PLAN', 22],
    ['SUSPEND_RESUME', 16],
    ['RINGBACK', 12],
    ['BROADBAND', 12],
    ['SP_SERVICE', 10],
  ],
  FAULT: [
    ['FAULT_BROADBAND', 50],
    ['FAULT_DATA', 22],
    ['FAULT_SIGNAL', 20],
    ['FAULT_VOLTE', 8],
  ],
  /** Shares of the classes as the regulator counted them in the first quarter of 2018. */
  COMPLAINT: [
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
  ],
};

type Line = Pick<WorldSubscriber, 'netClass' | 'broadbandAccount'>;

interface Need {
  isMetBy(line: Line): boolean;
  /** What customers without such a line talk about in its place: the first that fits. */
  readonly instead: readonly string[];
}

const broadband = ({ broadbandAccount }: Line): boolean => broadbandAccount !== null;
const mobile = ({ netClass }: Line): boolean => netClass !== 'FIXED';
/** High-definition calls 高清通话 came with the fourth generation. */
const volte = ({ netClass }: Line): boolean => netClass === 'G4' || netClass === 'G5';

/** Topics that only some lines give rise to. */
const NEEDS: Readonly<Record<string, Need>> = {
  BROADBAND: { isMetBy: broadband, instead: ['DATA_PLAN'] },
  VOLTE: { isMetBy: volte, instead: ['PLAN'] },
  FAULT_BROADBAND: { isMetBy: broadband, instead: ['FAULT_DATA'] },
  FAULT_DATA: { isMetBy: mobile, instead: ['FAULT_BROADBAND'] },
  FAULT_SIGNAL: { isMetBy: mobile, instead: ['FAULT_BROADBAND'] },
  FAULT_VOLTE: { isMetBy: volte, instead: ['FAULT_SIGNAL', 'FAULT_BROADBAND'] },
  COMPLAINT_BROADBAND: { isMetBy: broadband, instead: ['COMPLAINT_SLOW_DATA'] },
  COMPLAINT_COVERAGE: { isMetBy: mobile, instead: ['COMPLAINT_BROADBAND'] },
  COMPLAINT_SLOW_DATA: { isMetBy: mobile, instead: ['COMPLAINT_BROADBAND'] },
};

/** The topic itself, or what customers with these lines talk about in its place. */
export function fittingTopic(topicCode: string, lines: readonly Line[]): string {
  const fits = (code: string): boolean => {
    const need = NEEDS[code];
    return need === undefined || lines.some(need.isMetBy);
  };
  return [topicCode, ...(NEEDS[topicCode]?.instead ?? [])].find(fits) ?? topicCode;
}

/** What a ticket says of its topic. */
export interface Matter {
  /** Null for a fault, which is no complaint. */
  readonly complaintClass: ComplaintClass | null;
  readonly businessType: string;
  /** Ways in which it is settled. */
  readonly answers: readonly string[];
}

const service = (businessType: string, ...answers: readonly string[]): Matter => ({
  complaintClass: 'SERVICE',
  businessType,
  answers,
});
const network = (businessType: string, ...answers: readonly string[]): Matter => ({
  complaintClass: 'NETWORK',
  businessType,
  answers,
});
const charges = (businessType: string, ...answers: readonly string[]): Matter => ({
  complaintClass: 'CHARGES',
  businessType,
  answers: ['经核实收费无误，已解释', ...answers],
});
const fault = (businessType: string, ...answers: readonly string[]): Matter => ({
  complaintClass: null,
  businessType,
  answers,
});

const MATTERS: Readonly<Record<string, Matter>> = {
  COMPLAINT_MARKETING: service('外呼营销', '已加入营销免打扰名单', '已致歉并停止外呼'),
  COMPLAINT_ATTITUDE: service('窗口服务', '已向客户致歉', '已核实并通报当事人员'),
  COMPLAINT_PROMISE: service('窗口服务', '已兑现承诺并致歉', '经核实未作此承诺，已解释'),
  COMPLAINT_COVERAGE: network('移动语音', '已调整基站参数，信号恢复', '已解释，列入基站建设计划'),
  COMPLAINT_SLOW_DATA: network('移动上网', '已调整基站参数，网速恢复', '已解释，列入扩容计划'),
  COMPLAINT_BROADBAND: network('宽带', '已派修，故障已排除', '线路已修复', '已更换光猫'),
  COMPLAINT_PLAN: charges('资费套餐', '已更改套餐并退还差额'),
  COMPLAINT_UNKNOWN_ORDER: charges('增值业务', '已取消业务并退费'),
  COMPLAINT_BILL: charges('账单', '已更正账单并退费'),
  COMPLAINT_DATA: charges('移动上网', '已减免争议流量费'),
  COMPLAINT_SP: charges('增值业务', '已取消业务并减免当月费用'),
  COMPLAINT_ROAMING: charges('漫游', '已退还漫游费'),
  FAULT_BROADBAND: fault('宽带报障', '线路已修复', '已更换光猫', '已远程重启，故障已排除'),
  FAULT_DATA: fault('移动网络报障', '已重置上网参数，恢复正常', '基站故障已排除'),
  FAULT_SIGNAL: fault('移动网络报障', '基站故障已排除', '已调整基站参数，信号恢复'),
  FAULT_VOLTE: fault('移动网络报障', '已重新开通高清通话', '已指导客户设置手机，恢复正常'),
};

export function matterOf(topicCode: string): Matter {
  const matter = MATTERS[topicCode];
  if (matter === undefined) throw new RangeError(`No tickets are opened about ${topicCode}.`);
  return matter;
}
