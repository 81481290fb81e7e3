/** Two customers of different places who have to do with each other, and the unit of one. */
import type { Row, Rows } from '#kit/testing/database';
import { customerRow, PEOPLE, subscriberRow, subscriptionRow } from './people.ts';

/** In everything that is told of customer 1, his line, his unit, and of nobody else. */
export const CANARY = 'CANARY';

const elsewhere: Row = { region_code: '110100' };

/**
 * - 1 of Chengdu, whom V000001 looks after, with a line, and a seat in unit 9
 * - 2 of Beijing, whom V000002 looks after; tied to 1, who uses her line
 * - 3 of Beijing, with a seat in the same unit
 * - 9 the unit, of Chengdu, which G000001 looks after
 */
export const NEIGHBOURS: Rows = {
  ...PEOPLE,
  staff: ['V000001', 'V000002', 'G000001'].map((staff_id) => ({
    staff_id,
    name: '经理',
    role: 'VIP_MANAGER',
  })),
  customer: [
    customerRow(1, {
      name: CANARY,
      document_number: 'D1',
      manager_staff_id: 'V000001',
      contact_phone: '02800000001',
      email: 'one@example.com',
    }),
    customerRow(2, { ...elsewhere, manager_staff_id: 'V000002' }),
    customerRow(3, elsewhere),
    customerRow(9, {
      name: `${CANARY}单位`,
      segment: 'ENTERPRISE',
      manager_staff_id: 'G000001',
      contact_phone: '02800000009',
    }),
  ],
  customer_relation: [
    { customer_id: 1, other_customer_id: 2, kind: 'FAMILY', since_on: null },
    { customer_id: 2, other_customer_id: 1, kind: 'FAMILY', since_on: null },
    { customer_id: 2, other_customer_id: 3, kind: 'FAMILY', since_on: null },
  ],
  membership: [
    {
      membership_id: 100,
      customer_id: 1,
      club: CANARY,
      level: 'GOLD',
      card_number: 'CARD0001',
      valid_from: '2026-01-01',
      valid_until: '2026-12-31',
      points: 1,
    },
  ],
  group_customer: [
    {
      customer_id: 9,
      unit_name: `${CANARY}单位`,
      unit_level: 'A1',
      contact_name: CANARY,
      contact_phone: '02800000009',
    },
  ],
  group_member: [1, 3].map((customer_id) => ({
    customer_id,
    group_customer_id: 9,
    position: '职员',
    key_person: 0,
  })),
  account_ref: [{ account_id: 31, customer_id: 1 }],
  subscriber: [
    subscriberRow(10, 1, { service_number: '02800010001', net_class: 'FIXED' }),
    subscriberRow(20, 2, {
      service_number: '13900020002',
      real_user_name: CANARY,
      real_user_customer_id: 1,
    }),
  ],
  number_holding: [
    { subscriber_id: 10, service_number: '02800010001', held_since_at: 1, held_until_at: null },
    { subscriber_id: 20, service_number: '13900020002', held_since_at: 1, held_until_at: null },
  ],
  broadband: [{ subscriber_id: 10, account_name: 'kd02800010001', held_since_at: 1, held_until_at: null }],
  device_model: [{ model_id: 1, brand: CANARY, model: 'X1', capabilities: 'GPRS' }],
  device: [{ subscriber_id: 10, device_id: 'd1', model_id: 1 }],
  subscription: [subscriptionRow(10, 1000, 1, { started_on: '2026-02-03' })],
};
