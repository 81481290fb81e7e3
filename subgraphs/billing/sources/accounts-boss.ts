/** Accounts, from BOSS (KF1004, invented). All amounts are 厘, also `CreditVale`, which is misspelt there. */
import type { Content } from '#kit/boss/content';
import { fenOfLi, id, oneOf } from '#kit/boss/units';
import type { Account } from '../model.ts';
import type { AccountsSource } from './accounts-sql.ts';
import { askEach, type BossOf, payMethod } from './boss-ask.ts';

const payMode = oneOf({ 0: 'PREPAID', 1: 'POSTPAID' } as const);
const status = oneOf({ 1: 'ACTIVE', 2: 'IN_ARREARS', 3: 'CLOSED' } as const);

export function createAccountsSource(of: BossOf): AccountsSource {
  return {
    async byIdsOrCustomers(accountIds, customerIds) {
      const [byId, byCustomer] = await Promise.all([
        askEach(of, accountIds, async (accountId, ask) => {
          const content = await ask('KF1004', { AcctID: accountId });
          return onlyAccount(content, accountId);
        }),
        askEach(of, customerIds, async (customerId, ask) => {
          const accounts = accountsOf(await ask('KF1004', { CustID: customerId }), customerId);
          return accounts.length === 0 ? null : accounts;
        }),
      ]);
      return { byId, byCustomer };
    },
  };
}

/** An answer about somebody else is never passed on. */
function onlyAccount(content: Content, accountId: string): Account {
  const [account, ...others] = readAccounts(content);
  if (account?.accountId !== accountId || others.length > 0)
    throw content.malformed('It is another account.');
  return account;
}

function accountsOf(content: Content, customerId: string): Account[] {
  const accounts = readAccounts(content);
  if (accounts.some((account) => account.customerId !== customerId)) {
    throw content.malformed('An account is of another customer.');
  }
  if (new Set(accounts.map(({ accountId }) => accountId)).size !== accounts.length) {
    throw content.malformed('An account is there twice.');
  }
  return accounts.toSorted((a, b) => Number(a.accountId) - Number(b.accountId));
}

function readAccounts(content: Content): Account[] {
  return content.list('AcctNum', 'Acct').map((each) => ({
    accountId: each.value('AcctID', id),
    customerId: each.value('CustID', id),
    payMode: each.value('PayMode', payMode),
    payMethod: each.value('PayMethod', payMethod),
    status: each.value('AcctStat', status),
    creditLimitFen: each.value('CreditValue', fenOfLi),
    cashFen: each.value('CashAmount', fenOfLi),
    giftFen: each.value('GiftAmount', fenOfLi),
    currentChargeFen: each.value('CurrentFee', fenOfLi),
  }));
}
