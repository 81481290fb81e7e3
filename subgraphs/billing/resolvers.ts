import { DateTime, Fen, LocalDate, LocalMonth } from '#kit/scalars';
import type { Resolvers } from '#schema/billing';
import { accountResolvers } from './resolvers/account.ts';
import { billResolvers } from './resolvers/bill.ts';
import { customerResolvers } from './resolvers/customer.ts';
import { subscriberResolvers } from './resolvers/subscriber.ts';

export const resolvers: Resolvers = {
  DateTime,
  Fen,
  LocalDate,
  LocalMonth,
  Query: {
    account: (_, { accountId }, { loaders }) => loaders.account.load(accountId),
    bill: (_, { billId }, { loaders }) => loaders.bill.load(billId),
  },
  ...customerResolvers,
  ...accountResolvers,
  ...billResolvers,
  ...subscriberResolvers,
};
