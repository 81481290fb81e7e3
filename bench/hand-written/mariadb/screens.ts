/** Both screens over the operator's databases on a MariaDB server, in two round trips each. */
import type { Clock } from '../../../subgraphs/kit/clock.ts';
import { toLookupValue } from '../../../subgraphs/kit/lookup-value.ts';
import type { Screens } from '../app.ts';
import { type BusinessTime, readTime } from '../business-time.ts';
import type { CallerRow, PortfolioRow } from '../crm.ts';
import { type PageRows, toSections } from '../portfolio-sections.ts';
import { type CallerRows, toScreenPop } from '../screen-pop.ts';
import { toPageRange, toPortfolioPage, toVipPortfolio } from '../vip-portfolio.ts';
import { prepareAnalytics, readInsights } from './analytics.ts';
import { prepareBilling, readMoney, readUsage } from './billing.ts';
import { prepareContacts, readHistory } from './contacts.ts';
import { prefixesOf, prepareCrm } from './crm.ts';
import { connectServer, type Server } from './server.ts';

type Statements = ReturnType<typeof prepareStatements>;

/**
 * @param url Of the server, with what the names of the databases begin with: `mysql://root@127.0.0.1/panorama_bench`.
 * @param password Of the user that it names.
 */
export async function openMariadbScreens(url: string, password: string): Promise<Screens> {
  const server = connectServer(url, password);
  const now = await readNow(server);
  // The operator stands still at the moment it was made for, as it does in the product.
  const clock: Clock = () => new Date(now);
  const statements = prepareStatements(server);
  const { crm } = statements;

  return {
    async screenPop(dialled) {
      const number = toLookupValue('SERVICE_NUMBER', dialled);
      const time = readTime(clock);
      const [rows, [origin]] = await Promise.all([
        crm.callers(number, time.nowAt, time.nowAt),
        crm.origin(...prefixesOf(number)),
      ]);
      const callers = await Promise.all(rows.map((row) => readCaller(statements, row, time)));
      return toScreenPop(origin, callers, time);
    },
    async vipPortfolio(request) {
      const time = readTime(clock);
      const range = toPageRange(request);
      const [[found], rows] = await Promise.all([
        crm.manager(range.staffId),
        crm.portfolio(range.staffId, range.afterId, range.limit + 1),
      ]);
      if (found === undefined) return { staffMember: null };

      const { customers, ...manager } = found;
      const page = toPortfolioPage(rows, range);
      const sections = toSections(await readPage(statements, page.items, time));
      return toVipPortfolio(manager, customers, page, sections, time);
    },
    close: () => server.close(),
  };
}

/** @throws Error where the server has no operator. */
async function readNow({ names: { crm }, prepare }: Server): Promise<string> {
  const [world] = await prepare<[], { readonly now: string }>(`SELECT now FROM ${crm}.world`)();
  if (!world) throw new Error(`The database ${crm} is empty.`);
  return world.now;
}

function prepareStatements(server: Server) {
  return {
    crm: prepareCrm(server),
    billing: prepareBilling(server),
    analytics: prepareAnalytics(server),
    contacts: prepareContacts(server),
  };
}

async function readCaller(
  { crm, billing, analytics, contacts }: Statements,
  row: CallerRow,
  time: BusinessTime,
): Promise<CallerRows> {
  const { customer_id: customerId, subscriber_id: subscriberId } = row;
  const [lines, memberships, running, money, usage, insights, history] = await Promise.all([
    crm.lines(customerId),
    crm.memberships(customerId),
    crm.running(subscriberId, time.today),
    readMoney(billing, customerId, row.account_id, time.runningMonth),
    readUsage(billing, subscriberId, time.runningMonth),
    readInsights(analytics, customerId, subscriberId, time),
    readHistory(contacts, customerId),
  ]);
  return { row, lines, memberships, running, money, usage, insights, history };
}

async function readPage(
  { crm, billing, analytics, contacts }: Statements,
  page: readonly PortfolioRow[],
  { today, lastMonth, period }: BusinessTime,
): Promise<PageRows> {
  const customers = JSON.stringify(page.map(({ customerId }) => customerId));
  const [from, to] = [period.fullMonths[0] as string, period.runningMonth];
  const [
    lines,
    cards,
    accounts,
    bills,
    countedLines,
    lineScores,
    scores,
    figures,
    opportunities,
    lastContacts,
    complaints,
  ] = await Promise.all([
    crm.linesOfMany(today, today, customers),
    crm.membershipsOfMany(customers),
    billing.accountsOfMany(customers, customers),
    billing.billsOfMany(customers, customers, lastMonth),
    analytics.linesOfMany(customers, from, to),
    analytics.lineScoresOfMany(customers),
    analytics.scoresOfMany(customers),
    analytics.figuresOfMany(customers),
    analytics.opportunitiesOfMany(customers),
    contacts.lastContactOfMany(customers),
    contacts.complaintsOfMany(customers),
  ]);
  return {
    lines,
    cards,
    accounts,
    bills,
    countedLines,
    lineScores,
    scores,
    figures,
    opportunities,
    lastContacts,
    complaints,
  };
}
