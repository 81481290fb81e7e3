/** A VIP with a line, broadband and a card, and an ordinary customer. */
import type { Rows } from '#kit/testing/database';

const customer = (customer_id: number, document_number: string) => ({
  customer_id,
  name: `测试${customer_id}`,
  segment: 'PERSONAL',
  status: 'IN_NET',
  document_type: 'RESIDENT_ID',
  document_number,
  region_code: '510100',
  development_channel: 'RETAIL',
  language: 'MANDARIN',
  list_flag: 'NONE',
  opened_on: '2019-03-01',
  opened_by_staff_id: 'R100001',
  hobbies: '',
});

const line = (subscriber_id: number, customer_id: number) => ({
  subscriber_id,
  customer_id,
  account_id: 3_000 + customer_id,
  service_number: `13808000${subscriber_id}`,
  net_class: 'G4',
  brand_code: 'EASYOWN',
  status: 'ACTIVE',
  status_since_at: 0,
  opened_on: '2020-01-01',
  development_channel: 'RETAIL',
});

const holding = (subscriber_id: number) => ({
  subscriber_id,
  held_since_at: 0,
  held_until_at: null,
  service_number: `13808000${subscriber_id}`,
});

export const PEOPLE: Rows = {
  customer: [customer(1, '51019919900101011X'), customer(2, '510199199001010220')],
  subscriber: [line(201, 1), line(202, 2)],
  number_holding: [holding(201), holding(202)],
  broadband: [{ subscriber_id: 201, held_since_at: 0, held_until_at: null, account_name: 'kd201' }],
  membership: [
    {
      customer_id: 1,
      membership_id: 1,
      club: '全球通俱乐部',
      level: 'GOLD',
      card_number: 'VIP0001',
      valid_from: '2020-01-01',
      valid_until: '2030-01-01',
      points: 10,
    },
  ],
};
