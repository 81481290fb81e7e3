/** A handful of made-up people, one for each thing that can be said of a customer. */
import type { Row, Rows } from '#kit/testing/database';

const at = (moment: string): number => Date.parse(moment) / 1_000;

export const customerRow = (customer_id: number, more: Row = {}): Row => ({
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
  ...more,
});

export const subscriberRow = (subscriber_id: number, customer_id: number, more: Row = {}): Row => ({
  subscriber_id,
  customer_id,
  account_id: 3000 + customer_id,
  service_number: `1380800${subscriber_id}`,
  net_class: 'G4',
  brand_code: 'EASYOWN',
  status: 'ACTIVE',
  status_since_at: at('2020-01-01T00:00:00+08:00'),
  opened_on: '2020-01-01',
  development_channel: 'RETAIL',
  ...more,
});

export const subscriptionRow = (
  subscriber_id: number,
  subscription_id: number,
  offer_id: number,
  more: Row = {},
): Row => ({
  subscriber_id,
  subscription_id,
  offer_id,
  started_on: '2025-01-01',
  channel: 'RETAIL',
  owner_type: 'PERSONAL',
  ...more,
});

const offerRow = (offer_id: number, kind: string, more: Row = {}): Row => ({
  offer_id,
  name: `产品${offer_id}`,
  kind,
  family: 'MOBILE',
  service_class: 'BASIC',
  monthly_fee_fen: 5_800,
  contract_months: 0,
  era: '2026',
  ...more,
});

const membershipRow = (membership_id: number, customer_id: number, more: Row = {}): Row => ({
  membership_id,
  customer_id,
  club: '全球通俱乐部',
  level: 'DIAMOND',
  card_number: `VIP${membership_id}`,
  valid_from: '2026-01-01',
  valid_until: '2026-12-31',
  points: 1_200,
  ...more,
});

/**
 * - 1001 VIP with a seat in unit 1009, two lines (one issued in Beijing), a manager
 * - 1002 ordinary; her number 13808002003 was 1003's before
 * - 1003 left; his line is closed
 * - 1004 prospect without lines; shares a contact phone with the unit
 * - 1005 fixed line with broadband, used by somebody else
 * - 1009 the unit, with members 1001, 1002 and 1005
 */
export const PEOPLE: Rows = {
  region: [
    { region_code: '510100', name: '成都市', province: '四川省', area_code: '028' },
    { region_code: '110000', name: '北京市', province: '北京市', area_code: '010' },
  ],
  number_segment: [
    { prefix: '1380800', operator: 'CHINA_MOBILE', region_code: '510100' },
    { prefix: '1390100', operator: 'CHINA_MOBILE', region_code: '110000' },
    { prefix: '0285', operator: 'CHINA_MOBILE', region_code: '510100' },
    { prefix: '130', operator: 'CHINA_UNICOM', region_code: null },
  ],
  brand: [
    { brand_code: 'GOTONE', name: '全球通', layer: 'GOTONE_CONTRACT' },
    { brand_code: 'EASYOWN', name: '神州行', layer: 'EASYOWN' },
  ],
  service_provider: [{ sp_code: 'SP01', name: '示例SP' }],
  staff: [
    { staff_id: 'V100001', name: '经理甲', role: 'VIP_MANAGER' },
    { staff_id: 'G100001', name: '经理乙', role: 'GROUP_MANAGER' },
  ],
  device_model: [{ model_id: 1, brand: '示例', model: 'X1', capabilities: 'GPRS,WAP,MMS' }],
  offer: [
    offerRow(1, 'PLAN', {
      brand_code: 'GOTONE',
      voice_minutes: 300,
      per_minute_fen: 15,
      per_sms_fen: 10,
      per_megabyte_fen: 0,
    }),
    offerRow(2, 'DATA_PLAN', { data_kilobytes: 1_048_576 }),
    offerRow(3, 'SP_SERVICE', { family: 'VALUE_ADDED', service_class: 'VALUE_ADDED' }),
    offerRow(4, 'PLAN'),
  ],
  customer: [
    customerRow(1001, {
      manager_staff_id: 'V100001',
      contact_phone: '13808009999',
      email: 'a.wang@example.com',
      address: '四川省成都市武侯区人民南路四段1号',
      mailing_address: '重庆市渝中区中山路2号',
      hobbies: '摄影,登山',
    }),
    customerRow(1002),
    customerRow(1003, { status: 'LEFT' }),
    customerRow(1004, { status: 'PROSPECT', contact_phone: '02855550000' }),
    customerRow(1005, { manager_staff_id: 'V100001', opened_by_staff_id: 'X999999' }),
    customerRow(1009, {
      name: '示例单位',
      segment: 'ENTERPRISE',
      document_type: 'BUSINESS_LICENCE',
      manager_staff_id: 'G100001',
      contact_phone: '02855550000',
    }),
  ],
  customer_relation: [
    { customer_id: 1001, other_customer_id: 1002, kind: 'FAMILY', since_on: '2021-05-01' },
    { customer_id: 1001, other_customer_id: 1005, kind: 'PAYS_FOR', since_on: null },
  ],
  membership: [
    membershipRow(41, 1001, {
      valid_from: '2025-01-01',
      valid_until: '2025-12-31',
      level: 'SUPREME',
      points: 9,
    }),
    membershipRow(42, 1001),
  ],
  group_customer: [
    {
      customer_id: 1009,
      unit_name: '示例单位',
      unit_level: 'A1',
      contact_name: '联系人',
      contact_phone: '02855550000',
    },
  ],
  group_member: [
    { customer_id: 1001, group_customer_id: 1009, position: '主任', key_person: 1 },
    { customer_id: 1002, group_customer_id: 1009, position: '职员', key_person: 0 },
    { customer_id: 1005, group_customer_id: 1009, position: '职员', key_person: 0 },
  ],
  account_ref: [
    { account_id: 4001, customer_id: 1001 },
    { account_id: 4002, customer_id: 1002 },
  ],
  subscriber: [
    subscriberRow(2001, 1001, { net_class: 'G5', brand_code: 'GOTONE', opened_on: '2019-03-01' }),
    subscriberRow(2002, 1001, {
      service_number: '13901002002',
      opened_on: '2024-02-29',
      ported_from: 'CHINA_UNICOM',
      ported_on: '2024-02-29',
    }),
    subscriberRow(2003, 1002),
    subscriberRow(2004, 1003, {
      service_number: '13808002003',
      status: 'CLOSED',
      status_since_at: at('2019-06-30T18:00:00+08:00'),
      opened_on: '2019-06-01',
    }),
    subscriberRow(2005, 1005, {
      service_number: '02855551234',
      net_class: 'FIXED',
      real_user_name: '使用人',
      real_user_customer_id: 1002,
    }),
  ],
  number_holding: [
    holding(2001, '13808002001', '2019-03-01T09:00:00+08:00'),
    holding(2002, '13901002002', '2024-02-29T09:00:00+08:00'),
    holding(2003, '13808002003', '2020-01-01T09:00:00+08:00'),
    holding(2004, '13808002003', '2019-06-01T09:00:00+08:00', '2019-06-30T18:00:00+08:00'),
    holding(2005, '02855551234', '2020-01-01T09:00:00+08:00'),
  ],
  broadband: [
    {
      subscriber_id: 2005,
      account_name: 'cd2855551234',
      held_since_at: at('2020-01-01T09:00:00+08:00'),
      held_until_at: null,
    },
  ],
  device: [{ subscriber_id: 2001, device_id: 'd00d', model_id: 1 }],
  subscription: [
    subscriptionRow(2001, 64001, 4, { started_on: '2019-03-01', ended_on: '2024-12-31' }),
    subscriptionRow(2001, 64002, 1, { contract_ends_on: '2026-12-31' }),
    subscriptionRow(2001, 64003, 2, { started_on: '2026-09-10', contract_ends_on: '2027-09-09' }),
    subscriptionRow(2001, 64004, 3, {
      started_on: '2026-08-01',
      ended_on: '2026-10-15',
      sp_code: 'SP01',
      contract_ends_on: '2030-01-01',
    }),
    subscriptionRow(2003, 64005, 4, { ended_on: '2026-11-20', opened_by_staff_id: 'R100001' }),
  ],
};

function holding(subscriber_id: number, service_number: string, since: string, until?: string): Row {
  return {
    subscriber_id,
    service_number,
    held_since_at: at(since),
    held_until_at: until === undefined ? null : at(until),
  };
}
