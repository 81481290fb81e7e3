/** The money of the made-up operator adds up, for everybody and to the 分. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import type { WorldAccount, WorldCustomer, WorldSubscriber } from './model.ts';
import { createTariff, type InForce, rate, type Tariff } from './rating.ts';
import { createWorld } from './world.ts';

const SIZE = 2_000;
const world = createWorld({ seed: 1, customers: SIZE });
const customers: WorldCustomer[] = Array.from({ length: SIZE }, (_, index) => world.customer(index));
const accounts: WorldAccount[] = customers.flatMap((customer) => customer.accounts);
const lines = customers.flatMap(({ subscribers }) => subscribers);

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

test('a bill is the sum of its items', () => {
  for (const { bills } of accounts) {
    for (const { items, totalFen } of bills) {
      expect(sum(items.map(([, amountFen]) => amountFen))).toBe(totalFen);
      expect(new Set(items.map(([code]) => code)).size).toBe(items.length);
    }
  }
});

test('a bill is the sum over the lines that the account pays for', () => {
  const paidBy = Map.groupBy(lines, ({ accountId }) => accountId);

  for (const { accountId, bills, currentChargeFen } of accounts) {
    const months = (paidBy.get(accountId) ?? []).flatMap((line) => line.months);
    const charge = (wanted: string): number =>
      sum(months.filter(({ month }) => month === wanted).map(({ chargeFen }) => chargeFen));
    for (const { month, totalFen } of bills) expect(totalFen).toBe(charge(month));
    expect(currentChargeFen).toBe(charge(world.runningMonth));
  }
});

test('the ledger closes: what was ever paid in is in bills or still there', () => {
  for (const { payments, bills, cashFen, giftFen } of accounts) {
    expect(sum(payments.map(({ amountFen }) => amountFen))).toBe(
      sum(bills.map(({ paidFen }) => paidFen)) + cashFen,
    );
    expect(cashFen).toBeGreaterThanOrEqual(0);
    expect(giftFen).toBeGreaterThanOrEqual(0);
  }
});

test('money is never in hand while a bill waits for it', () => {
  const waiting = accounts.filter(({ bills }) => bills.some(({ paidFen, totalFen }) => paidFen < totalFen));

  expect(waiting.length).toBeGreaterThan(20);
  expect(waiting.filter(({ cashFen }) => cashFen > 0)).toEqual([]);
});

test('an account is in arrears exactly when a bill past its due day is unpaid', () => {
  for (const { status, bills } of accounts) {
    const overdue = bills.some(({ dueOn, totalFen, paidFen }) => dueOn < world.today && paidFen < totalFen);
    expect(status === 'IN_ARREARS').toBe(overdue);
  }
});

test('payments ascend and none is in the future', () => {
  for (const { payments } of accounts) {
    const moments = payments.map(({ paidAt }) => paidAt);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.at(-1) ?? 0).toBeLessThanOrEqual(world.nowSeconds);
    for (const { amountFen } of payments) expect(amountFen).toBeGreaterThan(0);
  }
});

test('every bill is reproduced from the use, the orders in force and the price list', () => {
  const offers = new Map(world.catalogue.offers.map((offer) => [offer.offerId, offer]));
  const tariffAt = (subscriptions: WorldSubscriber['subscriptions'], month: string): Tariff =>
    createTariff(
      subscriptions.flatMap(({ offerId, startedOn, endedOn, contractEndsOn, spCode }): InForce[] => {
        const offer = offers.get(offerId);
        const runs = startedOn.slice(0, 7) <= month && (endedOn ?? '9999') >= `${month}-01`;
        const inContract = (contractEndsOn ?? '') >= `${month}-01`;
        return offer !== undefined && runs ? [{ offer, inContract, spCode }] : [];
      }),
    );

  const wrong = lines.flatMap(({ subscriberId, subscriptions, months }) =>
    months.flatMap((month) => {
      const tariff = tariffAt(subscriptions, month.month);
      const { items, chargeFen, dataChargeFen } = rate(month, tariff);
      const same =
        chargeFen === month.chargeFen &&
        dataChargeFen === month.dataChargeFen &&
        isDeepStrictEqual(new Map(items), new Map(month.items)) &&
        tariff.dataAllowanceKilobytes === month.dataAllowanceKilobytes &&
        tariff.voiceAllowance === month.voiceAllowance;
      return same ? [] : [`${subscriberId} ${month.month}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('figures of a month are whole and never negative', () => {
  const figures = lines.flatMap(({ months }) => months.flatMap((month) => Object.values(month)));

  const numbers = figures.filter((figure) => typeof figure === 'number');
  expect(numbers.length).toBeGreaterThan(100_000);
  expect(numbers.filter((figure) => !Number.isInteger(figure) || figure < 0 || figure >= 2 ** 31)).toEqual(
    [],
  );
  expect(lines.flatMap(({ months }) => months).filter(({ activeDays }) => activeDays > 31)).toEqual([]);
});
