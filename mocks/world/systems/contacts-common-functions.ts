/** Links of each channel's desktop 常用功能区 (V12), in its order. Paths are the operator's own. */
import type { ChannelCode } from '../model.ts';

interface Link {
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

const KNOWLEDGE: Link = { code: 'KNOWLEDGE_BASE', name: '知识库', path: '/knowledge' };
const CUSTOMER: Link = { code: 'CUSTOMER_SEARCH', name: '客户信息查询', path: '/customers' };
const TARIFFS: Link = { code: 'TARIFF_SEARCH', name: '资费查询', path: '/tariffs' };
const STORES: Link = { code: 'STORE_SEARCH', name: '网点查询', path: '/stores' };
const COVERAGE: Link = { code: 'COVERAGE_MAP', name: '网络覆盖查询', path: '/coverage' };
const TICKETS: Link = { code: 'TICKET_DESK', name: '工单处理', path: '/tickets' };
const ORDERS: Link = { code: 'ORDER_DESK', name: '业务受理', path: '/orders' };
const INVOICES: Link = { code: 'INVOICE_PRINT', name: '发票打印', path: '/invoices' };
const NUMBERS: Link = { code: 'NUMBER_POOL', name: '号码资源查询', path: '/numbers' };
const CONTRACTS: Link = { code: 'CONTRACT_ARCHIVE', name: '合同档案', path: '/contracts' };
const POINTS: Link = { code: 'POINTS_MALL', name: '积分商城', path: '/points' };
const NOTICES: Link = { code: 'NOTICES', name: '公告', path: '/notices' };
const SCRIPTS: Link = { code: 'CALL_SCRIPTS', name: '外呼脚本', path: '/scripts' };

const PHONE = [KNOWLEDGE, CUSTOMER, TARIFFS, STORES, COVERAGE, TICKETS, NOTICES];
const WRITTEN = [KNOWLEDGE, CUSTOMER, TARIFFS, TICKETS];

/** The voice menu has no desktop. */
export const COMMON_FUNCTIONS: Readonly<Partial<Record<ChannelCode, readonly Link[]>>> = {
  HOTLINE: PHONE,
  RETAIL: [CUSTOMER, ORDERS, TARIFFS, NUMBERS, INVOICES, KNOWLEDGE],
  VIP_MANAGER: [CUSTOMER, KNOWLEDGE, TARIFFS, POINTS, TICKETS],
  GROUP_MANAGER: [CUSTOMER, CONTRACTS, TARIFFS, KNOWLEDGE, TICKETS],
  SMS: WRITTEN,
  WEB: [TARIFFS, STORES, COVERAGE, POINTS],
  CLUB: [CUSTOMER, POINTS, STORES, KNOWLEDGE],
  OUTBOUND: [SCRIPTS, CUSTOMER, TARIFFS, KNOWLEDGE],
  FAX: WRITTEN,
  EMAIL: WRITTEN,
  MAIL: WRITTEN,
};
