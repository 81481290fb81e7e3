/** Statements for accounts, their bills and arrears, and what lines used. */
import {
  AVERAGE_MONTHS,
  firstBilledMonth,
  HALF_YEAR_MONTHS,
} from '../../../subgraphs/billing/consumption.ts';
import { addMonths } from '../../../subgraphs/kit/clock.ts';
import type {
  AccountBillRow,
  AccountRow,
  BillRow,
  MoneyRows,
  OwnedAccountRow,
  PayerRow,
  UsageRow,
} from '../billing.ts';
import type { Systems } from './systems.ts';

const ACCOUNT_COLUMNS = `account_id AS accountId, pay_mode AS payMode, a.status,
  cash_fen + gift_fen AS balanceFen, current_charge_fen AS currentChargeFen`;

export function prepareBilling(systems: Systems) {
  return {
    accounts: systems.prepare<[customer: number], AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM account a WHERE customer_id = ? ORDER BY account_id`,
    ),
    payer: systems.prepare<[account: number], PayerRow>(
      `SELECT ${ACCOUNT_COLUMNS}, a.customer_id AS customerId, customer.name AS customerName
       FROM account a LEFT JOIN customer ON customer.customer_id = a.customer_id WHERE account_id = ?`,
    ),
    // What is owed may be of any month, so that one read of an account's bills serves every figure.
    bills: systems.prepare<[account: number, from: string], BillRow>(
      `SELECT month, due_on AS dueOn, total_fen AS totalFen, paid_fen AS paidFen FROM bill
       WHERE account_id = ? AND (month >= ? OR paid_fen < total_fen) ORDER BY month DESC`,
    ),
    usage: systems.prepare<[subscriber: number, from: string], UsageRow>(
      `SELECT month, voice_minutes AS voiceMinutes, sms_count AS smsCount, cmwap_kilobytes AS cmwapKilobytes,
         cmnet_kilobytes AS cmnetKilobytes, charge_fen AS chargeFen
       FROM usage_month WHERE subscriber_id = ? AND month >= ? ORDER BY month DESC`,
    ),

    accountsOfMany: systems.prepare<[customers: string, payers: string], OwnedAccountRow>(
      `SELECT account_id AS accountId, customer_id AS customerId, current_charge_fen AS currentChargeFen
       FROM account WHERE customer_id IN (SELECT value FROM json_each(?))
         OR account_id IN (SELECT value FROM json_each(?)) ORDER BY account_id`,
    ),
    billsOfMany: systems.prepare<[accounts: string, from: string], AccountBillRow>(
      `SELECT account_id AS accountId, month, due_on AS dueOn, total_fen AS totalFen, paid_fen AS paidFen
       FROM bill WHERE account_id IN (SELECT value FROM json_each(?))
         AND (month >= ? OR paid_fen < total_fen) ORDER BY month DESC`,
    ),
  };
}

type Billing = ReturnType<typeof prepareBilling>;

/** Of one customer, and of who pays for the line that rang. */
export function readMoney(
  billing: Billing,
  customerId: number,
  payerAccountId: number,
  runningMonth: string,
): MoneyRows {
  const halfYear = firstBilledMonth(runningMonth, HALF_YEAR_MONTHS);
  const own = billing.accounts.all(customerId);
  const isOwn = own.some(({ accountId }) => accountId === payerAccountId);
  const other = isOwn ? undefined : billing.payer.get(payerAccountId);
  return {
    own,
    bills: own.map(({ accountId }) => billing.bills.all(accountId, halfYear)),
    other,
    otherBills: other ? billing.bills.all(payerAccountId, halfYear) : [],
  };
}

/** The running month of a line, and those that its mean charge is of. */
export function readUsage(billing: Billing, subscriberId: number, runningMonth: string): UsageRow[] {
  return billing.usage.all(subscriberId, addMonths(runningMonth, -AVERAGE_MONTHS));
}
