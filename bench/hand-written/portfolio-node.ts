/** One customer of a portfolio, from what was read for the whole page. */
import { MAX_OPPORTUNITIES, type Score } from '../../subgraphs/analytics/model.ts';
import { warningsOf } from '../../subgraphs/analytics/rules/warnings.ts';
import { adviceOf, type FigureRow, type ScoreFigures, scoreOf } from './analytics.ts';
import { arrearsOf, lastBills, MAX_ACCOUNTS } from './billing.ts';
import type { BusinessTime } from './business-time.ts';
import { complaintsOf, toLiveFacts } from './contacts.ts';
import { MAX_LINES, type PortfolioLine, type PortfolioRow, pointsOf, standingOf } from './crm.ts';
import type { Sections } from './portfolio-sections.ts';

const SCORES: readonly Score['kind'][] = ['FEE_SENSITIVITY', 'COMPLAINT_SENSITIVITY', 'VALUE'];

export function toPortfolioNode(row: PortfolioRow, sections: Sections, time: BusinessTime) {
  const { customerId, name, segment, seatIn } = row;
  const { today, lastMonth, threeMonthsAgoAt, period } = time;
  const lines = (sections.lines.get(customerId) ?? []).slice(0, MAX_LINES);
  const cards = sections.cards.get(customerId) ?? [];
  const accounts = sections.accounts.get(customerId) ?? [];
  const { layer, vipGrade } = standingOf(seatIn !== null || segment === 'ENTERPRISE', cards, lines, today);
  const scores = sections.scores.get(customerId) ?? [];
  const figures = sections.figures.get(customerId);
  const opportunities = sections.opportunities.get(customerId) ?? [];
  const complaints = sections.complaints.get(customerId) ?? [];
  const warnings = warningsOf(sections.countedLines.get(customerId) ?? [], period);
  const live = toLiveFacts({ tickets: complaints, doNotDisturb: row.doNotDisturb === 1 });
  const { state, guidance } = adviceOf(scores, warnings, opportunities, live);
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
    complaints: complaintsOf(complaints, threeMonthsAgoAt),
    scores: SCORES.map((kind) => ({ kind, ...figuresOf(kind, scores) })),
    expectedLossFen: figures?.[0]?.expectedLossFen ?? null,
    warnings: warnings.map(({ kind, severity }) => ({ kind, severity })),
    guidance,
    callReasons: figures?.flatMap(toCallReason) ?? null,
    opportunities: opportunities.slice(0, MAX_OPPORTUNITIES).map(({ kind, name: offer, reason_zh }) => ({
      kind,
      state,
      offer: { name: offer },
      reason: { textZh: reason_zh },
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
    churn: figuresOf('CHURN', sections.lineScores.get(subscriberId) ?? []),
  };
}

function figuresOf(kind: Score['kind'], scores: readonly ScoreFigures[]) {
  const { state, value, band, reasons } = scoreOf(kind, scores);
  return { state, value, band, reasons: reasons.map(({ textZh }) => ({ textZh })) };
}

function toCallReason(row: FigureRow) {
  return row.code === null ? [] : [{ code: row.code, evidence: { textZh: row.textZh } }];
}

function owedBy(accountId: number, { bills }: Sections, today: string): number {
  return arrearsOf(bills.get(accountId) ?? [], today).amountFen;
}
