import type DataLoader from 'dataloader';
import type { Clock } from '#kit/clock';
import { toId } from '#kit/ids';
import { createLoader, createLoaderByArgs, type FetchByKeys } from '#kit/loader';
import type { RequestDirection } from '#schema/contacts';
import { toCustomerId } from './ids.ts';
import type {
  CommonFunction,
  ComplaintCount,
  ConsultationCount,
  Contact,
  ContactCount,
  ContactFilter,
  ContactLink,
  Response,
  ServiceRequest,
  Ticket,
  Topic,
} from './model.ts';
import { MAX_OPEN_MATTERS } from './open-matters.ts';
import { startOfLastMonths } from './periods.ts';
import type { CommonFunctionsSource } from './sources/common-functions-sql.ts';
import type { ComplaintCountsSource } from './sources/complaint-counts-sql.ts';
import type { ContactCountsSource } from './sources/contact-counts-sql.ts';
import type { ContactLinksSource } from './sources/contact-links-sql.ts';
import type { ContactPage, ContactsSource } from './sources/contacts-sql.ts';
import type { ResponsesSource } from './sources/responses-sql.ts';
import type { ServiceRequestsSource } from './sources/service-requests-sql.ts';
import type { TicketsSource } from './sources/tickets-sql.ts';
import type { TopicsSource } from './sources/topics-sql.ts';

export interface Sources {
  readonly contacts: ContactsSource;
  readonly contactCounts: ContactCountsSource;
  readonly contactLinks: ContactLinksSource;
  readonly tickets: TicketsSource;
  readonly complaintCounts: ComplaintCountsSource;
  readonly serviceRequests: ServiceRequestsSource;
  readonly responses: ResponsesSource;
  readonly topics: TopicsSource;
  readonly commonFunctions: CommonFunctionsSource;
}

/** Everything a resolver of contact history can reach. Built anew for each request. */
export interface Context {
  /** One moment for the whole request, so that its figures agree. */
  readonly now: Date;
  readonly loaders: ReturnType<typeof createLoaders>;
  /** More complaints than this in three months are shown in red (P08). */
  readonly redAbove: number;
}

type One<V> = DataLoader<string, V | null>;
type Many<V> = DataLoader<string, readonly V[]>;

/** `ComplaintSummary.recent` may be no longer. */
const MAX_RECENT_COMPLAINTS = 50;

export function createContext(sources: Sources, clock: Clock, redAbove: number): Context {
  const now = clock();
  return { now, loaders: createLoaders(sources, now), redAbove };
}

function createLoaders(sources: Sources, now: Date) {
  const { contacts, contactCounts, tickets, complaintCounts, serviceRequests, responses } = sources;
  const yearAgo = startOfLastMonths(12, now);
  const threeMonthsAgo = startOfLastMonths(3, now);

  return {
    contact: one<Contact>('contact', byId(contacts.byIds)),
    lastContact: one<Contact>('lastContact', byCustomer(contacts.newest)),
    contactPage: createLoaderByArgs((page: ContactPage) =>
      many<Contact>(
        'contactPage',
        byCustomer((ids) => contacts.page(ids, page)),
      ),
    ),
    contactTotal: createLoaderByArgs((filter: ContactFilter) =>
      createLoader<number, 0>(
        'contactTotal',
        byCustomer((ids) => contacts.count(ids, filter)),
        0,
      ),
    ),
    contactCounts: many<ContactCount>(
      'contactCounts',
      byCustomer((ids) => contactCounts.byChannelAndType(ids, yearAgo)),
    ),
    consultations: many<ConsultationCount>(
      'consultations',
      byCustomer((ids) => contactCounts.consultations(ids, yearAgo)),
    ),
    linksOfContact: many<ContactLink>('linksOfContact', byId(sources.contactLinks.byContacts)),
    ticketsOfContact: many<Ticket>('ticketsOfContact', byId(tickets.byContacts)),

    ticket: one<Ticket>('ticket', byId(tickets.byIds)),
    lastTicket: one<Ticket>('lastTicket', byCustomer(tickets.newest)),
    tickets: createLoaderByArgs((wanted: { openOnly: boolean; limit: number }) =>
      many<Ticket>(
        'tickets',
        byCustomer((ids) => tickets.list(ids, wanted)),
      ),
    ),
    urgentTickets: many<Ticket>(
      'urgentTickets',
      byCustomer((ids) => tickets.mostUrgent(ids, MAX_OPEN_MATTERS)),
    ),
    complaintCounts: many<ComplaintCount>(
      'complaintCounts',
      byCustomer((ids) => complaintCounts.byCustomers(ids, threeMonthsAgo)),
    ),
    recentComplaints: many<Ticket>(
      'recentComplaints',
      byCustomer((ids) => tickets.complaints(ids, threeMonthsAgo, MAX_RECENT_COMPLAINTS)),
    ),

    serviceRequest: one<ServiceRequest>('serviceRequest', byId(serviceRequests.byIds)),
    serviceRequests: createLoaderByArgs((wanted: { direction: RequestDirection | null; limit: number }) =>
      many<ServiceRequest>(
        'serviceRequests',
        byCustomer((ids) => serviceRequests.list(ids, wanted)),
      ),
    ),
    urgentRequests: many<ServiceRequest>(
      'urgentRequests',
      byCustomer((ids) => serviceRequests.mostUrgent(ids, MAX_OPEN_MATTERS)),
    ),

    response: one<Response>('response', byId(responses.byIds)),
    responseToTreatment: one<Response>('responseToTreatment', byId(responses.byTreatments)),
    topic: one<Topic>('topic', (codes) => sources.topics.byCodes(codes)),
    commonFunctions: many<CommonFunction>('commonFunctions', (channels) =>
      sources.commonFunctions.byChannels(channels),
    ),
  };
}

function one<V>(name: string, fetch: FetchByKeys<V>): One<V> {
  return createLoader<V, null>(name, fetch, null);
}

function many<V>(name: string, fetch: FetchByKeys<readonly V[]>): Many<V> {
  return createLoader<readonly V[], readonly V[]>(name, fetch, []);
}

type FetchByNumbers<V> = (ids: readonly number[]) => Promise<ReadonlyMap<number, V>>;

function byId<V>(fetch: FetchByNumbers<V>): FetchByKeys<V> {
  return numbered(toId, fetch);
}

function byCustomer<V>(fetch: FetchByNumbers<V>): FetchByKeys<V> {
  return numbered(toCustomerId, fetch);
}

/** A key that is no id is simply not found: ids are opaque to the client. */
function numbered<V>(toNumber: (key: string) => number | null, fetch: FetchByNumbers<V>): FetchByKeys<V> {
  return async (keys) => {
    const found = await fetch(keys.flatMap((key) => toNumber(key) ?? []));
    return new Map([...found].map(([id, value]) => [String(id), value]));
  };
}
