import { outOfReach } from '#kit/reach';
import type { Resolvers } from '#schema/billing';
import { billState, unpaidFen } from '../arrears.ts';
import { parseBillId, toBillId } from '../ids.ts';
import type { Context } from '../loaders.ts';
import type { Bill } from '../model.ts';

export const billResolvers: Pick<Resolvers, 'Bill'> = {
  Bill: {
    __resolveReference: ({ billId }, context) => billWithin(billId, context),
    billId: ({ accountId, month }) => toBillId(accountId, month),
    items: ({ accountId, month }, _, { loaders }) => loaders.billItems.load(toBillId(accountId, month)),
    unpaidFen: (bill) => unpaidFen(bill),
    state: (bill, _, { today }) => billState(bill, today),
  },
};

export async function billWithin(billId: string, { loaders, owners }: Context): Promise<Bill | null> {
  const key = parseBillId(billId);
  if (key === undefined) throw outOfReach();
  await owners.require('account', String(key.accountId));
  return loaders.bill.load(billId);
}
