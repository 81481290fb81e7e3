/** VIP客户经理名下客户, each section read for the whole page. */
import type { Clock } from '../../../subgraphs/kit/clock.ts';
import { type BusinessTime, readTime } from '../business-time.ts';
import type { PortfolioRow } from '../crm.ts';
import { type PageRows, toSections } from '../portfolio-sections.ts';
import { type PortfolioRequest, toPageRange, toPortfolioPage, toVipPortfolio } from '../vip-portfolio.ts';
import type { Statements } from './statements.ts';

/** @returns What answers for a page of a manager's customers. */
export function createVipPortfolio(statements: Statements, clock: Clock) {
  const { crm } = statements;
  return (request: PortfolioRequest) => {
    const manager = crm.manager.get(request.staffId);
    if (manager === undefined) return { staffMember: null };

    const time = readTime(clock);
    const range = toPageRange(request);
    const page = toPortfolioPage(crm.portfolio.all(range.staffId, range.afterId, range.limit + 1), range);
    const sections = toSections(readPage(statements, page.items, time));
    return toVipPortfolio(manager, crm.portfolioCount.get(range.staffId) ?? 0, page, sections, time);
  };
}

function readPage(
  { crm, billing, analytics, contacts }: Statements,
  page: readonly PortfolioRow[],
  { today, lastMonth, period }: BusinessTime,
): PageRows {
  const customers = JSON.stringify(page.map(({ customerId }) => customerId));
  const lines = crm.linesOfMany.all(today, today, customers);
  const lineIds = JSON.stringify(lines.map(({ subscriberId }) => subscriberId));
  const payerIds = JSON.stringify([...new Set(lines.map(({ accountId }) => accountId))]);
  const accounts = billing.accountsOfMany.all(customers, payerIds);
  const accountIds = JSON.stringify(accounts.map(({ accountId }) => accountId));
  return {
    lines,
    cards: crm.membershipsOfMany.all(customers),
    accounts,
    bills: billing.billsOfMany.all(accountIds, lastMonth),
    countedLines: analytics.linesOfMany.all(period.fullMonths[0] as string, period.runningMonth, customers),
    lineScores: analytics.scoresOfMany.all('SUBSCRIBER', lineIds),
    scores: analytics.scoresOfMany.all('CUSTOMER', customers),
    figures: analytics.figuresOfMany.all(customers),
    opportunities: analytics.opportunitiesOfMany.all(customers),
    lastContacts: contacts.lastContactOfMany.all(customers),
    complaints: contacts.complaintsOfMany.all(customers),
  };
}
