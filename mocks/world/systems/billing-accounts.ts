/** Accounts, their bills and what was paid, as the truth has them. */
import type { CreateSystemWriter, WorldAccount, WorldBill } from '../model.ts';

type Into = Parameters<CreateSystemWriter>[0];

export function createAccountWriter(into: Into): (customerId: number, account: WorldAccount) => void {
  const insertAccount = into('account', [
    'account_id',
    'customer_id',
    'pay_mode',
    'pay_method',
    'status',
    'credit_limit_fen',
    'cash_fen',
    'gift_fen',
    'current_charge_fen',
  ]);
  const insertBill = into('bill', [
    'account_id',
    'month',
    'issued_on',
    'due_on',
    'total_fen',
    'paid_fen',
    'items',
  ]);
  const insertPayment = into('payment', ['account_id', 'paid_at', 'payment_id', 'amount_fen', 'method']);

  return (customerId, account) => {
    const { accountId } = account;
    insertAccount([
      accountId,
      customerId,
      account.payMode,
      account.payMethod,
      account.status,
      account.creditLimitFen,
      account.cashFen,
      account.giftFen,
      account.currentChargeFen,
    ]);
    for (const bill of account.bills) {
      insertBill([
        accountId,
        bill.month,
        bill.issuedOn,
        bill.dueOn,
        bill.totalFen,
        bill.paidFen,
        itemsOf(bill, accountId),
      ]);
    }
    for (const { paidAt, paymentId, amountFen, method } of account.payments) {
      insertPayment([accountId, paidAt, paymentId, amountFen, method]);
    }
  };
}

function itemsOf({ month, items, totalFen }: WorldBill, accountId: number): string {
  const sum = items.reduce((total, [, amountFen]) => total + amountFen, 0);
  if (sum !== totalFen) throw new Error(`The bill of account ${accountId} for ${month} does not add up.`);
  return JSON.stringify(items);
}
