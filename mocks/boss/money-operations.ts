/** Accounts, bills, arrears and payments. Mind the units: 厘 for balances, 分 for bills, 元 for arrears and payments. */
import { z } from 'zod';
import { jsonColumn } from '#kit/json-column';
import { ACCOUNT_STATES, codeOf, PAY_METHODS, PAY_MODES } from './codes.ts';
import { type Element, list, money, text } from './content.ts';
import { monthsAsked } from './months-asked.ts';
import type { Asked, Operations, Reply } from './operation.ts';
import type { Operator } from './operator.ts';
import { fromStamp, toCompact, toLi, toStamp, toYuan } from './wire-values.ts';

interface AccountRow {
  readonly account_id: number;
  readonly customer_id: number;
  readonly pay_mode: string;
  readonly pay_method: string;
  readonly status: string;
  readonly credit_limit_fen: number;
  readonly cash_fen: number;
  readonly gift_fen: number;
  readonly current_charge_fen: number;
}

interface BillRow {
  readonly month: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly total_fen: number;
  readonly paid_fen: number;
  /** JSON: `[[code, amount in 分], …]`. */
  readonly items: string;
}

interface PaymentRow {
  readonly payment_id: number;
  readonly paid_at: number;
  readonly amount_fen: number;
  readonly method: string;
}

const parseItems = jsonColumn('BOSS', 'bill items', z.array(z.tuple([z.string(), z.int()])));

/** Payments told at once. */
const MAX_PAYMENTS = 200;

export function createMoneyOperations({ billing, today }: Operator): Operations {
  const account = billing.prepare<[string], AccountRow>('select * from account where account_id = ?');
  const accountsOf = billing.prepare<[string], AccountRow>(
    'select * from account where customer_id = ? order by account_id',
  );
  const customer = billing.prepare<[string]>('select 1 from customer_reach where customer_id = ?');
  const bills = billing.prepare<[string, string, string], BillRow>(
    'select * from bill where account_id = ? and month between ? and ? order by month',
  );
  const unpaidBefore = billing.prepare<[string, string], BillRow>(
    'select * from bill where account_id = ? and month < ? and paid_fen < total_fen order by month',
  );
  const overdue = billing.prepare<[string, string], BillRow>(
    'select * from bill where account_id = ? and due_on < ? and paid_fen < total_fen order by due_on',
  );
  const payments = billing.prepare<[string, number, number], PaymentRow>(
    `select * from payment where account_id = ? and paid_at between ? and ?
     order by paid_at desc, payment_id desc limit ${MAX_PAYMENTS + 1}`,
  );

  function accounts(asked: Asked): Reply {
    const accountId = asked.get('AcctID');
    const customerId = asked.get('CustID');
    if (accountId && !customerId) {
      const row = account.get(accountId);
      return row === undefined ? '2009' : list('AcctNum', 'Acct', [accountElements(row)]);
    }
    if (!customerId || accountId) return '1001';
    if (customer.get(customerId) === undefined) return '2009';
    return list('AcctNum', 'Acct', accountsOf.all(customerId).map(accountElements));
  }

  function billsOf(asked: Asked): Reply {
    const accountId = asked.get('AcctID');
    const months = monthsAsked(asked);
    const withItems = asked.get('WithItem');
    const withUnpaid = asked.get('WithUnpaid') ?? '0';
    if (!accountId || !isFlag(withItems) || !isFlag(withUnpaid)) return '1001';
    if (typeof months === 'string') return months;
    if (account.get(accountId) === undefined) return '2009';
    const rows = bills.all(accountId, months.from, months.to);
    // After those asked for, so that nobody relies on an order that was never promised.
    if (withUnpaid === '1') rows.push(...unpaidBefore.all(accountId, months.from));
    return list(
      'BillNum',
      'Bill',
      rows.map((row) => billElements(row, withItems === '1')),
    );
  }

  function arrears(asked: Asked): Reply {
    const accountId = asked.get('AcctID');
    if (!accountId) return '1001';
    if (account.get(accountId) === undefined) return '2009';
    const rows = overdue.all(accountId, today);
    const owed = rows.reduce((sum, { total_fen, paid_fen }) => sum + total_fen - paid_fen, 0);
    return [money('ArrearageFee', toYuan(owed)), ...list('ArrearNum', 'Arrear', rows.map(arrearElements))];
  }

  function paymentsOf(asked: Asked): Reply {
    const accountId = asked.get('AcctID');
    const from = fromStamp(asked.get('BeginTime') ?? '');
    const to = fromStamp(asked.get('EndTime') ?? '');
    if (!accountId || from === undefined || to === undefined || from > to) return '1001';
    if (account.get(accountId) === undefined) return '2009';
    const rows = payments.all(accountId, from, to);
    return [
      ...list('PayNum', 'Pay', rows.slice(0, MAX_PAYMENTS).map(paymentElements)),
      text('MoreFlag', rows.length > MAX_PAYMENTS ? 1 : 0),
    ];
  }

  return {
    KF1004: { perform: accounts },
    KF1005: { perform: billsOf },
    KF1006: { perform: arrears },
    KF1010: { perform: paymentsOf },
  };
}

function isFlag(value: string | undefined): value is '0' | '1' {
  return value === '0' || value === '1';
}

function accountElements(row: AccountRow): readonly Element[] {
  return [
    text('AcctID', row.account_id),
    text('CustID', row.customer_id),
    text('PayMode', codeOf(PAY_MODES, row.pay_mode)),
    text('PayMethod', codeOf(PAY_METHODS, row.pay_method)),
    text('AcctStat', codeOf(ACCOUNT_STATES, row.status)),
    money('CreditVale', toLi(row.credit_limit_fen)),
    money('CashAmount', toLi(row.cash_fen)),
    money('GiftAmount', toLi(row.gift_fen)),
    money('CurrentFee', toLi(row.current_charge_fen)),
  ];
}

function billElements(row: BillRow, withItems: boolean): readonly Element[] {
  return [
    ...billDays(row),
    money('TotalFee', row.total_fen),
    money('PaidFee', row.paid_fen),
    ...(withItems ? list('ItemNum', 'Item', itemsOf(row)) : []),
  ];
}

function arrearElements(row: BillRow): readonly Element[] {
  return [...billDays(row), money('TotalFee', toYuan(row.total_fen)), money('PaidFee', toYuan(row.paid_fen))];
}

function billDays(row: BillRow): readonly Element[] {
  return [
    text('BillMonth', toCompact(row.month)),
    text('IssueDate', toCompact(row.issued_on)),
    text('DueDate', toCompact(row.due_on)),
  ];
}

function itemsOf({ items }: BillRow): (readonly Element[])[] {
  return parseItems(items).map(([code, fen]) => [text('ItemCode', code), money('ItemFee', fen)]);
}

function paymentElements(row: PaymentRow): readonly Element[] {
  return [
    text('PaySerial', row.payment_id),
    text('PayTime', toStamp(row.paid_at)),
    money('PayFee', toYuan(row.amount_fen)),
    text('PayMethod', codeOf(PAY_METHODS, row.method)),
  ];
}
