/** Accounts, from the billing replica. Read only. */
import type { Knex } from 'knex';
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Account } from '../model.ts';

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

export interface AccountsSource {
  byIds(accountIds: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  /** Accounts in order of id; a customer without any is absent. */
  byCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, readonly Account[]>>;
}

export function createAccountsSource(db: Database): AccountsSource {
  const byIds = db.prepare<{ ids: readonly number[] }, AccountRow>((sql, { ids }) =>
    selectAccounts(sql).where(db.oneOf('account_id', ids)),
  );
  const byCustomers = db.prepare<{ ids: readonly number[] }, AccountRow>((sql, { ids }) =>
    selectAccounts(sql).where(db.oneOf('customer_id', ids)).orderBy(['customer_id', 'account_id']),
  );

  return {
    async byIds(accountIds) {
      const rows = await byIds({ ids: toIds(accountIds) });
      return new Map(rows.map((row) => [String(row.account_id), toAccount(row)]));
    },
    async byCustomers(customerIds) {
      const rows = await byCustomers({ ids: toIds(customerIds) });
      return Map.groupBy(rows.map(toAccount), ({ customerId }) => customerId);
    },
  };
}

function selectAccounts(sql: Knex): Knex.QueryBuilder {
  return sql('account').select(
    'account_id',
    'customer_id',
    'pay_mode',
    'pay_method',
    'status',
    'credit_limit_fen',
    'cash_fen',
    'gift_fen',
    'current_charge_fen',
  );
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
