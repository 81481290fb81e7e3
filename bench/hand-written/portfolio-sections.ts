/** What belongs to the customers of one page, each section read for all of them at once. */
import { toDateTime } from '../../subgraphs/kit/clock.ts';
import { linesByCustomer } from './analytics.ts';
import type { BusinessTime } from './business-time.ts';
import type { PortfolioRow } from './crm.ts';
import type { Statements } from './statements.ts';

/** By customer, account or line. */
export type Sections = ReturnType<typeof readSections>;

export function readSections(
  { crm, billing, analytics, contacts }: Statements,
  page: readonly PortfolioRow[],
  { today, lastMonth, threeMonthsAgoAt, period }: BusinessTime,
) {
  const customers = JSON.stringify(page.map(({ customerId }) => customerId));
  const lines = crm.linesOfMany.all(today, today, customers);
  const lineIds = JSON.stringify(lines.map(({ subscriberId }) => subscriberId));
  const payerIds = JSON.stringify([...new Set(lines.map(({ accountId }) => accountId))]);
  const accounts = billing.accountsOfMany.all(customers, payerIds);
  const accountIds = JSON.stringify(accounts.map(({ accountId }) => accountId));
  return {
    lines: Map.groupBy(lines, ({ customerId }) => customerId),
    cards: Map.groupBy(crm.membershipsOfMany.all(customers), ({ customerId }) => customerId),
    /** Those of other customers too, who pay for a line of the page. */
    accounts: Map.groupBy(accounts, ({ customerId }) => customerId),
    accountIds: new Set(accounts.map(({ accountId }) => accountId)),
    bills: Map.groupBy(billing.billsOfMany.all(accountIds, lastMonth), ({ accountId }) => accountId),
    countedLines: linesByCustomer(analytics, customers, period),
    lineScores: Map.groupBy(analytics.scoresOfMany.all('SUBSCRIBER', lineIds), ({ subjectId }) => subjectId),
    scores: Map.groupBy(analytics.scoresOfMany.all('CUSTOMER', customers), ({ subjectId }) => subjectId),
    lastContacts: new Map(
      contacts.lastContactOfMany
        .all(customers)
        .map(({ customerId, channel, type, started_at }) => [
          customerId,
          { channel, type, startedAt: toDateTime(started_at) },
        ]),
    ),
    complaints: new Map(
      contacts.complaintsOfMany
        .all(customers, threeMonthsAgoAt)
        .map(({ customerId, complaints }) => [customerId, complaints]),
    ),
  };
}
