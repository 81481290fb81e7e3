/**
 * What every source of billing is tested with, on 20 November 2026: known
 * amounts, some of them odd, so that a wrong unit shows.
 */
import type { Rows } from '#kit/testing/database';
import { reachRow } from '#kit/testing/reach';
import { accountRow, billRow, paymentRow, usageRow } from './rows.ts';

/** More than BOSS tells at once, two a minute from midnight on. */
export const MANY_PAYMENTS = 450;
/** More than two pages of BOSS. */
export const MANY_RECORDS = 450;

export const CONTRACT_ROWS: Rows = {
  customer_reach: [1, 2, 3].map((id) => reachRow(id)),
  subscriber_ref: [100, 101, 102].map((subscriber_id) => ({ subscriber_id, customer_id: 1 })),
  customer_register: [
    { customer_id: 1, registered_layer: 'GOTONE_VIP' },
    { customer_id: 2, registered_layer: 'LOCAL_BRAND' },
  ],
  account: [
    accountRow(10, 1, {
      pay_mode: 'PREPAID',
      pay_method: 'RECHARGE_CARD',
      status: 'IN_ARREARS',
      credit_limit_fen: 0,
      cash_fen: 12_345,
      gift_fen: 7,
      current_charge_fen: -1,
    }),
    accountRow(11, 1),
    accountRow(20, 2, { pay_method: 'BANK_DEBIT', status: 'CLOSED' }),
  ],
  bill: [
    billRow(10, '2025-01', { paid_fen: 5_800, total_fen: 5_801, items: '[["VOICE",801],["PLAN_FEE",5000]]' }),
    billRow(10, '2026-08'),
    billRow(10, '2026-09', { paid_fen: 1_000, due_on: '2026-10-15' }),
    billRow(10, '2026-10', {
      total_fen: 5_300,
      paid_fen: 0,
      due_on: '2026-11-20',
      items: '[["PLAN_FEE",5000],["DATA",800],["DISCOUNT",-500]]',
    }),
    billRow(11, '2026-10', { total_fen: 0, paid_fen: 0, items: '[]' }),
    billRow(20, '2026-10', { items: '[["VOICE",800]]' }),
  ],
  payment: [
    paymentRow(10, 1, '2026-05-01T00:00', 1),
    paymentRow(10, 2, '2026-11-02T08:00', 12_345),
    paymentRow(10, 3, '2026-11-02T08:00', 100),
    paymentRow(10, 4, '2026-11-20T09:59', 5),
    ...Array.from({ length: MANY_PAYMENTS }, (_, at) => {
      const minute = Math.floor(at / 2);
      const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
      return paymentRow(20, at + 1, `2026-10-01T${time}`, 100 + at);
    }),
  ],
  usage_month: [
    usageRow(100, '2026-09', { charge_fen: 1 }),
    usageRow(100, '2026-10', { data_charge_fen: 0, data_plan_fee_fen: 3_005 }),
    usageRow(100, '2026-11', { cmnet_kilobytes: 20_971_521, data_allowance_kilobytes: 10_485_760 }),
    usageRow(101, '2026-11'),
  ],
  usage_detail: [
    {
      subscriber_id: 100,
      month: '2026-11',
      records: JSON.stringify([
        ['D', 0, 0, null, 900, 2_048],
        ['S', 7_200, 10, '15412345678'],
        ['V', 90_061, 31, '16400001234', 61],
        ['S', 100_000, 0, '10086'],
        ...Array.from({ length: MANY_RECORDS - 4 }, (_, at) => ['M', 200_000 + at, at, '15412345678']),
      ]),
    },
    { subscriber_id: 100, month: '2026-10', records: '[]' },
  ],
};

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
