import { requireFirst, toPage, toPageInfo, toPlace } from '#kit/paging';
import { DateTime, LocalDate } from '#kit/scalars';
import type { Resolvers } from '#schema/contacts';
import { byClass, isRed, threeMonthCount } from './complaints.ts';
import { byChannel, byType, consultedTopics } from './contact-counts.ts';
import type { Context } from './loaders.ts';
import type { Topic } from './model.ts';
import { isOverdue, openMatters } from './open-matters.ts';

/** Name of the list in cursors. Contact ids are in the order of time, so an id says where to go on. */
const contactsOf = (customerId: string): string => `contacts:${customerId}`;

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
      const filter = { channel: channel ?? null, types: types ?? null };
      const before = toPlace(contactsOf(customerId), after);
      // One more than asked for tells whether more follow.
      const limit = requireFirst(first) + 1;
      const found = await loaders.contactPage({ ...filter, before, limit }).load(customerId);
      return { customerId, filter, page: toPage(found, first) };
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

    tickets: ({ customerId }, { openOnly, first }, { loaders }) =>
      loaders.tickets({ openOnly, limit: requireFirst(first) }).load(customerId),

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

    serviceRequests: ({ customerId }, { direction, first }, { loaders }) =>
      loaders.serviceRequests({ direction: direction ?? null, limit: requireFirst(first) }).load(customerId),
  },

  ContactConnection: {
    nodes: ({ page }) => page.items,
    pageInfo: ({ customerId, page }) =>
      toPageInfo(contactsOf(customerId), page, ({ contactId }) => contactId),
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

/** A code that the list of topics has lost is still better than no contact. */
async function loadTopic(code: string, loaders: Context['loaders']): Promise<Topic> {
  return (await loaders.topic.load(code)) ?? { code, name: code };
}
