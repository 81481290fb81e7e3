/** Three customers, four accounts and two lines, on 20 November 2026. */
import type { Rows } from '#kit/testing/database';
import { reachRow } from '#kit/testing/reach';
import { accountRow, billRow, daysRow, paymentRow, usageRow } from './rows.ts';

const LATE = { paid_fen: 1_000, due_on: '2026-10-15' };
const NOT_DUE = { paid_fen: 0, due_on: '2026-11-20' };

export const EXAMPLE: Rows = {
  customer_reach: [1, 2, 3].map((id) => reachRow(id)),
  subscriber_ref: [100, 101, 102].map((subscriber_id) => ({ subscriber_id, customer_id: 1 })),
  customer_register: [{ customer_id: 1, registered_layer: 'GOTONE_VIP' }],
  account: [accountRow(10, 1), accountRow(11, 1, { gift_fen: 0 }), accountRow(20, 2), accountRow(30, 3)],
  bill: [
    ...['2026-03', '2026-04', '2026-05', '2026-06', '2026-08'].map((month) => billRow(10, month)),
    billRow(10, '2026-09', LATE),
    billRow(10, '2026-10', NOT_DUE),
    billRow(11, '2026-10'),
    billRow(20, '2026-09'),
    billRow(20, '2026-10', { items: '[["VOICE",800]]' }),
    billRow(30, '2026-10', {
      total_fen: 5_300,
      items: '[["PLAN_FEE",5000],["DATA",800],["DISCOUNT",-500]]',
    }),
  ],
  payment: [
    paymentRow(10, 1, '2026-04-30T23:59'),
    paymentRow(10, 2, '2026-05-01T00:00'),
    paymentRow(10, 3, '2026-11-02T08:00', 100),
  ],
  usage_month: [
    usageRow(100, '2026-07', { charge_fen: 90_000 }),
    usageRow(100, '2026-08', { charge_fen: 100 }),
    usageRow(100, '2026-09', { charge_fen: 100 }),
    usageRow(100, '2026-10', { charge_fen: 105 }),
    usageRow(100, '2026-11', { charge_fen: 70_000 }),
    usageRow(101, '2026-11'),
  ],
  usage_daily: [
    ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((month) => daysRow(100, month)),
    daysRow(101, '2026-11', { daily_data: '[[1],[1]]', daily_mms: 'not JSON' }),
  ],
  service_provider: [{ sp_code: 'SP1', name: '云雀资讯' }],
  sp_month: ['2026-08', '2026-11'].flatMap((month) =>
    ['SP1', 'SP2'].map((sp_code) => ({
      subscriber_id: 100,
      month,
      sp_code,
      uplink_sms: 1,
      downlink_sms: 2,
      downlink_wap: 3,
      downlink_mms: 4,
    })),
  ),
  ringback_month: ['2026-08', '2026-11'].map((month) => ({
    subscriber_id: 100,
    month,
    changes: 2,
    information_fee_fen: 400,
    function_fee_fen: 500,
  })),
  roaming_event: [
    ['2026-09-30', 0],
    ['2026-10-01', 0],
    ['2026-11-03', 0],
    ['2026-11-03', 1],
  ].map(([roamed_on = '', nth = 0]) => ({
    subscriber_id: 100,
    roamed_on,
    nth,
    cell: 'CD-0412',
    place: '绵阳市',
    fee_fen: 60,
  })),
  usage_detail: [
    {
      subscriber_id: 100,
      month: '2026-11',
      records: JSON.stringify([
        ['D', 3_600, 0, null, 900, 2_048],
        ['S', 7_200, 10, '15412345678'],
        ['V', 90_061, 30, '16400001234', 61],
        ['S', 100_000, 0, '10086'],
      ]),
    },
    { subscriber_id: 100, month: '2026-10', records: '[]' },
    { subscriber_id: 101, month: '2026-11', records: '[["X",1,0]]' },
  ],
};
