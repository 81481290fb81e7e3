/** Statements for accounts, their bills and arrears, and what lines used. */
import {
  AVERAGE_MONTHS,
  firstBilledMonth,
  HALF_YEAR_MONTHS,
} from '../../../subgraphs/billing/consumption.ts';
import { addMonths } from '../../../subgraphs/kit/clock.ts';
import type { AccountBillRow, BillRow, MoneyRows, OwnedAccountRow, PayerRow, UsageRow } from '../billing.ts';
import { OWNERS, type Server } from './server.ts';

/** An account comes once for each of its bills, and once with nulls when it has none. */
type BilledAccountRow = PayerRow & (BillRow | { readonly month: null });

export function prepareBilling({ names: { crm, billing }, prepare }: Server) {
  const billColumns = 'b.month, b.due_on AS dueOn, b.total_fen AS totalFen, b.paid_fen AS paidFen';
  // Who pays for a line is in crm.
  const ownersOrPayers = `(
      SELECT a.account_id FROM ${OWNERS} STRAIGHT_JOIN ${billing}.account a ON a.customer_id = owner.customer_id
      UNION
      SELECT s.account_id FROM ${OWNERS} STRAIGHT_JOIN ${crm}.subscriber s ON s.customer_id = owner.customer_id
    ) paying`;

  return {
    accounts: prepare<[from: string, customer: number, payer: number], BilledAccountRow>(
      `SELECT a.account_id AS accountId, a.pay_mode AS payMode, a.status, a.cash_fen + a.gift_fen AS balanceFen,
         a.current_charge_fen AS currentChargeFen, a.customer_id AS customerId, c.name AS customerName,
         ${billColumns}
       FROM ${billing}.account a
       LEFT JOIN ${crm}.customer c ON c.customer_id = a.customer_id
       LEFT JOIN ${billing}.bill b ON b.account_id = a.account_id AND (b.month >= ? OR b.paid_fen < b.total_fen)
       WHERE a.customer_id = ? OR a.account_id = ? ORDER BY a.account_id, b.month DESC`,
    ),
    usage: prepare<[subscriber: number, from: string], UsageRow>(
      `SELECT month, voice_minutes AS voiceMinutes, sms_count AS smsCount, cmwap_kilobytes AS cmwapKilobytes,
         cmnet_kilobytes AS cmnetKilobytes, charge_fen AS chargeFen
       FROM ${billing}.usage_month WHERE subscriber_id = ? AND month >= ? ORDER BY month DESC`,
    ),

    accountsOfMany: prepare<[customers: string, customers: string], OwnedAccountRow>(
      `SELECT a.account_id AS accountId, a.customer_id AS customerId, a.current_charge_fen AS currentChargeFen
       FROM ${ownersOrPayers} STRAIGHT_JOIN ${billing}.account a ON a.account_id = paying.account_id
       ORDER BY a.account_id`,
    ),
    billsOfMany: prepare<[customers: string, customers: string, from: string], AccountBillRow>(
      `SELECT b.account_id AS accountId, ${billColumns}
       FROM ${ownersOrPayers} STRAIGHT_JOIN ${billing}.bill b ON b.account_id = paying.account_id
       WHERE b.month >= ? OR b.paid_fen < b.total_fen ORDER BY b.month DESC`,
    ),
  };
}

type Billing = ReturnType<typeof prepareBilling>;

/** Of one customer, and of who pays for the line that rang. */
export async function readMoney(
  billing: Billing,
  customerId: number,
  payerAccountId: number,
  runningMonth: string,
): Promise<MoneyRows> {
  const halfYear = firstBilledMonth(runningMonth, HALF_YEAR_MONTHS);
  const rows = await billing.accounts(halfYear, customerId, payerAccountId);
  const own: PayerRow[] = [];
  const bills: BillRow[][] = [];
  let other: PayerRow | undefined;
  const otherBills: BillRow[] = [];
  for (const row of rows) {
    const isOwn = row.customerId === customerId;
    if (isOwn && own.at(-1)?.accountId !== row.accountId) {
      own.push(row);
      bills.push([]);
    }
    if (!isOwn) other = row;
    if (row.month !== null) (isOwn ? bills.at(-1) : otherBills)?.push(row);
  }
  return { own, bills, other, otherBills };
}

/** The running month of a line, and those that its mean charge is of. */
export function readUsage(billing: Billing, subscriberId: number, runningMonth: string): Promise<UsageRow[]> {
  return billing.usage(subscriberId, addMonths(runningMonth, -AVERAGE_MONTHS));
}
