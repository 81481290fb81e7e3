import { toDateTime } from '#kit/clock';
import type { Resolvers } from '#schema/billing';
import { MONTHS_BACK, requireMonth, requireWithin } from '../arguments.ts';
import { allowancesOf } from '../buckets.ts';
import { AVERAGE_MONTHS, averageRevenueOf } from '../consumption.ts';
import { borderRoamingOf } from '../roaming.ts';
import { pageOf, toPageRequest } from '../usage-records.ts';

const MAX_SERVICE_MONTHS = 6;

export const subscriberResolvers: Pick<Resolvers, 'Subscriber' | 'UsageRecord'> = {
  Subscriber: {
    // crm owns existence.
    __resolveReference: ({ subscriberId }) => ({ subscriberId }),

    usageMonths: ({ subscriberId }, { months }, { loaders }) =>
      loaders.usageMonths(requireWithin('months', months, 1, MONTHS_BACK + 1)).load(subscriberId),

    async averageRevenueFen({ subscriberId }, _, { loaders, runningMonth }) {
      const months = await loaders.usageMonths(AVERAGE_MONTHS + 1).load(subscriberId);
      return averageRevenueOf(months, runningMonth);
    },

    async allowances({ subscriberId }, _, { loaders }) {
      return (await loaders.usageMonths(1).load(subscriberId)).flatMap(allowancesOf);
    },

    dailyData: ({ subscriberId }, { month }, { loaders, runningMonth }) =>
      loaders.dailyData(requireMonth(month, runningMonth)).load(subscriberId),

    dailyMms: ({ subscriberId }, { month }, { loaders, runningMonth }) =>
      loaders.dailyMms(requireMonth(month, runningMonth)).load(subscriberId),

    spMonths: ({ subscriberId }, { months }, { loaders }) =>
      loaders.spMonths(requireWithin('months', months, 1, MAX_SERVICE_MONTHS)).load(subscriberId),

    ringbackMonths: ({ subscriberId }, { months }, { loaders }) =>
      loaders.ringbackMonths(requireWithin('months', months, 1, MAX_SERVICE_MONTHS)).load(subscriberId),

    async borderRoaming({ subscriberId }, _, { loaders, runningMonth }) {
      return borderRoamingOf(await loaders.roaming.load(subscriberId), runningMonth);
    },

    async usageRecords({ subscriberId }, { month: asked, ...page }, { loaders, runningMonth }) {
      const month = requireMonth(asked, runningMonth);
      const request = toPageRequest(subscriberId, month, page);
      const records = await loaders.usageRecords(month).load(subscriberId);
      return records && pageOf(records, request);
    },
  },

  UsageRecord: {
    startedAt: ({ startedAtSeconds }) => toDateTime(startedAtSeconds),
  },
};
