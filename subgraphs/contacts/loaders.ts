import { toEpochSeconds } from '#kit/clock';
import { toId } from '#kit/ids';
import { type ById, createLoader, createLoaderByArgs, type FetchByKeys } from '#kit/loader';
import type { Owners } from '#kit/owners';
import type { RequestDirection } from '#schema/contacts';
import { toCustomerId } from './ids.ts';
import type {
  CommonFunction,
  ConsultationCount,
  Contact,
  ContactCount,
  ContactLink,
  Response,
  ServiceRequest,
  Ticket,
  TicketRow,
} from './model.ts';
import type { Owned } from './owners.ts';
import type { LastMonths } from './periods.ts';
import type { CommonFunctionsSource } from './sources/common-functions-sql.ts';
import type { ContactCountsSource } from './sources/contact-counts-sql.ts';
import type { ContactLinksSource } from './sources/contact-links-sql.ts';
import type { ContactPage, ContactPageRead, ContactsSource } from './sources/contacts-sql.ts';
import type { ResponsesSource } from './sources/responses-sql.ts';
import type { ServiceRequestsSource } from './sources/service-requests-sql.ts';
import type { TicketsSource } from './sources/tickets-sql.ts';
import type { TopicsSource } from './sources/topics-sql.ts';

export interface Sources {
  readonly contacts: ContactsSource;
  readonly contactCounts: ContactCountsSource;
  readonly contactLinks: ContactLinksSource;
  readonly tickets: TicketsSource;
  readonly serviceRequests: ServiceRequestsSource;
  readonly responses: ResponsesSource;
  readonly topics: TopicsSource;
  readonly commonFunctions: CommonFunctionsSource;
}

/** Everything a resolver of contact history can reach. Built anew for each request. */
export interface Context {
  /** One moment for the whole request, in epoch seconds, so that its figures agree. */
  readonly nowAt: number;
  /** When its last three months began. */
  readonly threeMonthsAgoAt: number;
  readonly loaders: ReturnType<typeof createLoaders>;
  readonly owners: Owners<Owned>;
  /** More complaints than this in three months are shown in red (P08). */
  readonly redAbove: number;
}

type One<V> = ById<V | null>;
type Many<V> = ById<readonly V[]>;

export function createContext(
  sources: Sources,
  now: Date,
  {
    lastMonths,
    owners,
    redAbove,
  }: Pick<Context, 'owners' | 'redAbove'> & { readonly lastMonths: LastMonths },
): Context {
  return {
    nowAt: toEpochSeconds(now),
    threeMonthsAgoAt: lastMonths.threeAgoAt,
    loaders: createLoaders(sources, lastMonths),
    owners,
    redAbove,
  };
}

function createLoaders(sources: Sources, { yearAgoAt }: LastMonths) {
  const { contacts, contactCounts, tickets, serviceRequests, responses } = sources;

  return {
    contact: one<Contact>('contact', byId(contacts.byIds)),
    lastContact: one<Contact>('lastContact', byCustomer(contacts.newest)),
    contactPage: createLoaderByArgs((page: ContactPage) =>
      one<ContactPageRead>(
        'contactPage',
        byCustomer((ids) => contacts.page(ids, page)),
      ),
    ),
    contactCounts: many<ContactCount>(
      'contactCounts',
      byCustomer((ids) => contactCounts.byChannelAndType(ids, yearAgoAt)),
    ),
    consultations: many<ConsultationCount>(
      'consultations',
      byCustomer((ids) => contactCounts.consultations(ids, yearAgoAt)),
    ),
    linksOfContact: many<ContactLink>('linksOfContact', byId(sources.contactLinks.byContacts)),
    ticketsOfContact: many<Ticket>('ticketsOfContact', byId(tickets.byContacts)),

    ticket: one<Ticket>('ticket', byId(tickets.byIds)),
    /** All tickets of a customer, oldest first. */
    tickets: many<TicketRow>('tickets', byCustomer(tickets.byCustomers)),

    serviceRequest: one<ServiceRequest>('serviceRequest', byId(serviceRequests.byIds)),
    serviceRequests: createLoaderByArgs((wanted: { direction: RequestDirection | null; limit: number }) =>
      many<ServiceRequest>(
        'serviceRequests',
        byCustomer((ids) => serviceRequests.list(ids, wanted)),
      ),
    ),
    openRequests: many<ServiceRequest>('openRequests', byCustomer(serviceRequests.open)),

    response: one<Response>('response', byId(responses.byIds)),
    responseToTreatment: one<Response>('responseToTreatment', byId(responses.byTreatments)),
    /** Whether a customer has ever asked for it. */
    doNotDisturb: createLoader<boolean, boolean>('doNotDisturb', byCustomer(responses.doNotDisturb), false),
    topics: () => sources.topics.all(),
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
