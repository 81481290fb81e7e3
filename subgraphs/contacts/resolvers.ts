import { appError } from '#kit/errors';
import { DateTime, LocalDate } from '#kit/scalars';
import type { Resolvers } from '#schema/contacts';
import { byClass, isRed, threeMonthCount } from './complaints.ts';
import { byChannel, byType, consultedTopics } from './contact-counts.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Context } from './loaders.ts';
import type { Topic } from './model.ts';
import { isOverdue, openMatters } from './open-matters.ts';

/** Longest page or list that a client may ask for. */
const MAX_FIRST = 100;

export const resolvers: Resolvers = {
  DateTime,
  LocalDate,

  Query: {
    contact: (_, { contactId }, { loaders }) => loaders.contact.load(contactId),
    ticket: (_, { ticketId }, { loaders }) => loaders.ticket.load(ticketId),
    commonFunctions: (_, { channel }, { loaders }) => loaders.commonFunctions.load(channel),
  },

  Customer: {
    // crm owns existence; an id is all that contact history needs.
    __resolveReference: ({ customerId }) => ({ customerId }),

    async contacts({ customerId }, { channel, types, first, after }, { loaders }) {
      requireFirst(first);
      const filter = { channel: channel ?? null, types: types ?? null };
      const before = after == null ? null : decodeCursor(after, customerId);
      // One more than asked for tells whether more follow.
      const found = await loaders.contactPage({ ...filter, before, limit: first + 1 }).load(customerId);
      return { customerId, filter, nodes: found.slice(0, first), hasNextPage: found.length > first };
    },

    lastContact: ({ customerId }, _, { loaders }) => loaders.lastContact.load(customerId),

    contactsByChannel: async ({ customerId }, _, { loaders }) =>
      byChannel(await loaders.contactCounts.load(customerId)),

    contactsByType: async ({ customerId }, _, { loaders }) =>
      byType(await loaders.contactCounts.load(customerId)),

    async openMatters({ customerId }, _, { loaders, now }) {
      const [tickets, requests] = await Promise.all([
        loaders.urgentTickets.load(customerId),
        loaders.urgentRequests.load(customerId),
      ]);
      return openMatters(tickets, requests, now);
    },

    lastTicket: ({ customerId }, _, { loaders }) => loaders.lastTicket.load(customerId),

    tickets({ customerId }, { openOnly, first }, { loaders }) {
      requireFirst(first);
      return loaders.tickets({ openOnly, limit: first }).load(customerId);
    },

    complaints: async ({ customerId }, _, { loaders }) => ({
      customerId,
      counts: await loaders.complaintCounts.load(customerId),
    }),

    async consultedTopics({ customerId }, _, { loaders }) {
      const consulted = consultedTopics(await loaders.consultations.load(customerId));
      return Promise.all(
        consulted.map(async ({ code, count, lastAt }) => ({
          topic: await loadTopic(code, loaders),
          count,
          lastAt,
        })),
      );
    },

    serviceRequests({ customerId }, { direction, first }, { loaders }) {
      requireFirst(first);
      return loaders.serviceRequests({ direction: direction ?? null, limit: first }).load(customerId);
    },
  },

  ContactConnection: {
    pageInfo({ nodes, hasNextPage }) {
      const last = nodes.at(-1);
      return { hasNextPage, endCursor: last === undefined ? null : encodeCursor(last.contactId) };
    },
    totalCount: ({ customerId, filter }, _, { loaders }) => loaders.contactTotal(filter).load(customerId),
  },

  Contact: {
    __resolveReference: ({ contactId }, { loaders }) => loaders.contact.load(contactId),
    topics: ({ topicCodes }, _, { loaders }) =>
      Promise.all(topicCodes.map((code) => loadTopic(code, loaders))),
    linkedContacts: ({ contactId }, _, { loaders }) => loaders.linksOfContact.load(contactId),
    tickets: ({ contactId }, _, { loaders }) => loaders.ticketsOfContact.load(contactId),
  },

  Ticket: {
    __resolveReference: ({ ticketId }, { loaders }) => loaders.ticket.load(ticketId),
    overdue: (ticket, _, { now }) => isOverdue(ticket, now),
  },

  ComplaintSummary: {
    threeMonthCount: ({ counts }) => threeMonthCount(counts),
    redReminder: ({ counts }, _, { redAbove }) => isRed(threeMonthCount(counts), redAbove),
    redAbove: (_, __, { redAbove }) => redAbove,
    byClass: ({ counts }) => byClass(counts),
    recent: ({ customerId }, _, { loaders }) => loaders.recentComplaints.load(customerId),
  },

  ServiceRequest: {
    __resolveReference: ({ requestId }, { loaders }) => loaders.serviceRequest.load(requestId),
  },

  Treatment: {
    // analytics owns existence.
    __resolveReference: ({ treatmentId }) => ({ treatmentId }),
    response: ({ treatmentId }, _, { loaders }) => loaders.responseToTreatment.load(treatmentId),
  },

  Response: {
    __resolveReference: ({ responseId }, { loaders }) => loaders.response.load(responseId),
  },
};

function requireFirst(first: number): void {
  if (first < 1 || first > MAX_FIRST) throw appError('BAD_USER_INPUT', `first must be 1 to ${MAX_FIRST}.`);
}

/** A code that the list of topics has lost is still better than no contact. */
async function loadTopic(code: string, loaders: Context['loaders']): Promise<Topic> {
  return (await loaders.topic.load(code)) ?? { code, name: code };
}
