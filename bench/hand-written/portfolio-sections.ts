/** What belongs to the customers of one page, in sections by customer, account or line. */
import { toDateTime } from '../../subgraphs/kit/clock.ts';
import {
  type CountedLineRow,
  type FigureRow,
  linesByCustomer,
  type OpportunityRow,
  type SubjectScore,
} from './analytics.ts';
import type { AccountBillRow, OwnedAccountRow } from './billing.ts';
import type { ComplaintRow, LastContactRow } from './contacts.ts';
import type { Membership, PortfolioLine } from './crm.ts';

/** Read for the whole page at once. */
export interface PageRows {
  /** The newest first. */
  readonly lines: readonly PortfolioLine[];
  readonly cards: readonly (Membership & { readonly customerId: number })[];
  /** In the order of their ids; those of other customers too, who pay for a line of the page. */
  readonly accounts: readonly OwnedAccountRow[];
  /** The newest first: the last month, and older ones that are not paid. */
  readonly bills: readonly AccountBillRow[];
  /** Ordered by line and month. */
  readonly countedLines: readonly CountedLineRow[];
  readonly lineScores: readonly SubjectScore[];
  readonly scores: readonly SubjectScore[];
  /** Reasons to call by rank. */
  readonly figures: readonly FigureRow[];
  /** Best first. */
  readonly opportunities: readonly CustomerOpportunityRow[];
  readonly lastContacts: readonly LastContactRow[];
  readonly complaints: readonly ComplaintRow[];
}

export type CustomerOpportunityRow = Omit<OpportunityRow, 'monthly_fee_fen'> & {
  readonly customerId: number;
};

export type Sections = ReturnType<typeof toSections>;

export function toSections(rows: PageRows) {
  return {
    lines: Map.groupBy(rows.lines, ({ customerId }) => customerId),
    cards: Map.groupBy(rows.cards, ({ customerId }) => customerId),
    accounts: Map.groupBy(rows.accounts, ({ customerId }) => customerId),
    accountIds: new Set(rows.accounts.map(({ accountId }) => accountId)),
    bills: Map.groupBy(rows.bills, ({ accountId }) => accountId),
    countedLines: linesByCustomer(rows.countedLines),
    lineScores: Map.groupBy(rows.lineScores, ({ subjectId }) => subjectId),
    scores: Map.groupBy(rows.scores, ({ subjectId }) => subjectId),
    figures: Map.groupBy(rows.figures, ({ customerId }) => customerId),
    opportunities: Map.groupBy(rows.opportunities, ({ customerId }) => customerId),
    lastContacts: new Map(
      rows.lastContacts.map(({ customerId, channel, type, started_at }) => [
        customerId,
        { channel, type, startedAt: toDateTime(started_at) },
      ]),
    ),
    complaints: Map.groupBy(rows.complaints, ({ customerId }) => customerId),
  };
}
