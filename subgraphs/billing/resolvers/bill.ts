import type { Resolvers } from '#schema/billing';
import { billState, unpaidFen } from '../arrears.ts';

export const billResolvers: Pick<Resolvers, 'Bill'> = {
  Bill: {
    __resolveReference: ({ billId }, { loaders }) => loaders.bill.load(billId),
    unpaidFen: (bill) => unpaidFen(bill),
    state: (bill, _, { today }) => billState(bill, today),
  },
};
