import { entryOf } from '#kit/audit/entry';
import { toDateTime } from '#kit/clock';
import { afterCheck, checkedFields } from '#kit/shared-entities';
import type { Resolvers } from '#schema/billing';
import { MONTHS_BACK, requireMonth, requireWithin } from '../arguments.ts';
import { allowancesOf } from '../buckets.ts';
import { AVERAGE_MONTHS, averageRevenueOf } from '../consumption.ts';
import type { Context } from '../loaders.ts';
import type { Subscriber } from '../model.ts';
import { borderRoamingOf } from '../roaming.ts';
import { pageOf, toPageRequest } from '../usage-records.ts';

const MAX_SERVICE_MONTHS = 6;
const MAX_EXPORTED_RECORDS = 5_000;

const fields: NonNullable<Resolvers['Subscriber']> = {
  __resolveReference: ({ subscriberId }, context) =>
    afterCheck(check({ subscriberId }, context), { subscriberId }),

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

  async usageRecords({ subscriberId }, { month: asked, ...page }, context) {
    const { loaders, runningMonth, itemised, viewer } = context;
    itemised.require(viewer, await check({ subscriberId }, context));
    const month = requireMonth(asked, runningMonth);
    const request = toPageRequest(subscriberId, month, page);
    const records = await loaders.usageRecords(month).load(subscriberId);
    return records && pageOf(records, request);
  },

  async usageRecordExport({ subscriberId }, { month: asked, approval }, context) {
    const { loaders, runningMonth, itemised, viewer } = context;
    const customerId = await check({ subscriberId }, context);
    itemised.require(viewer, customerId);
    const month = requireMonth(asked, runningMonth);
    itemised.requireApproved(viewer, { subscriberId, month, approval });
    await recordExport(customerId, context);
    const records = await loaders.usageRecords(month).load(subscriberId);
    return records?.slice(0, MAX_EXPORTED_RECORDS) ?? null;
  },
};

export const subscriberResolvers: Pick<Resolvers, 'Subscriber' | 'UsageRecord'> = {
  Subscriber: checkedFields(fields, check),

  UsageRecord: {
    startedAt: ({ startedAtSeconds }) => toDateTime(startedAtSeconds),
  },
};

/** An approval is good for an hour: how often it is used is on record, and bounded. */
const EXPORTS_PER_HOUR = 5;

async function recordExport(customerId: string, { viewer, trail }: Context): Promise<void> {
  await trail.append(
    entryOf(viewer, {
      kind: 'EXPORT',
      customers: [customerId],
      operation: 'usageRecordExport',
      fields: ['Subscriber.usageRecordExport'],
      outcome: 'OK',
    }),
    { perHour: EXPORTS_PER_HOUR },
  );
}

/** The holder of the line. @throws FORBIDDEN where he is out of reach. */
function check({ subscriberId }: Subscriber, { owners }: Context): Promise<string> {
  return owners.require('subscriber', subscriberId);
}
