/**
 * What is known of a line on the first day of a month, as numbers for the churn model. Each feature has the fact behind it
 * in words, so that an agent is told the fact and not the number.
 */
import {
  contractDays,
  daysSince,
  isDissatisfied,
  type LineView,
  lateBills,
  monthsOf,
  overdueTickets,
  ratio,
  services,
  tenureDays,
  useRatio,
  worstShock,
} from './line-view.ts';

export interface Feature {
  readonly code: string;
  /** What the card calls it. */
  readonly titleZh: string;
  readonly titleEn: string;
  read(view: LineView): number;
  /** The fact in words; `value` is what `read` gave. */
  tell(view: LineView, value: number): { readonly zh: string; readonly en: string };
}

/** A contract is about to end in its last quarter. */
const CONTRACT_ENDING_DAYS = 92;
const SHOCK_RATIO = 1.5;
const MOST_SERVICES = 4;
const MOST_COMPLAINTS_A_MONTH = 0.4;
/** Late bills of so many unseen ones are assumed, at the usual share: one late bill of two is no habit yet. */
const LATE_PRIOR_BILLS = 8;
const LATE_PRIOR_SHARE = 0.06;

export const FEATURES: readonly Feature[] = [
  {
    code: 'FIRST_YEAR',
    titleZh: '入网不满一年',
    titleEn: 'First year with us',
    read: (view) => flag(tenureDays(view) < 365),
    tell: (view) => ({
      zh: `入网${monthsOf(tenureDays(view))}个月${tenureDays(view) < 365 ? '，不满一年' : ''}`,
      en: `With us for ${monthsOf(tenureDays(view))} months`,
    }),
  },
  {
    code: 'LONG_TENURE',
    titleZh: '入网五年以上',
    titleEn: 'Over five years with us',
    read: (view) => flag(tenureDays(view) > 5 * 365.25),
    tell: (view, value) => ({
      zh: `入网${years(view)}年${value > 0 ? '' : '，不满五年'}`,
      en: `With us for ${years(view)} years${value > 0 ? '' : ', less than five'}`,
    }),
  },
  {
    code: 'CONTRACT_RUNNING',
    titleZh: '合约期内',
    titleEn: 'Contract running',
    read: (view) => flag(contractDays(view) > CONTRACT_ENDING_DAYS),
    tell: (view, value) =>
      value > 0
        ? {
            zh: `合约还有${contractDays(view)}天`,
            en: `The contract runs for another ${contractDays(view)} days`,
          }
        : { zh: '无长期合约约束', en: 'No contract that runs for long' },
  },
  {
    code: 'CONTRACT_ENDING',
    titleZh: '合约三个月内到期',
    titleEn: 'Contract ends within three months',
    read: (view) => flag(contractDays(view) >= 0 && contractDays(view) <= CONTRACT_ENDING_DAYS),
    tell: (view, value) =>
      value > 0
        ? { zh: `合约还有${contractDays(view)}天到期`, en: `The contract ends in ${contractDays(view)} days` }
        : { zh: '近三个月无合约到期', en: 'No contract ends within three months' },
  },
  {
    code: 'USE_DOWN',
    titleZh: '近3个月使用量下降',
    titleEn: 'Use down over three months',
    read: (view) => Math.min(1, Math.max(-0.5, 1 - useRatio(view.months))),
    tell: (view) => change('近3个月使用量', 'Use of the last three months', useRatio(view.months)),
  },
  {
    code: 'DAYS_DOWN',
    titleZh: '近3个月使用天数下降',
    titleEn: 'Days of use down over three months',
    read: (view) => Math.min(1, Math.max(-0.5, 1 - ratio(view.months, ({ activeDays }) => activeDays))),
    tell: (view) =>
      change(
        '近3个月使用天数',
        'Days of use of the last three months',
        ratio(view.months, ({ activeDays }) => activeDays),
      ),
  },
  {
    code: 'BILL_SHOCK',
    titleZh: '近3个月账单突增',
    titleEn: 'Bill shock in three months',
    read: ({ months }) => flag(worstShock(months) > SHOCK_RATIO),
    tell: ({ months }, value) =>
      value > 0
        ? {
            zh: `近3个月账单最高为平时的${worstShock(months).toFixed(1)}倍`,
            en: `A bill of the last three months was ${worstShock(months).toFixed(1)} times the usual`,
          }
        : { zh: '近3个月账单平稳', en: 'Bills were steady for three months' },
  },
  {
    code: 'COMPLAINTS',
    titleZh: '投诉倾向',
    titleEn: 'Expected complaints',
    read: ({ complaintsAMonth }) => Math.min(MOST_COMPLAINTS_A_MONTH, complaintsAMonth),
    tell: (view) => {
      const count = view.customer.tickets.filter(
        (ticket) => ticket.complaintClass !== null && daysSince(ticket.acceptedAt, view.day) <= 365,
      ).length;
      return { zh: `近一年投诉${count}次`, en: `${count} complaints within a year` };
    },
  },
  {
    code: 'LATE_PAYER',
    titleZh: '逾期缴费比例',
    titleEn: 'Share of bills paid late',
    read: (view) => {
      const { late, bills } = lateBills(view);
      return (LATE_PRIOR_BILLS * LATE_PRIOR_SHARE + late) / (LATE_PRIOR_BILLS + bills);
    },
    tell: (view) => {
      const { late, bills } = lateBills(view);
      return {
        zh: `近${bills}期账单逾期${late}次`,
        en: `${late} of the last ${bills} bills were paid late`,
      };
    },
  },
  {
    code: 'SERVICES',
    titleZh: '在用业务数',
    titleEn: 'Services in use',
    read: (view) => Math.min(MOST_SERVICES, services(view)),
    tell: (view) => ({
      zh: `除主套餐外在用业务${services(view)}项`,
      en: `${services(view)} services in use besides the plan`,
    }),
  },
  {
    code: 'TIED',
    titleZh: '家庭或集团成员',
    titleEn: 'Member of a family or a unit',
    read: ({ customer }) => flag(customer.isTied),
    tell: (_, value) =>
      value > 0
        ? { zh: '家庭或集团成员', en: 'Member of a family or a unit' }
        : { zh: '不是家庭或集团成员', en: 'Member of no family or unit' },
  },
  {
    code: 'TICKET_OVERDUE',
    titleZh: '超时未决工单',
    titleEn: 'Ticket past its deadline',
    read: (view) => flag(overdueTickets(view) > 0),
    tell: (view) => ({
      zh: `超时未决工单${overdueTickets(view)}张`,
      en: `${overdueTickets(view)} tickets past their deadline`,
    }),
  },
  {
    code: 'DISSATISFIED',
    titleZh: '最近一次评价不满意',
    titleEn: 'Dissatisfied when last asked',
    read: (view) => flag(isDissatisfied(view)),
    tell: (_, value) =>
      value > 0
        ? { zh: '最近一次工单评价不满意', en: 'Dissatisfied with the last ticket' }
        : { zh: '最近无不满意评价', en: 'Not dissatisfied lately' },
  },
  {
    code: 'FIXED',
    titleZh: '固定电话或宽带',
    titleEn: 'Fixed line or broadband',
    read: ({ line }) => flag(!line.isMobile),
    tell: (_, value) =>
      value > 0
        ? { zh: '固定电话或宽带', en: 'Fixed line or broadband' }
        : { zh: '移动号码', en: 'Mobile line' },
  },
];

function years(view: LineView): number {
  return Math.floor(tenureDays(view) / 365.25);
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function change(zh: string, en: string, to: number): { zh: string; en: string } {
  const percent = Math.round(Math.abs(1 - to) * 100);
  return to <= 1
    ? { zh: `${zh}下降${percent}%`, en: `${en}: down by ${percent} %` }
    : { zh: `${zh}上升${percent}%`, en: `${en}: up by ${percent} %` };
}
