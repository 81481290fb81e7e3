/**
 * A few customers, in crm and billing alike, on 20 November 2026:
 *
 * - 1001 with a diamond card and two lines, one in use since before the number
 *   13808002003 was hers; account 4001 owes for August and September
 * - 1002 who held 13808002003 before; account 4002, prepaid, nothing billed
 * - 1003 without lines, nowhere registered
 */
import type { Row, Rows } from '#kit/testing/database';

export const NOW = '2026-11-20T10:00:00+08:00';

const at = (moment: string): number => Date.parse(`${moment}:00+08:00`) / 1_000;

const customerRow = (customer_id: number, own: Row = {}): Row => ({
  customer_id,
  name: `测试${customer_id}`,
  segment: 'PERSONAL',
  status: 'IN_NET',
  document_type: 'RESIDENT_ID',
  document_number: `5101991990010${customer_id}`,
  region_code: '510100',
  development_channel: 'RETAIL',
  language: 'MANDARIN',
  list_flag: 'NONE',
  opened_on: '2019-03-01',
  opened_by_staff_id: 'R100001',
  hobbies: '',
  ...own,
});

const lineRow = (subscriber_id: number, customer_id: number, own: Row = {}): Row => ({
  subscriber_id,
  customer_id,
  account_id: 3_000 + customer_id,
  service_number: `1380800${subscriber_id}`,
  net_class: 'G5',
  brand_code: 'GOTONE',
  status: 'ACTIVE',
  status_since_at: at('2020-01-01T09:00'),
  opened_on: '2020-01-01',
  development_channel: 'RETAIL',
  ...own,
});

const holdingRow = (subscriber_id: number, number: string, since: string, until?: string): Row => ({
  subscriber_id,
  service_number: number,
  held_since_at: at(since),
  held_until_at: until === undefined ? null : at(until),
});

const subscriptionRow = (subscription_id: number, offer_id: number, own: Row = {}): Row => ({
  subscriber_id: 2_001,
  subscription_id,
  offer_id,
  started_on: '2025-01-01',
  channel: 'RETAIL',
  owner_type: 'PERSONAL',
  ...own,
});

const offerRow = (offer_id: number, kind: string): Row => ({
  offer_id,
  name: `产品<${offer_id}>&`,
  kind,
  family: 'MOBILE',
  service_class: 'BASIC',
  monthly_fee_fen: 5_800,
  contract_months: 0,
  era: '5G',
});

const cardRow = (membership_id: number, level: string, own: Row = {}): Row => ({
  membership_id,
  customer_id: 1_001,
  club: '全球通俱乐部',
  level,
  card_number: `VIP${membership_id}`,
  valid_from: '2026-01-01',
  valid_until: '2026-12-31',
  points: 1_200,
  ...own,
});

export const CRM: Rows = {
  customer: [
    customerRow(1_001, { address: '四川省成都市武侯区人民南路四段1号' }),
    customerRow(1_002, { status: 'LEFT', document_number: '51019919900101001X' }),
    customerRow(1_003, { document_number: '51019919900101001X', document_type: 'PASSPORT' }),
  ],
  membership: [
    cardRow(41, 'DIAMOND'),
    cardRow(42, 'SILVER'),
    cardRow(43, 'SUPREME', { valid_until: '2026-11-19' }),
  ],
  subscriber: [
    lineRow(2_001, 1_001),
    lineRow(2_002, 1_001, { service_number: '13808002003', status: 'SUSPENDED', account_id: 4_444 }),
    lineRow(2_003, 1_002, { status: 'CLOSED' }),
  ],
  number_holding: [
    holdingRow(2_001, '13808002001', '2020-01-01T09:00'),
    holdingRow(2_002, '13808002003', '2024-01-01T09:00'),
    holdingRow(2_003, '13808002003', '2019-06-01T09:00', '2023-06-30T18:00'),
    holdingRow(2_003, '13808002004', '2018-06-01T09:00', '2019-05-31T18:00'),
  ],
  offer: [offerRow(1, 'PLAN'), offerRow(2, 'DATA_PLAN'), offerRow(3, 'PLAN')],
  subscription: [
    subscriptionRow(64_001, 3, { ended_on: '2026-11-19' }),
    subscriptionRow(64_002, 1),
    subscriptionRow(64_003, 2, { started_on: '2026-09-10', ended_on: '2026-11-20' }),
    subscriptionRow(64_004, 3, { started_on: '2026-12-01' }),
  ],
};

const accountRow = (account_id: number, customer_id: number, own: Row = {}): Row => ({
  account_id,
  customer_id,
  pay_mode: 'POSTPAID',
  pay_method: 'ONLINE',
  status: 'IN_ARREARS',
  credit_limit_fen: 10_000,
  cash_fen: 2_505,
  gift_fen: 500,
  current_charge_fen: 1_900,
  ...own,
});

const billRow = (month: string, due_on: string, own: Row = {}): Row => ({
  account_id: 4_001,
  month,
  issued_on: `${month}-28`,
  due_on,
  total_fen: 5_805,
  paid_fen: 5_805,
  items: '[["VOICE",805],["PLAN_FEE",5000]]',
  ...own,
});

const usageRow = (month: string): Row => ({
  subscriber_id: 2_001,
  month,
  voice_minutes: 120,
  sms_count: 10,
  mms_count: 3,
  cmwap_kilobytes: 300,
  cmnet_kilobytes: 2_000,
  value_added_kilobytes: 100,
  active_days: 20,
  voice_allowance: 200,
  sms_allowance: 0,
  data_allowance_kilobytes: 1_500,
  data_charge_fen: 81,
  data_plan_fee_fen: 500,
  charge_fen: 5_805,
});

const RECORDS = [
  ['D', 3_600, 0, null, 900, 2_048],
  ['S', 7_200, 10, '15412345678'],
  ['V', 90_061, 31, '16400001234', 61],
  ['M', 100_000, 0, '10086'],
] as const;

/** Payments of account 4002: more than are told at once, a minute apart. */
const PAYMENTS = Array.from({ length: 201 }, (_, nth) => ({
  account_id: 4_002,
  payment_id: nth,
  paid_at: at('2026-10-01T00:00') + nth * 60,
  amount_fen: 100,
  method: 'CASH',
}));

export const BILLING: Rows = {
  customer_reach: [1_001, 1_002, 1_003].map((customer_id) => ({ customer_id, region_code: '510100' })),
  subscriber_ref: [
    { subscriber_id: 2_001, customer_id: 1_001 },
    { subscriber_id: 2_003, customer_id: 1_002 },
  ],
  customer_register: [
    { customer_id: 1_001, registered_layer: 'GOTONE_VIP' },
    { customer_id: 1_002, registered_layer: 'LOCAL_BRAND' },
  ],
  account: [
    accountRow(4_001, 1_001),
    accountRow(4_002, 1_002, { pay_mode: 'PREPAID', pay_method: 'RECHARGE_CARD', status: 'CLOSED' }),
  ],
  bill: [
    billRow('2026-07', '2026-08-15'),
    billRow('2026-08', '2026-09-15', { paid_fen: 800 }),
    billRow('2026-09', '2026-11-19', { paid_fen: 0 }),
    billRow('2026-10', '2026-11-20', { paid_fen: 0 }),
  ],
  payment: [
    {
      account_id: 4_001,
      payment_id: 7,
      paid_at: at('2026-11-02T08:00'),
      amount_fen: 100_005,
      method: 'BANK_DEBIT',
    },
    ...PAYMENTS,
  ],
  usage_month: ['2026-09', '2026-11'].map(usageRow),
  usage_detail: [
    { subscriber_id: 2_001, month: '2026-11', records: JSON.stringify(RECORDS) },
    { subscriber_id: 2_001, month: '2026-10', records: '[]' },
  ],
};
