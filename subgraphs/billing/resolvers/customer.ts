import type { Resolvers } from '#schema/billing';
import { requireWithin } from '../arguments.ts';
import { arrearsOf } from '../arrears.ts';
import { curveOf, HALF_YEAR_MONTHS, halfYearOf } from '../consumption.ts';
import type { Context } from '../loaders.ts';
import type { Bill } from '../model.ts';

const MAX_ACCOUNTS = 20;

export const customerResolvers: Pick<Resolvers, 'Customer'> = {
  Customer: {
    // crm owns existence; to billing, a customer it has no account of owes and has nothing.
    __resolveReference: ({ customerId }) => ({ customerId }),

    async accounts({ customerId }, _, { loaders }) {
      return (await loaders.accountsOfCustomer.load(customerId)).slice(0, MAX_ACCOUNTS);
    },

    async arrearsFen({ customerId }, _, { loaders, today }) {
      const accounts = await loaders.accountsOfCustomer.load(customerId);
      const unpaid = await Promise.all(accounts.map(({ accountId }) => loaders.unpaidBills.load(accountId)));
      return arrearsOf(unpaid.flat(), today).amountFen;
    },

    async balanceFen({ customerId }, _, { loaders }) {
      const accounts = await loaders.accountsOfCustomer.load(customerId);
      return accounts.reduce((sum, { cashFen, giftFen }) => sum + cashFen + giftFen, 0);
    },

    async halfYearConsumption({ customerId }, _, { loaders, runningMonth }) {
      return halfYearOf(await billsOf(customerId, HALF_YEAR_MONTHS, loaders), runningMonth);
    },

    async consumptionCurve({ customerId }, { months }, { loaders }) {
      return curveOf(await billsOf(customerId, requireWithin('months', months, 1, 24), loaders));
    },

    registeredLayer: ({ customerId }, _, { loaders }) => loaders.registeredLayer.load(customerId),
  },
};

/** The last bills of all accounts of a customer. */
async function billsOf(customerId: string, months: number, loaders: Context['loaders']): Promise<Bill[]> {
  const accounts = await loaders.accountsOfCustomer.load(customerId);
  const bills = await Promise.all(accounts.map(({ accountId }) => loaders.bills(months).load(accountId)));
  return bills.flat();
}
