import { DateTime, Fen, LocalDate, LocalMonth } from '#kit/scalars';
import type { Resolvers } from '#schema/billing';
import { accountResolvers, accountWithin } from './resolvers/account.ts';
import { billResolvers, billWithin } from './resolvers/bill.ts';
import { customerResolvers } from './resolvers/customer.ts';
import { subscriberResolvers } from './resolvers/subscriber.ts';

export const resolvers: Resolvers = {
  DateTime,
  Fen,
  LocalDate,
  LocalMonth,
  Query: {
    account: (_, { accountId }, context) => accountWithin(accountId, context),
    bill: (_, { billId }, context) => billWithin(billId, context),
  },
  ...customerResolvers,
  ...accountResolvers,
  ...billResolvers,
  ...subscriberResolvers,
};
