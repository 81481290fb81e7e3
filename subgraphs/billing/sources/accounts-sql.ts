/** Accounts, from the billing replica. Read only. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Account } from '../model.ts';
import type { Checked } from './read-each.ts';

interface AccountRow {
  readonly account_id: number;
  readonly customer_id: number;
  readonly pay_mode: Account['payMode'];
  readonly pay_method: Account['payMethod'];
  readonly status: Account['status'];
  readonly credit_limit_fen: number;
  readonly cash_fen: number;
  readonly gift_fen: number;
  readonly current_charge_fen: number;
}

const COLUMNS = [
  'account_id',
  'customer_id',
  'pay_mode',
  'pay_method',
  'status',
  'credit_limit_fen',
  'cash_fen',
  'gift_fen',
  'current_charge_fen',
] as const satisfies readonly (keyof AccountRow)[];

export interface FoundAccounts {
  readonly byId: Checked<Account>;
  /** Those of a customer in order of id; a customer without any is absent. */
  readonly byCustomer: Checked<readonly Account[]>;
}

export interface AccountsSource {
  /** Accounts with these ids, and all of these customers. */
  byIdsOrCustomers(accountIds: readonly string[], customerIds: readonly string[]): Promise<FoundAccounts>;
}

export function createAccountsSource(db: Database): AccountsSource {
  // Each side finds its rows in an index of its own; of `or` MySQL may read the whole table.
  const either = db.prepare<{ ids: readonly number[]; customers: readonly number[] }, AccountRow>(
    (sql, { ids, customers }) =>
      sql('account')
        .select(COLUMNS)
        .where(db.oneOf('account_id', ids))
        .union(sql('account').select(COLUMNS).where(db.oneOf('customer_id', customers)))
        .orderBy('account_id'),
  );

  return {
    async byIdsOrCustomers(accountIds, customerIds) {
      const rows = await either({ ids: toIds(accountIds), customers: toIds(customerIds) });
      const accounts = rows.map(toAccount);
      return {
        byId: new Map(accounts.map((account) => [account.accountId, account])),
        byCustomer: Map.groupBy(accounts, ({ customerId }) => customerId),
      };
    },
  };
}

function toAccount(row: AccountRow): Account {
  return {
    accountId: String(row.account_id),
    customerId: String(row.customer_id),
    payMode: row.pay_mode,
    payMethod: row.pay_method,
    status: row.status,
    creditLimitFen: row.credit_limit_fen,
    cashFen: row.cash_fen,
    giftFen: row.gift_fen,
    currentChargeFen: row.current_charge_fen,
  };
}
