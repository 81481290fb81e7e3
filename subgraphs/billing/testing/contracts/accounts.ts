import { expect, it } from '@jest/globals';
import type { Account } from '../../model.ts';
import type { AccountsSource } from '../../sources/accounts-sql.ts';
import { tells } from './tells.ts';

const ODD: Account = {
  accountId: '10',
  customerId: '1',
  payMode: 'PREPAID',
  payMethod: 'RECHARGE_CARD',
  status: 'IN_ARREARS',
  creditLimitFen: 0,
  cashFen: 12_345,
  giftFen: 7,
  currentChargeFen: -1,
};

/** What any source of accounts does with the contract's rows. */
export function accountsContract(source: () => AccountsSource): void {
  it('finds an account by its id, to the 分', async () => {
    const { byId, byCustomer } = await source().byIdsOrCustomers(['10'], []);
    expect(byId.get('10')).toEqual(ODD);
    expect(byCustomer.get('2')).toBeUndefined();
  });

  it('finds all accounts of a customer, in order of id', async () => {
    const { byCustomer } = await source().byIdsOrCustomers([], ['1', '2']);
    expect(byCustomer.get('1')).toMatchObject([{ accountId: '10' }, { accountId: '11' }]);
    expect(byCustomer.get('2')).toMatchObject([
      { accountId: '20', payMode: 'POSTPAID', payMethod: 'BANK_DEBIT', status: 'CLOSED', cashFen: 2_500 },
    ]);
  });

  it('finds both at once', async () => {
    const { byId, byCustomer } = await source().byIdsOrCustomers(['20', '11'], ['1']);
    expect([byId.get('20'), byId.get('11'), byCustomer.get('1')]).toMatchObject([
      { accountId: '20' },
      { accountId: '11' },
      [{ accountId: '10' }, { accountId: '11' }],
    ]);
  });

  it('leaves out who has none and what is no id, and tells nothing of whom it does not know', async () => {
    const { byId, byCustomer } = await source().byIdsOrCustomers(
      ['99', '010', 'x', ''],
      ['3', '99', "1' or '1"],
    );
    expect(['010', 'x', ''].filter((id) => byId.has(id))).toEqual([]);
    expect(['3', "1' or '1"].filter((id) => byCustomer.has(id))).toEqual([]);
    expect([tells(byId, '99'), tells(byCustomer, '99')]).toEqual([false, false]);
  });
}
