/**
 * The contact-history system: contacts over all channels with their way through
 * the voice menu, tickets, service requests, and the answers to what we offered.
 */
import type { CreateSystemWriter, World, WorldCustomer } from '../model.ts';
import { createRandom } from '../rng.ts';
import { COMMON_FUNCTIONS } from './contacts-common-functions.ts';
import { converse } from './contacts-conversation.ts';
import { DAY, type Draft, type Subject, type Tie } from './contacts-draft.ts';
import { createPlanner } from './contacts-plan.ts';
import { createRequests } from './contacts-requests.ts';
import { createDesk } from './contacts-staff.ts';
import { createContactsTables } from './contacts-tables.ts';
import { createThreads } from './contacts-threads.ts';
import { createTicketWriter } from './contacts-tickets.ts';
import { createReachWriter } from './customer-reach.ts';

/** Ids carry their customer, as the contact system gives them: see its migrations. */
const IDS_PER_CUSTOMER = 10_000;
/** Everything is over by now: nobody is on the phone while the operator stands still. */
const QUIET_SECONDS = DAY / 12;

export const createContactsWriter: CreateSystemWriter = (into, world) => {
  const tables = createContactsTables(into);
  const writeReach = createReachWriter(into);
  const desk = createDesk(world);
  const { plan } = createPlanner(desk);
  const threads = createThreads({ desk, ticketOf: createTicketWriter(world, desk) });
  const requestsOf = createRequests(world);
  const historyBegins = Date.parse(`${world.billedMonths[0]}-01T00:00:00+08:00`) / 1_000;

  const writeHistory = (subject: Subject): void => {
    const { customerId } = subject.customer;
    const drafts = threads(plan(subject), subject);
    if (drafts.length >= IDS_PER_CUSTOMER)
      throw new RangeError(`Customer ${customerId} has too many contacts.`);
    const base = customerId * IDS_PER_CUSTOMER;
    const contactIds = new Map(drafts.map((draft, at) => [draft, base + at + 1]));
    const tickets = drafts.filter(({ ticket }) => ticket !== null);
    const ticketIds = new Map(tickets.map((draft, at) => [draft, base + at + 1]));

    for (const [draft, contactId] of contactIds) tables.contact(contactId, draft, converse(draft, subject));
    for (const [{ ticket }, ticketId] of ticketIds) if (ticket !== null) tables.ticket(ticketId, ticket);
    for (const [draft, contactId] of contactIds) {
      for (const touched of [draft.tie?.to, draft]) {
        const ticketId = touched && ticketIds.get(touched);
        if (ticketId !== undefined) tables.contactTicket(contactId, ticketId);
      }
    }
    for (const [from, to, relation] of linksOf(contactIds)) tables.contactLink(from, to, relation);
    for (const [at, request] of requestsOf(drafts, subject).entries()) {
      const contactId = request.contact && (contactIds.get(request.contact) ?? null);
      tables.serviceRequest(base + at + 1, request, contactId);
    }
  };

  /** Answers are taken by somebody, wherever the channel has staff. */
  const withTakers = (customer: WorldCustomer): WorldCustomer => {
    const random = createRandom(world.seed, 'contacts-answers', customer.index);
    const treatments = customer.treatments.map((treatment) => {
      const { response } = treatment;
      if (response === null || response.staffId !== null) return treatment;
      return {
        ...treatment,
        response: { ...response, staffId: desk.taker(response.channel, customer, random) },
      };
    });
    return { ...customer, treatments };
  };

  return {
    reference() {
      for (const { code, name } of world.catalogue.topics) tables.topic(code, name);
      for (const [channel, links] of Object.entries(COMMON_FUNCTIONS)) {
        for (const [at, link] of links.entries()) tables.commonFunction(channel, at + 1, link);
      }
    },
    customer(answering) {
      writeReach(answering);
      const customer = withTakers(answering);
      for (const { treatmentId, response } of customer.treatments) {
        if (response !== null) tables.response(customer.customerId, treatmentId, response);
      }
      const subject = toSubject(customer, world, historyBegins);
      if (subject !== null) writeHistory(subject);
    },
  };
};

/** Null when the customer never had a line in the time that history covers. */
function toSubject(customer: WorldCustomer, world: World, historyBegins: number): Subject | null {
  const { subscribers, index } = customer;
  const quiet = world.nowSeconds - QUIET_SECONDS;
  const from = Math.max(historyBegins, Math.min(...subscribers.map(({ heldSince }) => heldSince)));
  const until = Math.min(quiet, Math.max(...subscribers.map(({ heldUntil }) => heldUntil ?? quiet)));
  if (subscribers.length === 0 || from >= until) return null;
  const random = createRandom(world.seed, 'contacts', index);
  return { customer, random, from, until, now: world.nowSeconds };
}

type Link = readonly [contactId: number, otherContactId: number, relation: Tie['relation']];

/** Ties in both directions, in the order of the contacts. */
function linksOf(contactIds: ReadonlyMap<Draft, number>): Link[] {
  const links: Link[] = [];
  for (const [{ tie }, contactId] of contactIds) {
    const other = tie && contactIds.get(tie.to);
    if (tie && other) links.push([contactId, other, tie.relation], [other, contactId, tie.relation]);
  }
  return links.sort(([a, b], [c, d]) => a - c || b - d);
}
