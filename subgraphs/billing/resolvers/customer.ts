import { afterCheck, checkedFields } from '#kit/shared-entities';
import type { Resolvers } from '#schema/billing';
import { requireWithin } from '../arguments.ts';
import { curveOf } from '../consumption.ts';
import type { Context } from '../loaders.ts';
import type { Customer } from '../model.ts';
import { billsOfAccounts, halfYearOfAccounts } from './half-year.ts';

const MAX_ACCOUNTS = 20;

const fields: NonNullable<Resolvers['Customer']> = {
  // To billing, a customer it has no account of owes and has nothing.
  __resolveReference: ({ customerId }, context) => afterCheck(check({ customerId }, context), { customerId }),

  async accounts({ customerId }, _, { loaders }) {
    return (await loaders.accountsOfCustomer.load(customerId)).slice(0, MAX_ACCOUNTS);
  },

  async arrearsFen({ customerId }, _, { loaders }) {
    const accounts = await loaders.accountsOfCustomer.load(customerId);
    const arrears = await Promise.all(accounts.map(({ accountId }) => loaders.arrears.load(accountId)));
    return arrears.reduce((sum, { amountFen }) => sum + amountFen, 0);
  },

  async balanceFen({ customerId }, _, { loaders }) {
    const accounts = await loaders.accountsOfCustomer.load(customerId);
    return accounts.reduce((sum, { cashFen, giftFen }) => sum + cashFen + giftFen, 0);
  },

  async halfYearConsumption({ customerId }, _, context, info) {
    const accounts = await context.loaders.accountsOfCustomer.load(customerId);
    return halfYearOfAccounts(accounts, context, info);
  },

  async consumptionCurve({ customerId }, { months }, { loaders }) {
    const within = requireWithin('months', months, 1, 24);
    const accounts = await loaders.accountsOfCustomer.load(customerId);
    return curveOf(await billsOfAccounts(accounts, within, loaders));
  },

  registeredLayer: ({ customerId }, _, { loaders }) => loaders.registeredLayer.load(customerId),
};

export const customerResolvers: Pick<Resolvers, 'Customer'> = { Customer: checkedFields(fields, check) };

function check({ customerId }: Customer, { owners }: Context): Promise<string> {
  return owners.require('customer', customerId);
}
