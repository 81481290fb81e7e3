/** 来电弹屏: what `schema/operations/screen-pop.graphql` answers, for one number. */
import { SCORE_KINDS } from '../../subgraphs/analytics/rules/scores.ts';
import { maskDocument } from '../../subgraphs/crm/masking.ts';
import type { Subscriber } from '../../subgraphs/crm/model.ts';
import { isInUse, tenureDays } from '../../subgraphs/crm/subscriber-figures.ts';
import { toDateTime } from '../../subgraphs/kit/clock.ts';
import { bestUserClass } from '../../subgraphs/kit/customer-class.ts';
import { maskName } from '../../subgraphs/kit/masking.ts';
import { type InsightRows, scoreOf, toInsights } from './analytics.ts';
import { type MoneyRows, toMoney, toUsage, type UsageRow } from './billing.ts';
import type { BusinessTime } from './business-time.ts';
import { type HistoryRows, toHistory, toLiveFacts } from './contacts.ts';
import {
  type CallerRow,
  type Line,
  type Membership,
  type OriginRow,
  type RunningRow,
  standingOf,
} from './crm.ts';

/** What the systems know of one who may be calling. */
export interface CallerRows {
  readonly row: CallerRow;
  /** All of the customer's, the newest first. */
  readonly lines: readonly Line[];
  readonly memberships: readonly Membership[];
  /** Of the line that rang, the newest first. */
  readonly running: readonly RunningRow[];
  readonly money: MoneyRows;
  readonly usage: readonly UsageRow[];
  readonly insights: InsightRows;
  readonly history: HistoryRows;
}

/** @returns What answers for a number that these may be calling from. */
export function toScreenPop(
  origin: OriginRow | undefined,
  callers: readonly CallerRows[],
  time: BusinessTime,
) {
  const matches = callers.map((caller) => toMatch(caller, time));
  const customers = new Set(matches.map(({ customer }) => customer.customerId)).size;
  return {
    customerLookup: {
      outcome: customers === 0 ? 'NONE' : customers === 1 ? 'ONE' : 'MANY',
      numberOrigin: originOf(origin),
      matches,
    },
  };
}

function toMatch({ row, lines, memberships, running, ...rows }: CallerRows, time: BusinessTime) {
  const { today, runningMonth } = time;
  const { customer_id: customerId, name } = row;
  const isInUnit = row.group_customer_id !== null || row.segment === 'ENTERPRISE';
  const netClasses = lines
    .filter((line) => isInUse(line as Line & Subscriber))
    .map(({ netClass }) => netClass);
  const { standing, layer, vipGrade } = standingOf(isInUnit, memberships, lines, today);
  const payment = { customerId, name, payerAccountId: row.account_id };
  const money = toMoney(rows.money, payment, today, runningMonth);
  const insights = toInsights(rows.insights, row.subscriber_id, toLiveFacts(rows.history), time);
  return {
    role: 'HOLDER',
    customer: {
      customerId: String(customerId),
      homeRegion: row.region_name === null ? null : { name: row.region_name },
      name,
      vipGrade,
      userClass: bestUserClass(standing, netClasses, today),
      brands: brandsOf(lines),
      segment: row.segment,
      idDocument: documentOf(row),
      status: row.status,
      layer,
      listFlag: row.list_flag,
      language: row.language,
      manager:
        row.manager_staff_id === null ? null : { staffId: row.manager_staff_id, name: row.manager_name },
      groupMembership: seatOf(row),
      arrearsFen: money.arrearsFen,
      balanceFen: money.balanceFen,
      halfYearConsumption: { totalFen: money.halfYearFen },
      accounts: money.accounts,
      ...toHistory(rows.history, time),
      scores: SCORE_KINDS.map((kind) => scoreOf(kind, rows.insights.scores)),
      warnings: insights.warnings,
      guidance: insights.guidance,
      callReasons: insights.callReasons,
      marketingHistory: { count: insights.marketingCount },
      retentionHistory: { count: insights.retentionCount },
      opportunities: insights.opportunities,
    },
    subscriber: {
      ...lineOf(row, today),
      ...productsOf(running, today),
      payerAccount: money.payerAccount,
      ...toUsage(rows.usage, runningMonth),
      churn: insights.churn,
      usageTrend: insights.usageTrend,
    },
  };
}

function productsOf(running: readonly RunningRow[], today: string) {
  const plan = running.find(({ kind }) => kind === 'PLAN');
  const ends = running.flatMap(({ contractEndsOn: end }) => (end !== null && end >= today ? [end] : []));
  return {
    contractEndsOn: ends.sort().at(-1) ?? null,
    plan: plan ? { offer: { name: plan.name, monthlyFeeFen: plan.monthlyFeeFen } } : null,
  };
}

function originOf(row: OriginRow | undefined) {
  if (row === undefined) return null;
  const { operator, name, province } = row;
  return { operator, region: name === null ? null : { name, province } };
}

/** Brands of the lines in use, each once. */
function brandsOf(lines: readonly Line[]) {
  const names = new Map<string, string>();
  for (const line of lines) {
    if (line.brandName !== null && isInUse(line as Line & Subscriber))
      names.set(line.brandCode, line.brandName);
  }
  return [...names.values()].map((name) => ({ name }));
}

function documentOf({ document_type: type, document_number: number }: CallerRow) {
  return type === null || number === null ? null : { type, numberMasked: maskDocument(number) };
}

function seatOf(row: CallerRow) {
  if (row.group_customer_id === null) return null;
  return {
    position: row.position,
    keyPerson: row.key_person === 1,
    group: { customerId: String(row.group_customer_id), unitName: row.unit_name },
  };
}

function lineOf(row: CallerRow, today: string) {
  const { line_status: status, status_since_at: statusSinceAt, line_opened_on: openedOn } = row;
  return {
    subscriberId: String(row.subscriber_id),
    serviceNumber: row.service_number,
    status,
    statusSince: toDateTime(statusSinceAt),
    netClass: row.net_class,
    tenureDays: tenureDays({ status, statusSinceAt, openedOn } as Subscriber, today),
    numberHeldSince: row.held_since_at === null ? null : toDateTime(row.held_since_at),
    realUser: row.real_user_name === null ? null : { name: maskName(row.real_user_name) },
  };
}
