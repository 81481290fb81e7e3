import { toDateTime } from '#kit/clock';
import { outOfReach } from '#kit/reach';
import type { Resolvers } from '#schema/billing';
import { requireWithin } from '../arguments.ts';
import { allowancesOf, moneyOf, parseBucketId } from '../buckets.ts';
import { parsePaymentId } from '../ids.ts';
import type { Context } from '../loaders.ts';
import type { Account, Bucket } from '../model.ts';
import { halfYearOfAccounts } from './half-year.ts';

const MAX_PAYMENTS = 100;

export const accountResolvers: Pick<Resolvers, 'Account' | 'Payment' | 'Bucket'> = {
  Account: {
    __resolveReference: ({ accountId }, context) => accountWithin(accountId, context),

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
    async __resolveReference({ paymentId }, { loaders, owners }) {
      const key = parsePaymentId(paymentId);
      if (key === undefined) throw outOfReach();
      await owners.require('account', String(key.accountId));
      return loaders.payment.load(paymentId);
    },
    paidAt: ({ paidAtSeconds }) => toDateTime(paidAtSeconds),
  },

  Bucket: {
    async __resolveReference({ bucketId }, context) {
      return (await bucketsBeside(bucketId, context)).find((bucket) => bucket.bucketId === bucketId) ?? null;
    },
  },
};

export async function accountWithin(
  accountId: string,
  { loaders, owners }: Context,
): Promise<Account | null> {
  await owners.require('account', accountId);
  return loaders.account.load(accountId);
}

/** The buckets among which an id is to be found: its account's, or its line's of the running month. */
async function bucketsBeside(bucketId: string, context: Context): Promise<Bucket[]> {
  const { loaders, owners } = context;
  const owner = parseBucketId(bucketId);
  if (owner === undefined) throw outOfReach();
  if ('accountId' in owner) {
    const account = await accountWithin(owner.accountId, context);
    return account === null ? [] : moneyOf(account);
  }
  await owners.require('subscriber', owner.subscriberId);
  return (await loaders.usageMonths(1).load(owner.subscriberId)).flatMap(allowancesOf);
}
