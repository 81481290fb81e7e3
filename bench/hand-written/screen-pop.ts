/** 来电弹屏: what `schema/operations/screen-pop.graphql` answers, for one number. */
import { SCORE_KINDS } from '../../subgraphs/analytics/rules/scores.ts';
import { maskDocument } from '../../subgraphs/crm/masking.ts';
import type { Subscriber } from '../../subgraphs/crm/model.ts';
import { isInUse, tenureDays } from '../../subgraphs/crm/subscriber-figures.ts';
import { type Clock, toDateTime } from '../../subgraphs/kit/clock.ts';
import { bestUserClass } from '../../subgraphs/kit/customer-class.ts';
import { toLookupValue } from '../../subgraphs/kit/lookup-value.ts';
import { maskName } from '../../subgraphs/kit/masking.ts';
import { readInsights, scoreOf } from './analytics.ts';
import { readMoney, readUsage } from './billing.ts';
import { type BusinessTime, readTime } from './business-time.ts';
import { readHistory } from './contacts.ts';
import { type CallerRow, type Line, type OriginRow, standingOf } from './crm.ts';
import type { Statements } from './statements.ts';

/** @returns What answers for a number as it was dialled. */
export function createScreenPop({ crm, billing, analytics, contacts }: Statements, clock: Clock) {
  function matchOf(row: CallerRow, time: BusinessTime) {
    const { today, runningMonth } = time;
    const { customer_id: customerId, subscriber_id: subscriberId, name } = row;
    const isInUnit = row.group_customer_id !== null || row.segment === 'ENTERPRISE';
    const lines = crm.lines.all(customerId);
    const netClasses = lines
      .filter((line) => isInUse(line as Line & Subscriber))
      .map(({ netClass }) => netClass);
    const { standing, layer, vipGrade } = standingOf(isInUnit, crm.memberships.all(customerId), lines, today);
    const money = readMoney(
      billing,
      { customerId, name, payerAccountId: row.account_id },
      today,
      runningMonth,
    );
    const insights = readInsights(analytics, customerId, subscriberId, time);
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
        ...readHistory(contacts, customerId, time.nowAt, time.threeMonthsAgoAt),
        scores: SCORE_KINDS.map((kind) => scoreOf(kind, insights.scores)),
        warnings: insights.warnings,
        marketingHistory: { count: insights.marketingCount },
        retentionHistory: { count: insights.retentionCount },
        opportunities: insights.opportunities,
      },
      subscriber: {
        ...lineOf(row, today),
        ...productsOf(subscriberId, today),
        payerAccount: money.payerAccount,
        ...readUsage(billing, subscriberId, runningMonth),
        churn: insights.churn,
        usageTrend: insights.usageTrend,
      },
    };
  }

  function productsOf(subscriberId: number, today: string) {
    const running = crm.running.all(subscriberId, today);
    const plan = running.find(({ kind }) => kind === 'PLAN');
    const ends = running.flatMap(({ contractEndsOn: end }) => (end !== null && end >= today ? [end] : []));
    return {
      contractEndsOn: ends.sort().at(-1) ?? null,
      plan: plan ? { offer: { name: plan.name, monthlyFeeFen: plan.monthlyFeeFen } } : null,
    };
  }

  return (dialled: string) => {
    const number = toLookupValue('SERVICE_NUMBER', dialled);
    const time = readTime(clock);
    const matches = crm.callers.all(number, time.nowAt, time.nowAt).map((row) => matchOf(row, time));
    const customers = new Set(matches.map(({ customer }) => customer.customerId)).size;
    return {
      customerLookup: {
        outcome: customers === 0 ? 'NONE' : customers === 1 ? 'ONE' : 'MANY',
        numberOrigin: originOf(crm.origin.get({ number })),
        matches,
      },
    };
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
