import { type Clock, onceADay } from '#kit/clock';
import type { Database } from '#kit/database';
import { createOwners, createOwnersSource } from '#kit/owners';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { createContext } from './loaders.ts';
import { OWNED } from './owners.ts';
import { lastMonthsAt } from './periods.ts';
import { resolvers } from './resolvers.ts';
import { createCommonFunctionsSource } from './sources/common-functions-sql.ts';
import { createContactCountsSource } from './sources/contact-counts-sql.ts';
import { createContactLinksSource } from './sources/contact-links-sql.ts';
import { createContactsSource } from './sources/contacts-sql.ts';
import { createResponsesSource } from './sources/responses-sql.ts';
import { createServiceRequestsSource } from './sources/service-requests-sql.ts';
import { createTicketsSource } from './sources/tickets-sql.ts';
import { createTopicsSource } from './sources/topics-sql.ts';

interface ContactsOptions {
  /** More complaints than this in three months are shown in red (P08). */
  readonly redAbove?: number;
}

/** Contact history: contacts, tickets, service requests and answers. Extends `Customer` and `Treatment`. */
export function createContactsSubgraph(
  db: Database,
  clock: Clock,
  { redAbove = 3 }: ContactsOptions = {},
): Subgraph {
  const sources = {
    contacts: createContactsSource(db),
    contactCounts: createContactCountsSource(db),
    contactLinks: createContactLinksSource(db),
    tickets: createTicketsSource(db),
    serviceRequests: createServiceRequestsSource(db),
    responses: createResponsesSource(db),
    topics: createTopicsSource(db),
    commonFunctions: createCommonFunctionsSource(db),
  };
  const owners = createOwnersSource(db, OWNED);
  const lastMonths = onceADay(lastMonthsAt);
  return createSubgraph({
    name: 'contacts',
    resolvers,
    createContext(request) {
      const now = clock();
      const parts = { redAbove, owners: createOwners(owners, request), lastMonths: lastMonths(now) };
      return createContext(sources, now, parts);
    },
  });
}
