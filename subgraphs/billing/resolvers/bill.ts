import type { Resolvers } from '#schema/billing';
import { billState, unpaidFen } from '../arrears.ts';
import { toBillId } from '../ids.ts';

export const billResolvers: Pick<Resolvers, 'Bill'> = {
  Bill: {
    __resolveReference: ({ billId }, { loaders }) => loaders.bill.load(billId),
    billId: ({ accountId, month }) => toBillId(accountId, month),
    items: ({ accountId, month }, _, { loaders }) => loaders.billItems.load(toBillId(accountId, month)),
    unpaidFen: (bill) => unpaidFen(bill),
    state: (bill, _, { today }) => billState(bill, today),
  },
};
