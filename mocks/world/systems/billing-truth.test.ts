/** What billing answers about the made-up operator, held against the truth. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AUTHENTICATED,
  type Billing,
  billingViewer,
  createBilling,
} from '../../../subgraphs/billing/testing/billing.ts';
import type { WorldBill, WorldCustomer, WorldSubscriber } from '../model.ts';
import { write } from '../testing/billing.ts';
import { createWorld } from '../world.ts';

const world = createWorld({ seed: 1, customers: 800, detailMonths: 2 });
/** The named cases, and ordinary customers behind them. */
const customers = Array.from({ length: 120 }, (_, index) => world.customer(index));

interface Amount {
  readonly amountFen: number;
}
interface Total {
  readonly totalFen: number;
}
interface ToldCustomer {
  readonly arrearsFen: number;
  readonly balanceFen: number;
  readonly registeredLayer: string | null;
  readonly halfYearConsumption: Total & { readonly byCategory: readonly Amount[] };
  readonly consumptionCurve: readonly Total[];
  readonly accounts: readonly { readonly arrears: Amount }[];
}

interface ToldLine {
  readonly usageMonths: readonly unknown[];
  readonly borderRoaming: object;
  readonly usageRecords: {
    readonly nodes: readonly { readonly seconds: number; readonly chargeFen: number }[];
  } | null;
}

let billing: Billing;
/** Who proved to be one: itemised records are shown of nobody else. */
let present = '';

beforeAll(async () => {
  billing = await createBilling(write(customers, world), () =>
    billingViewer({ authenticated: { ...AUTHENTICATED, customerId: present } }),
  );
});

afterAll(() => billing.remove());

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const billsOf = ({ accounts }: WorldCustomer): WorldBill[] => accounts.flatMap(({ bills }) => bills);
const lastSix = (bills: readonly WorldBill[]) =>
  bills.filter(({ month }) => world.billedMonths.slice(-6).includes(month));

describe('a customer of the operator', () => {
  it('owes, has and has spent what the truth says', async () => {
    const keys = customers.map(({ customerId }) => ({ customerId: String(customerId) }));
    const fields = `
      arrearsFen balanceFen registeredLayer halfYearConsumption { totalFen byCategory { amountFen } }
      consumptionCurve(months: 24) { totalFen }
      accounts { arrears { amountFen } bills(months: 24) { totalFen items { amountFen } } }`;
    const answer = await billing.askEntities('Customer', keys, fields);
    expect(answer.errors).toBeUndefined();

    for (const [at, customer] of customers.entries()) {
      const told: ToldCustomer = answer.data._entities[at];
      const overdue = billsOf(customer).filter(({ dueOn }) => dueOn < world.today);
      expect(told.arrearsFen).toBe(sum(overdue.map(({ totalFen, paidFen }) => totalFen - paidFen)));
      expect(told.arrearsFen).toBe(sum(told.accounts.map(({ arrears }) => arrears.amountFen)));
      expect(told.balanceFen).toBe(sum(customer.accounts.map(({ cashFen, giftFen }) => cashFen + giftFen)));
      expect(told.registeredLayer).toBe(customer.registeredLayer);

      const halfYear = told.halfYearConsumption;
      expect(halfYear.totalFen).toBe(sum(lastSix(billsOf(customer)).map(({ totalFen }) => totalFen)));
      expect(halfYear.totalFen).toBe(sum(halfYear.byCategory.map(({ amountFen }) => amountFen)));
      expect(sum(told.consumptionCurve.map(({ totalFen }) => totalFen))).toBe(
        sum(billsOf(customer).map(({ totalFen }) => totalFen)),
      );
    }
  });

  it('has every shape that a screen must show', () => {
    const states = new Set(customers.flatMap(({ accounts }) => accounts.map(({ status }) => status)));
    expect(states).toEqual(new Set(['ACTIVE', 'IN_ARREARS', 'CLOSED']));
    expect(customers.some(({ status }) => status === 'PROSPECT')).toBe(true);
  });
});

describe('a line of the operator', () => {
  it('can be read in every month and kind of use, and its records cost what its month does', async () => {
    const months = [...world.billedMonths, world.runningMonth];
    const daily = months
      .map(
        (month, at) =>
          `data${at}: dailyData(month: "${month}") { cmnetKilobytes } mms${at}: dailyMms(month: "${month}") { count }`,
      )
      .join(' ');
    const fields = `
      usageMonths(months: 25) { month voiceMinutes cmnetKilobytes chargeFen } averageRevenueFen allowances { leftAmount }
      spMonths(months: 6) { spName } ringbackMonths(months: 6) { changes } ${daily}
      borderRoaming { thisMonthCount lastMonthCount events { place feeFen } }
      usageRecords(month: "${world.billedMonths.at(-1)}", first: 100, kind: VOICE) { totalCount nodes { seconds chargeFen } }`;

    for (const { customerId, subscribers } of customers) {
      present = String(customerId);
      const keys = subscribers.map(({ subscriberId }) => ({ subscriberId: String(subscriberId) }));
      const answer = await billing.askEntities('Subscriber', keys, fields);
      expect(answer.errors).toBeUndefined();
      for (const [at, line] of subscribers.entries()) expectTold(answer.data._entities[at], line);
    }
  });
});

function expectTold(told: ToldLine, line: WorldSubscriber): void {
  expect(told.usageMonths).toHaveLength(line.months.length);
  const last = line.months.find(({ month }) => month === world.billedMonths.at(-1));
  const running = line.months.find(({ month }) => month === world.runningMonth);
  expect(told.borderRoaming).toMatchObject({
    thisMonthCount: running?.roamingEvents ?? 0,
    lastMonthCount: last?.roamingEvents ?? 0,
  });
  expect(told.usageRecords === null).toBe(last === undefined);
  const calls = told.usageRecords?.nodes ?? [];
  expect(sum(calls.map(({ seconds }) => Math.ceil(seconds / 60)))).toBe(last?.voiceMinutes ?? 0);
  expect(sum(calls.map(({ chargeFen }) => chargeFen))).toBe(
    last?.items.find(([code]) => code === 'VOICE')?.[1] ?? 0,
  );
}
