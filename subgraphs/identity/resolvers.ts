import { addDays, daysBetween, startOfDay, toDateTime } from '#kit/clock';
import { appError } from '#kit/errors';
import { requireFirst, toPage, toPageInfo, toPlace } from '#kit/paging';
import { outOfReach } from '#kit/reach';
import { DateTime, LocalDate, LocalMonth } from '#kit/scalars';
import type { Resolvers } from '#schema/identity';
import { authenticate } from './authenticate.ts';
import { changeServicePassword } from './change-password.ts';
import { approveRecordExport, requestRecordExport, waitingRequests } from './record-export.ts';
import { enterTransactionFlow } from './transaction-entry.ts';

const MAX_DAYS = 366;

export const resolvers: Resolvers = {
  DateTime,
  LocalDate,
  LocalMonth,

  Query: {
    async accessRecords(_query, { customerId, first, after }, { viewer, accesses, parts }) {
      const { reach, grants } = viewer;
      const isOwn = reach.kind === 'SELF' && reach.customerId === customerId;
      if (!isOwn && !grants.scopes.has('audit:read')) throw outOfReach();
      const list = `accessRecords:${customerId}`;
      const before = toPlace(list, after);
      const records = await parts.trail.about(customerId, requireFirst(first) + 1, before);
      accesses.saw(customerId);
      const page = toPage(records, first);
      return { nodes: page.items, pageInfo: toPageInfo(list, page, ({ seq }) => seq) };
    },

    authenticationStatistics(_query, { from, to, by }, { parts }) {
      const days = daysBetween(from, to) + 1;
      if (days < 1 || days > MAX_DAYS) {
        throw appError('BAD_USER_INPUT', `to must be from's day or later, and ${MAX_DAYS} days at most.`);
      }
      const until = startOfDay(addDays(to, 1)) * 1_000;
      return parts.log.statistics(startOfDay(from) * 1_000, until, by);
    },

    recordExportRequests: (_query, _args, context) => waitingRequests(context),
  },

  Mutation: {
    authenticate: (_mutation, { input }, context) => authenticate(input, context, context.parts),
    changeServicePassword: (_mutation, { input }, context) => changeServicePassword(input, context),
    enterTransactionFlow: (_mutation, { customerId }, context) => enterTransactionFlow(customerId, context),
    requestRecordExport: (_mutation, { input }, context) => requestRecordExport(input, context),
    approveRecordExport: (_mutation, { requestId }, context) => approveRecordExport(requestId, context),
  },

  Authentication: {
    customer: ({ customerId }) => (customerId === null ? null : { customerId }),
    expiresAt: ({ expiresAt }) => toMoment(expiresAt),
    closedUntil: ({ closedUntil }) => toMoment(closedUntil),
  },

  RecordExportRequest: {
    requestedAt: ({ requestedAt }) => toDateTime(requestedAt / 1_000),
  },

  AccessRecord: {
    // What could not be kept at once was kept later.
    at: ({ at, happenedAt = at }) => toDateTime(Math.floor(happenedAt / 1_000)),
  },

  AuthenticationStatistic: {
    day: ({ DAY }) => DAY,
    hour: ({ HOUR }) => HOUR,
    channel: ({ CHANNEL }) => CHANNEL,
    customerType: ({ CUSTOMER_TYPE }) => CUSTOMER_TYPE,
    userClass: ({ USER_CLASS }) => USER_CLASS,
    level: ({ LEVEL }) => LEVEL,
    netClass: ({ NET_CLASS }) => NET_CLASS,
  },
};

function toMoment(epochMs: number | null): string | null {
  return epochMs === null ? null : toDateTime(Math.floor(epochMs / 1_000));
}
