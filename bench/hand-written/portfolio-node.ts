/** One customer of a portfolio, from what was read for the whole page. */
import type { Score } from '../../subgraphs/analytics/model.ts';
import { warningsOf } from '../../subgraphs/analytics/rules/warnings.ts';
import { type ScoreFigures, scoreOf } from './analytics.ts';
import { arrearsOf, lastBills, MAX_ACCOUNTS } from './billing.ts';
import type { BusinessTime } from './business-time.ts';
import { complaintsOf } from './contacts.ts';
import { MAX_LINES, type PortfolioLine, type PortfolioRow, pointsOf, standingOf } from './crm.ts';
import type { Sections } from './portfolio-sections.ts';

const SCORES: readonly Score['kind'][] = ['FEE_SENSITIVITY', 'COMPLAINT_SENSITIVITY', 'VALUE'];

export function toPortfolioNode(row: PortfolioRow, sections: Sections, time: BusinessTime) {
  const { customerId, name, segment, seatIn } = row;
  const { today, lastMonth, period } = time;
  const lines = (sections.lines.get(customerId) ?? []).slice(0, MAX_LINES);
  const cards = sections.cards.get(customerId) ?? [];
  const accounts = sections.accounts.get(customerId) ?? [];
  const { layer, vipGrade } = standingOf(seatIn !== null || segment === 'ENTERPRISE', cards, lines, today);
  const scores = sections.scores.get(customerId) ?? [];
  return {
    customerId: String(customerId),
    name,
    vipGrade,
    layer,
    points: pointsOf(cards, today),
    subscribers: lines.map((line) => toSubscriber(line, sections, today)),
    arrearsFen: accounts.reduce((sum, { accountId }) => sum + owedBy(accountId, sections, today), 0),
    accounts: accounts.slice(0, MAX_ACCOUNTS).map(({ accountId, currentChargeFen }) => ({
      accountId: String(accountId),
      currentChargeFen,
      bills: lastBills(sections.bills.get(accountId) ?? [], lastMonth, today),
    })),
    lastContact: sections.lastContacts.get(customerId) ?? null,
    complaints: complaintsOf(sections.complaints.get(customerId) ?? 0),
    scores: SCORES.map((kind) => {
      const { reasons, ...score } = scoreOf(kind, scores);
      return { ...score, reasons: reasons.map(({ code }) => ({ code })) };
    }),
    expectedLossFen: sections.expectedLossFen.get(customerId) ?? null,
    warnings: warningsOf(sections.countedLines.get(customerId) ?? [], period).map(({ kind, severity }) => ({
      kind,
      severity,
    })),
  };
}

function toSubscriber(line: PortfolioLine, sections: Sections, today: string) {
  const { subscriberId, accountId, serviceNumber, status, contractEndsOn } = line;
  return {
    subscriberId: String(subscriberId),
    serviceNumber,
    status,
    contractEndsOn,
    payerAccount: {
      accountId: String(accountId),
      // Billing may not have the account that crm names.
      arrears: sections.accountIds.has(accountId) ? { amountFen: owedBy(accountId, sections, today) } : null,
    },
    churn: churnOf(sections.lineScores.get(subscriberId) ?? []),
  };
}

function churnOf(scores: readonly ScoreFigures[]) {
  const { state, value, band } = scoreOf('CHURN', scores);
  return { state, value, band };
}

function owedBy(accountId: number, { bills }: Sections, today: string): number {
  return arrearsOf(bills.get(accountId) ?? [], today).amountFen;
}
