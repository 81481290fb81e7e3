/** Rows of billing: ordinary ones, and what a test says of them. */
import type { Row } from '#kit/testing/database';

/** An ordinary account, and what a test says of it. */
export function accountRow(accountId: number, customerId: number, own: Row = {}): Row {
  return {
    account_id: accountId,
    customer_id: customerId,
    pay_mode: 'POSTPAID',
    pay_method: 'ONLINE',
    status: 'ACTIVE',
    credit_limit_fen: 10_000,
    cash_fen: 2_500,
    gift_fen: 500,
    current_charge_fen: 1_900,
    ...own,
  };
}

/** A bill paid in full, of a plan fee of 50 yuan and calls for 8, and what a test says of it. */
export function billRow(accountId: number, month: string, own: Row = {}): Row {
  return {
    account_id: accountId,
    month,
    issued_on: `${month}-28`,
    due_on: `${month}-30`,
    total_fen: 5_800,
    paid_fen: 5_800,
    items: '[["VOICE",800],["PLAN_FEE",5000]]',
    ...own,
  };
}

export function paymentRow(accountId: number, paymentId: number, paidAt: string, amountFen = 5_800): Row {
  return {
    account_id: accountId,
    paid_at: Date.parse(`${paidAt}:00+08:00`) / 1_000,
    payment_id: paymentId,
    amount_fen: amountFen,
    method: 'ONLINE',
  };
}

/** A month of ordinary use, and what a test says of it. */
export function usageRow(subscriberId: number, month: string, own: Row = {}): Row {
  return {
    subscriber_id: subscriberId,
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
    data_charge_fen: 80,
    data_plan_fee_fen: 500,
    charge_fen: 5_800,
    ...own,
  };
}

/** Days that add up to `usageRow`. */
export function daysRow(subscriber_id: number, month: string, own: Row = {}): Row {
  return {
    subscriber_id,
    month,
    daily_data: '[[0,100,0,0,0,0,0,0,200],[0,1500,0,0,0,0,0,0,500]]',
    daily_mms: '[[2,1,0,4],[9,1,1,0]]',
    ...own,
  };
}
