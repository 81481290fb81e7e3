import DataLoader from 'dataloader';
import type { ById } from '#kit/loader';
import type { Account } from './model.ts';
import type { AccountsSource } from './sources/accounts-sql.ts';

interface AccountsKey {
  readonly by: 'accountId' | 'customerId';
  readonly id: string;
}

/**
 * Accounts by id and by customer, in one statement for those asked for in the
 * same turn: who pays for a line is mostly the customer who is shown anyway.
 */
export function createAccountLoaders(source: AccountsSource): {
  readonly account: ById<Account | null>;
  readonly accountsOfCustomer: ById<readonly Account[]>;
} {
  const loader = new DataLoader<AccountsKey, readonly Account[], string>(
    async (keys) => {
      const found = await source.byIdsOrCustomers(idsOf(keys, 'accountId'), idsOf(keys, 'customerId'));
      return keys.map(({ by, id }) => {
        if (by === 'customerId') return found.byCustomer.get(id) ?? [];
        const account = found.byId.get(id);
        return account === undefined || account instanceof Error ? (account ?? []) : [account];
      });
    },
    { name: 'accounts', maxBatchSize: 1_000, cacheKeyFn: ({ by, id }) => `${by} ${id}` },
  );
  return {
    account: { load: async (id) => (await loader.load({ by: 'accountId', id }))[0] ?? null },
    accountsOfCustomer: { load: (id) => loader.load({ by: 'customerId', id }) },
  };
}

function idsOf(keys: readonly AccountsKey[], by: AccountsKey['by']): string[] {
  return keys.flatMap((key) => (key.by === by ? [key.id] : []));
}
