import { toDateTime } from '#kit/clock';
import { requireFirst, toPage, toPageInfo, toPlace } from '#kit/paging';
import { DateTime, LocalDate } from '#kit/scalars';
import { afterCheck, checkedFields } from '#kit/shared-entities';
import type { Resolvers } from '#schema/contacts';
import { byClass, complaintsSince, isRed, openComplaintCount } from './complaints.ts';
import { byChannel, byType, consultedTopics } from './contact-counts.ts';
import { readIvrPath, readTopicCodes } from './contact-lists.ts';
import type { Context } from './loaders.ts';
import type { Contact, Ticket, Topic } from './model.ts';
import { toMoment } from './moments.ts';
import { isOverdue, openMatters } from './open-matters.ts';
import { requireOwnerOf } from './owners.ts';
import { newestOpenTickets, newestTickets, openTickets } from './ticket-history.ts';

/** Name of the list in cursors. Contact ids are in the order of time, so an id says where to go on. */
const contactsOf = (customerId: string): string => `contacts:${customerId}`;

/** `ComplaintSummary.recent` may be no longer. */
const MAX_RECENT_COMPLAINTS = 50;

interface CustomerStub {
  readonly customerId: string;
}

const customerFields: NonNullable<Resolvers['Customer']> = {
  __resolveReference: ({ customerId }, context) =>
    afterCheck(checkCustomer({ customerId }, context), { customerId }),

  async contacts({ customerId }, { channel, types, first, after }, { loaders }) {
    const page = {
      channel: channel ?? null,
      types: types ?? null,
      before: toPlace(contactsOf(customerId), after),
      // One more than asked for tells whether more follow.
      limit: requireFirst(first) + 1,
    };
    const found = await loaders.contactPage(page).load(customerId);
    return { customerId, page: toPage(found?.contacts ?? [], first), totalCount: found?.totalCount ?? 0 };
  },

  lastContact: ({ customerId }, _, { loaders }) => loaders.lastContact.load(customerId),

  contactsByChannel: async ({ customerId }, _, { loaders }) =>
    byChannel(await loaders.contactCounts.load(customerId)),

  contactsByType: async ({ customerId }, _, { loaders }) =>
    byType(await loaders.contactCounts.load(customerId)),

  async openMatters({ customerId }, _, { loaders, nowAt }) {
    const [tickets, requests] = await Promise.all([
      loaders.tickets.load(customerId),
      loaders.openRequests.load(customerId),
    ]);
    return openMatters(openTickets(tickets), requests, nowAt);
  },

  async lastTicket({ customerId }, _, { loaders }) {
    const [last] = newestTickets(await loaders.tickets.load(customerId), 1);
    return last ?? null;
  },

  async tickets({ customerId }, { openOnly, first }, { loaders }) {
    const limit = requireFirst(first);
    const tickets = await loaders.tickets.load(customerId);
    return openOnly ? newestOpenTickets(tickets, limit) : newestTickets(tickets, limit);
  },

  async complaints({ customerId }, _, { loaders, threeMonthsAgoAt }) {
    const tickets = await loaders.tickets.load(customerId);
    return { tickets, recent: complaintsSince(tickets, threeMonthsAgoAt) };
  },

  openComplaintCount: async ({ customerId }, _, { loaders }) =>
    openComplaintCount(await loaders.tickets.load(customerId)),

  doNotDisturb: ({ customerId }, _, { loaders }) => loaders.doNotDisturb.load(customerId),

  async consultedTopics({ customerId }, _, { loaders }) {
    const [consultations, topics] = await Promise.all([
      loaders.consultations.load(customerId),
      loaders.topics(),
    ]);
    return consultedTopics(consultations).map(({ code, count, lastAt }) => ({
      topic: topicOf(code, topics),
      count,
      lastAt,
    }));
  },

  serviceRequests: ({ customerId }, { direction, first }, { loaders }) =>
    loaders.serviceRequests({ direction: direction ?? null, limit: requireFirst(first) }).load(customerId),
};

export const resolvers: Resolvers = {
  DateTime,
  LocalDate,

  Query: {
    contact: (_, { contactId }, context) => contactWithin(contactId, context),
    ticket: (_, { ticketId }, context) => ticketWithin(ticketId, context),
    commonFunctions: (_, { channel }, { loaders }) => loaders.commonFunctions.load(channel),
  },

  Customer: checkedFields(customerFields, checkCustomer),

  ContactConnection: {
    nodes: ({ page }) => page.items,
    pageInfo: ({ customerId, page }) =>
      toPageInfo(contactsOf(customerId), page, ({ contactId }) => contactId),
  },

  Contact: {
    __resolveReference: ({ contactId }, context) => contactWithin(contactId, context),
    startedAt: ({ startedAt }) => toDateTime(startedAt),
    endedAt: ({ endedAt }) => toMoment(endedAt),
    async topics({ topicsText }, _, { loaders }) {
      const topics = await loaders.topics();
      return readTopicCodes(topicsText).map((code) => topicOf(code, topics));
    },
    ivrPath: ({ ivrPathText }) => readIvrPath(ivrPathText),
    linkedContacts: ({ contactId }, _, { loaders }) => loaders.linksOfContact.load(contactId),
    tickets: ({ contactId }, _, { loaders }) => loaders.ticketsOfContact.load(contactId),
  },

  Ticket: {
    __resolveReference: ({ ticketId }, context) => ticketWithin(ticketId, context),
    acceptedAt: ({ acceptedAt }) => toDateTime(acceptedAt),
    dueAt: ({ dueAt }) => toDateTime(dueAt),
    repliedAt: ({ repliedAt }) => toMoment(repliedAt),
    overdue: (ticket, _, { nowAt }) => isOverdue(ticket, nowAt),
  },

  OpenMatter: {
    openedAt: ({ openedAt }) => toDateTime(openedAt),
    dueAt: ({ dueAt }) => toMoment(dueAt),
  },

  ComplaintSummary: {
    threeMonthCount: ({ recent }) => recent.length,
    redReminder: ({ recent }, _, { redAbove }) => isRed(recent.length, redAbove),
    redAbove: (_, __, { redAbove }) => redAbove,
    byClass: ({ tickets }) => byClass(tickets),
    recent: ({ recent }) => newestTickets(recent, MAX_RECENT_COMPLAINTS),
  },

  ServiceRequest: {
    async __resolveReference({ requestId }, { loaders, owners }) {
      await requireOwnerOf(requestId, owners);
      return loaders.serviceRequest.load(requestId);
    },
    requestedAt: ({ requestedAt }) => toDateTime(requestedAt),
    dueAt: ({ dueAt }) => toMoment(dueAt),
  },

  Treatment: {
    // analytics owns existence, and has looked whose it is; here only the answer is anybody's.
    __resolveReference: ({ treatmentId }) => ({ treatmentId }),
    async response({ treatmentId }, _, { loaders, owners }) {
      const response = await loaders.responseToTreatment.load(treatmentId);
      if (response !== null) await owners.require('customer', response.customerId);
      return response;
    },
  },

  Response: {
    async __resolveReference({ responseId }, { loaders, owners }) {
      await owners.require('response', responseId);
      return loaders.response.load(responseId);
    },
  },
};

/** A code that the list of topics has lost is still better than no contact. */
function topicOf(code: string, topics: ReadonlyMap<string, Topic>): Topic {
  return topics.get(code) ?? { code, name: code };
}

function checkCustomer({ customerId }: CustomerStub, { owners }: Context): Promise<string> {
  return owners.require('customer', customerId);
}

async function contactWithin(contactId: string, { loaders, owners }: Context): Promise<Contact | null> {
  await requireOwnerOf(contactId, owners);
  return loaders.contact.load(contactId);
}

async function ticketWithin(ticketId: string, { loaders, owners }: Context): Promise<Ticket | null> {
  await requireOwnerOf(ticketId, owners);
  return loaders.ticket.load(ticketId);
}
