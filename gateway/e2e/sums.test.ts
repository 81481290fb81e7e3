/** Figures agree across the graph (口径一致), for every named case and a sample of the others. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

interface Money {
  readonly totalFen: number;
  readonly paidFen: number;
  readonly unpaidFen: number;
  readonly state: string;
  readonly month: string;
  readonly items: readonly { readonly amountFen: number; readonly category: string }[];
}

const MONEY = `
  query Money($customerId: ID!) {
    customer(customerId: $customerId) {
      layer registeredLayer arrearsFen balanceFen
      halfYearConsumption { fromMonth toMonth totalFen byCategory { category amountFen } }
      consumptionCurve(months: 24) { month totalFen }
      accounts {
        balanceFen
        buckets { unit leftAmount }
        arrears { amountFen bills { unpaidFen } }
        bills(months: 24) { month totalFen paidFen unpaidFen state items { amountFen category } }
      }
    }
  }
`;

let panorama: TestPanorama;
// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, and a wrong guess fails the test.
let customers: any[];

beforeAll(async () => {
  panorama = await openPanorama();
  const { namedCases } = panorama.world.world;
  const sample = Array.from({ length: 50 }, (_, nth) => String(100_000_000 + 600 + nth * 20));
  const ids = [...new Set([...namedCases.map(({ customerId }) => customerId), ...sample])];
  customers = [];
  // One after the other: a hundred at once are more than a database or BOSS is asked for.
  for (const customerId of ids) {
    const { data, errors } = await panorama.query(MONEY, { customerId });
    expect(errors).toBeUndefined();
    customers.push(data.customer);
  }
}, 120_000);
afterAll(() => panorama.close());

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
// biome-ignore lint/suspicious/noExplicitAny: as above.
const billsOf = (customer: any): Money[] =>
  customer.accounts.flatMap(({ bills }: { bills: Money[] }) => bills);

describe('figures agree', () => {
  it('each bill is its items, and paid plus unpaid', () => {
    const bills = customers.flatMap(billsOf);
    expect(bills.length).toBeGreaterThan(500);
    for (const { totalFen, paidFen, unpaidFen, items } of bills) {
      expect(sum(items.map(({ amountFen }) => amountFen))).toBe(totalFen);
      expect(paidFen + unpaidFen).toBe(totalFen);
    }
  });

  it('the half-year value is the bills of the last six months, in whole and by category', () => {
    for (const customer of customers) {
      const { fromMonth, toMonth, totalFen, byCategory } = customer.halfYearConsumption;
      const bills = billsOf(customer).filter(({ month }) => month >= fromMonth && month <= toMonth);
      expect(totalFen).toBe(sum(bills.map((bill) => bill.totalFen)));
      for (const { category, amountFen } of byCategory) {
        const items = bills.flatMap(({ items }) => items).filter((item) => item.category === category);
        expect(amountFen).toBe(sum(items.map((item) => item.amountFen)));
      }
      expect(sum(byCategory.map(({ amountFen }: { amountFen: number }) => amountFen))).toBe(totalFen);
    }
  });

  it('the curve has each month of the bills, and adds up to them', () => {
    for (const customer of customers) {
      expect(sum(customer.consumptionCurve.map(({ totalFen }: Money) => totalFen))).toBe(
        sum(billsOf(customer).map(({ totalFen }) => totalFen)),
      );
    }
  });

  it('arrears are the unpaid overdue bills, and the customer owes what the accounts owe', () => {
    expect(customers.some(({ arrearsFen }) => arrearsFen > 0)).toBe(true);
    for (const customer of customers) {
      for (const { arrears, bills } of customer.accounts) {
        const overdue = bills.filter(({ state }: Money) => state === 'OVERDUE');
        expect(arrears.amountFen).toBe(sum(overdue.map(({ unpaidFen }: Money) => unpaidFen)));
        expect(arrears.amountFen).toBe(sum(arrears.bills.map(({ unpaidFen }: Money) => unpaidFen)));
      }
      const owed = customer.accounts.map(
        ({ arrears }: { arrears: { amountFen: number } }) => arrears.amountFen,
      );
      expect(customer.arrearsFen).toBe(sum(owed));
    }
  });

  it('a balance is its buckets of money', () => {
    for (const customer of customers) {
      for (const { balanceFen, buckets } of customer.accounts) {
        const money = buckets.filter(({ unit }: { unit: string }) => unit === 'FEN');
        expect(balanceFen).toBe(sum(money.map(({ leftAmount }: { leftAmount: number }) => leftAmount)));
      }
    }
  });

  it('crm computes the layer that BOSS has registered', () => {
    for (const { layer, registeredLayer } of customers) expect(layer).toBe(registeredLayer);
    expect(new Set(customers.map(({ layer }) => layer)).size).toBeGreaterThan(3);
  });
});
