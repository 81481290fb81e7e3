/** Customers that always exist, with fixed numbers, each showing one thing. */
import type { CaseScript } from './model.ts';
import { lineAt, numberAt } from './named-numbers.ts';
import type { Persona } from './persona.ts';
import type { TreatmentPlan } from './treatments.ts';

export interface NamedCase {
  readonly index: number;
  /** Which of the customer's lines the number rings; null when it is only a contact phone. */
  readonly line: number | null;
  readonly id: string;
  /** Number to dial; for a prospect and a shared phone, a contact phone. */
  readonly serviceNumber: string;
  readonly zh: string;
  readonly en: string;
}

export interface CaseEntry {
  readonly index: number;
  /** Null for those who only play a part in somebody else's case. */
  readonly shows: NamedCase | null;
  /** Days since the line was opened; null where the number's hand-over decides. */
  readonly tenureDays?: number | null;
  readonly closedDaysAgo?: number;
  readonly persona?: Partial<Persona>;
  readonly script?: CaseScript;
  readonly treatments?: TreatmentPlan['fixed'];
}

export const CALM = { complaintRate: 0.01, queryRate: 0.08, contactRate: 0.1 };
const GOTONE = { brandCode: 'GOTONE', spendFen: 9_600 } as const;
const VIP = { brandCode: 'GOTONE', spendFen: 15_600, vip: { grade: 'GOLD', expired: false } } as const;
export const ON_TIME = { method: 'ONLINE', dueDay: 15, lateChance: 0, stopsAtBill: null } as const;

const entry = (
  index: number,
  id: string,
  zh: string,
  en: string,
  rest: Omit<CaseEntry, 'index' | 'shows'> = {},
): CaseEntry => ({
  index,
  shows: { index, line: lineAt(index), id, serviceNumber: numberAt(index), zh, en },
  ...rest,
});

export const ENTRIES: readonly CaseEntry[] = [
  entry(0, 'ordinary', '普通客户', 'An ordinary customer'),
  entry(1, 'vip-group', '钻石VIP兼集团成员，第一层', 'Diamond VIP and group member: layer 1', {
    persona: { ...GOTONE, spendFen: 26_000, vip: { grade: 'DIAMOND', expired: false } },
    script: { ivrCall: true },
  }),
  entry(2, 'suspended', '欠费停机', 'Suspended in arrears', {
    persona: { ...GOTONE, payment: { ...ON_TIME, stopsAtBill: 21 } },
  }),
  entry(3, 'recycled-number', '二次放号：前机主已离网', 'Recycled number: somebody else held it before', {
    tenureDays: null,
  }),
  entry(4, 'former-holder', '二次放号的前机主', 'The former holder of the recycled number', {
    tenureDays: null,
  }),
  entry(5, 'left', '已离网客户', 'Left us', { closedDaysAgo: 240 }),
  entry(6, 'ported-in', '携号转网转入', 'Number ported in'),
  entry(7, 'user-not-holder', '使用人不是机主', 'The user is not the holder'),
  entry(8, 'user-of-another', '使用他人名下号码', "Uses another customer's line"),
  entry(
    9,
    'fee-sensitive',
    '资费敏感：频繁查询账单',
    'Fee-sensitive pattern: asks about bills all the time',
    {
      persona: { rates: { complaintRate: 0.02, queryRate: 2.4, contactRate: 0.1 } },
      script: { billQueries: 14 },
    },
  ),
  entry(
    10,
    'complaint-sensitive',
    '投诉敏感：屡次投诉',
    'Complaint-sensitive pattern: complains again and again',
    {
      persona: { ...VIP, rates: { complaintRate: 0.5, queryRate: 0.05, contactRate: 0.1 } },
      script: { complaintsThreeMonths: 2, repeatComplaint: true },
    },
  ),
  entry(11, 'fee-and-complaint', '资费与投诉双敏感', 'Both fee- and complaint-sensitive', {
    persona: { rates: { complaintRate: 0.4, queryRate: 2, contactRate: 0.1 } },
    script: { billQueries: 12, complaintsThreeMonths: 3, repeatComplaint: true },
  }),
  entry(
    12,
    'neither-sensitive',
    '双不敏感：久无查询与投诉',
    'Neither: years without a query or a complaint',
    {
      tenureDays: 3_650,
      persona: { rates: { complaintRate: 0, queryRate: 0, contactRate: 0.15 } },
      script: { billQueries: 0, complaintsThreeMonths: 0 },
    },
  ),
  entry(13, 'newcomer', '新入网一个月，投诉一次', 'With us for a month, one complaint', {
    tenureDays: 30,
    script: { complaintsThreeMonths: 1 },
    treatments: 'NONE',
  }),
  entry(14, 'empty', '今日开户，无任何历史', 'Opened today: no history at all', {
    tenureDays: 0,
    persona: {
      brandCode: 'EASYOWN',
      spendFen: 1_800,
      rates: { complaintRate: 0, queryRate: 0, contactRate: 0 },
    },
    script: { contacts: 0 },
    treatments: 'NONE',
  }),
  entry(15, 'group-unit', '集团单位，500名成员', 'A unit with 500 members', {
    persona: { mobileLines: 0, broadband: true },
  }),
  entry(16, 'key-person', '集团关键人', 'Key person of that unit', { persona: GOTONE }),
  entry(17, 'many-contacts', '接触超过五次', 'More than five contacts', {
    script: { contacts: 12, ivrCall: true },
  }),
  entry(18, 'five-contacts', '接触恰好五次', 'Exactly five contacts', { script: { contacts: 5 } }),
  entry(
    19,
    'three-complaints',
    '三个月投诉三次，不标红',
    'Three complaints in three months: no red reminder',
    {
      script: { complaintsThreeMonths: 3 },
    },
  ),
  entry(20, 'four-complaints', '三个月投诉四次，标红', 'Four complaints in three months: red reminder', {
    script: { complaintsThreeMonths: 4 },
  }),
  entry(21, 'bill-shock', '上月账单突增', 'Bill shock last month', { persona: { ...VIP, shock: 'DATA' } }),
  entry(22, 'easyown', '神州行预付费', 'Prepaid, brand 神州行', {
    persona: { brandCode: 'EASYOWN', spendFen: 2_000 },
  }),
  entry(23, 'mzone', '动感地带', 'Brand 动感地带', {
    persona: { brandCode: 'MZONE', spendFen: 4_000, ringback: true },
  }),
  entry(
    24,
    'broadband-only',
    '仅宽带（宽带账号 kd02888000025）',
    'Broadband only (broadband account kd02888000025)',
    {
      persona: { mobileLines: 0, broadband: true },
    },
  ),
  entry(25, 'family-payer', '家庭付费人', 'Pays for the family', { persona: { ...GOTONE, broadband: true } }),
  entry(26, 'family-dependant', '家庭成员，由家人付费', 'Family member, paid for'),
  entry(27, 'family-second', '家庭成员，由家人付费', 'Another family member, paid for'),
  entry(28, 'pays-for-another', '为他人代付', "Pays another customer's line", { persona: GOTONE }),
  entry(29, 'paid-by-another', '由他人代付', 'Paid for by another customer'),
  entry(30, 'border-roamer', '边界漫游频繁', 'Roams across the border often', {
    persona: { roamingMean: 9 },
  }),
  entry(31, 'heavy-data', '流量套餐已用尽', 'Data allowance spent', {
    persona: { ...VIP, use: 'HEAVY_DATA' },
  }),
  entry(32, 'silent', '近三个月沉默', 'Silent for three months', { persona: { ...VIP, use: 'SILENT' } }),
  entry(33, 'contract-ending', '合约60天内到期', 'Contract ends within 60 days', {
    persona: { ...VIP, contractDaysLeft: 40 },
  }),
  entry(34, 'english-speaker', '英语客户', 'Speaks English', { persona: { foreigner: true, ...GOTONE } }),
  entry(35, 'black-list', '黑名单', 'On the black list', { persona: { listFlag: 'BLACK' } }),
  entry(36, 'red-list', '红名单', 'On the red list', { persona: { listFlag: 'RED' } }),
  entry(37, 'overdue-ticket', '工单超时未决', 'An open ticket past its deadline', {
    persona: VIP,
    script: { openTicket: 'OVERDUE' },
  }),
  entry(38, 'ticket-in-progress', '工单处理中', 'A ticket in progress', {
    script: { openTicket: 'IN_TIME' },
  }),
  entry(39, 'retained', '多次被挽留', 'Retained three times', { persona: VIP, treatments: 'RETAINED' }),
  entry(40, 'do-not-disturb', '请勿打扰', 'Asked not to be disturbed', { treatments: 'DO_NOT_DISTURB' }),
  entry(41, 'prospect', '潜在客户（联系电话）', 'A prospect, known by contact phone only', {
    tenureDays: 20,
  }),
  entry(42, 'shared-phone', '三位客户共用的联系电话', 'A contact phone that three customers share'),
  { index: 43, shows: null },
  { index: 44, shows: null },
  entry(45, 'in-arrears', '欠费未停机', 'In arrears, still in service', {
    persona: { ...GOTONE, payment: { ...ON_TIME, stopsAtBill: 23 } },
  }),
  entry(46, 'roaming-in', '异地号码', 'Number issued elsewhere'),
  entry(
    47,
    'usage-panels',
    '老套餐：GPRS、彩信、彩铃、SP俱全',
    'An old plan with GPRS, MMS, ringback and SP services',
    {
      tenureDays: 5_000,
      persona: {
        brandCode: 'MZONE',
        spendFen: 4_000,
        old: true,
        ringback: true,
        tuneMean: 2,
        spServices: 2,
        spEndedChance: 0,
        mmsMean: 6,
        dataPlan: true,
        roamingMean: 2,
      },
    },
  ),
  entry(48, 'vip-expired', 'VIP会员已过期', 'VIP membership no longer valid', {
    persona: { ...VIP, vip: { grade: 'GOLD', expired: true } },
  }),
  entry(49, 'two-lines', '两个号码、两个帐户和宽带', 'Two numbers, two accounts and broadband', {
    persona: { ...GOTONE, mobileLines: 2, broadband: true },
  }),
];
