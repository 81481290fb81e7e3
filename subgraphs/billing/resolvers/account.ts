import { toDateTime } from '#kit/clock';
import type { Resolvers } from '#schema/billing';
import { requireWithin } from '../arguments.ts';
import { allowancesOf, moneyOf, parseBucketId } from '../buckets.ts';
import type { Context } from '../loaders.ts';
import type { Bucket } from '../model.ts';
import { halfYearOfAccounts } from './half-year.ts';

const MAX_PAYMENTS = 100;

export const accountResolvers: Pick<Resolvers, 'Account' | 'Payment' | 'Bucket'> = {
  Account: {
    __resolveReference: ({ accountId }, { loaders }) => loaders.account.load(accountId),

    customer: ({ customerId }) => ({ customerId }),
    balanceFen: ({ cashFen, giftFen }) => cashFen + giftFen,
    buckets: (account) => moneyOf(account),

    arrears: ({ accountId }, _, { loaders }) => loaders.arrears.load(accountId),

    bills: ({ accountId }, { months }, { loaders }) =>
      loaders.bills(requireWithin('months', months, 1, 24)).load(accountId),

    async payments({ accountId }, { months }, { loaders }) {
      const payments = await loaders.payments(requireWithin('months', months, 1, 24)).load(accountId);
      return payments.slice(0, MAX_PAYMENTS);
    },

    halfYearConsumption: (account, _, context, info) => halfYearOfAccounts([account], context, info),
  },

  Payment: {
    __resolveReference: ({ paymentId }, { loaders }) => loaders.payment.load(paymentId),
    paidAt: ({ paidAtSeconds }) => toDateTime(paidAtSeconds),
  },

  Bucket: {
    async __resolveReference({ bucketId }, { loaders }) {
      return (await bucketsBeside(bucketId, loaders)).find((bucket) => bucket.bucketId === bucketId) ?? null;
    },
  },
};

/** The buckets among which an id is to be found: its account's, or its line's of the running month. */
async function bucketsBeside(bucketId: string, loaders: Context['loaders']): Promise<Bucket[]> {
  const owner = parseBucketId(bucketId);
  if (owner === undefined) return [];
  if ('accountId' in owner) {
    const account = await loaders.account.load(owner.accountId);
    return account === null ? [] : moneyOf(account);
  }
  return (await loaders.usageMonths(1).load(owner.subscriberId)).flatMap(allowancesOf);
}
