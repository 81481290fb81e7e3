/** People who work for the made-up operator, and systems that ask for its customers: one for each role. */
import type { Role } from '#kit/viewer';

export interface Persona {
  readonly id: string;
  readonly role: Role;
  /** 工号, or the id of a system. */
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  /** What they may see, in a sentence. */
  readonly sees: { readonly zh: string; readonly en: string };
  /** Claims beside those that every token has. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const EVERYWHERE = ['*'];
const SICHUAN_CHONGQING = ['51', '50'];
/** The diamond VIP of number 13808000002. */
const CUSTOMER = '100000001';

export const PERSONAS: readonly Persona[] = [
  {
    id: 'hotline-agent',
    role: 'HOTLINE_AGENT',
    subject: 'A000001',
    zh: '话务员 林小雨',
    en: 'Lin Xiaoyu, hotline agent',
    sees: { zh: '所有客户', en: 'Every customer' },
    claims: { regions: EVERYWHERE },
  },
  {
    id: 'vip-seat',
    role: 'VIP_SEAT',
    subject: 'A000002',
    zh: '大客户席 高文静',
    en: 'Gao Wenjing, VIP seat',
    sees: { zh: '所有客户', en: 'Every customer' },
    claims: { regions: EVERYWHERE },
  },
  {
    id: 'retail-clerk',
    role: 'RETAIL_CLERK',
    subject: 'R000001',
    zh: '营业员 陈立',
    en: 'Chen Li, retail clerk',
    sees: { zh: '只有成都的客户；可申请导出详单', en: 'Customers of Chengdu only; may ask for exports' },
    claims: { regions: ['5101'] },
  },
  {
    id: 'vip-manager',
    role: 'VIP_MANAGER',
    subject: 'V000001',
    zh: 'VIP客户经理 周明远',
    en: 'Zhou Mingyuan, VIP manager',
    sees: { zh: '只有自己名下的VIP客户', en: 'VIPs of the own portfolio only' },
    claims: {},
  },
  {
    id: 'group-manager',
    role: 'GROUP_MANAGER',
    subject: 'G000001',
    zh: '集团客户经理 许志强',
    en: 'Xu Zhiqiang, group-account manager',
    sees: { zh: '只有自己名下的集团及其成员', en: 'The own groups and their members only' },
    claims: {},
  },
  {
    id: 'supervisor',
    role: 'SUPERVISOR',
    subject: 'S000001',
    zh: '班长 何秀兰',
    en: 'He Xiulan, supervisor',
    sees: {
      zh: '四川、重庆的客户，姓名号码打码；审批导出，看统计',
      en: 'Customers of both provinces, names and numbers masked; approves exports, sees statistics',
    },
    claims: { regions: SICHUAN_CHONGQING },
  },
  {
    id: 'auditor',
    role: 'AUDITOR',
    subject: 'U000001',
    zh: '审计员 苏静',
    en: 'Su Jing, auditor',
    sees: { zh: '审计记录与统计，看不到客户', en: 'The audit trail and statistics, no customer' },
    claims: {},
  },
  {
    id: 'analyst',
    role: 'ANALYST',
    subject: 'N000001',
    zh: '分析员 罗开',
    en: 'Luo Kai, analyst',
    sees: { zh: '业务数据，看不到姓名、证件和号码', en: 'Business data without names, documents or numbers' },
    claims: { regions: SICHUAN_CHONGQING },
  },
  {
    id: 'ivr',
    role: 'IVR',
    subject: 'IVR000001',
    zh: '自动语音系统',
    en: 'IVR system',
    sees: { zh: '只有来电客户本人（13808000002）', en: 'The calling customer only (13808000002)' },
    claims: { customer_id: CUSTOMER },
  },
  {
    id: 'sms',
    role: 'SMS',
    subject: 'SMS000001',
    zh: '短信客服系统',
    en: 'SMS system',
    sees: { zh: '只有发短信的客户本人（13808000002）', en: 'The texting customer only (13808000002)' },
    claims: { customer_id: CUSTOMER },
  },
  {
    id: 'web-hall',
    role: 'WEB_HALL',
    subject: 'WEB000001',
    zh: '网上营业厅的客户',
    en: 'Customer in the web hall',
    sees: {
      zh: '只有自己（13808000002），以及谁看过自己的资料',
      en: 'Only themselves (13808000002), and who looked at their data',
    },
    claims: { customer_id: CUSTOMER },
  },
];
