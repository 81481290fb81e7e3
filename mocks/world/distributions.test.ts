/** The population looks like the one the rules for made-up data describe. Bounds are wide: the seed is fixed, so a failure is a change. */
import { expect, test } from '@jest/globals';
import type { WorldCustomer } from './model.ts';
import { FIRST_ORDINARY } from './roster.ts';
import { createWorld } from './world.ts';

const world = createWorld({ seed: 1, customers: 12_000 });
const customers: WorldCustomer[] = Array.from({ length: world.size - FIRST_ORDINARY }, (_, at) =>
  world.customer(FIRST_ORDINARY + at),
);
const lines = customers.flatMap(({ subscribers }) => subscribers);
const mobile = lines.filter(({ netClass }) => netClass !== 'FIXED');
const held = lines.filter(({ heldUntil }) => heldUntil === null);
const accounts = customers.flatMap((customer) => customer.accounts);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function between(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
}

function share<T>(list: readonly T[], test: (each: T) => boolean): number {
  return list.filter(test).length / list.length;
}

test('a mobile line brings about 51 yuan a month, half of them less than about 40', () => {
  const averages = mobile
    .filter(({ months }) => months.length > 6)
    .map(({ months }) => mean(months.slice(0, -1).map(({ chargeFen }) => chargeFen)));

  between(mean(averages), 4_300, 5_700);
  between(averages.toSorted((a, b) => a - b)[averages.length >> 1] as number, 3_300, 4_500);
});

test('charges of one line keep to themselves from month to month', () => {
  const pairs = mobile.flatMap(({ months }) => {
    const voice = months.slice(0, -1).map(({ voiceMinutes }) => Math.log(1 + voiceMinutes));
    const level = mean(voice);
    return voice.slice(1).map((value, at) => [value - level, (voice[at] as number) - level] as const);
  });

  const covariance = mean(pairs.map(([a, b]) => a * b));
  between(covariance / mean(pairs.map(([, b]) => b * b)), 0.4, 0.9);
});

test('customers complain 0.035 times a month, most of them never and a few often', () => {
  const rates = customers.map(({ traits }) => traits.complaintRate);

  between(mean(rates), 0.032, 0.038);
  between(
    share(rates, (rate) => rate < 0.01),
    0.4,
    0.55,
  );
  between(
    share(rates, (rate) => rate > 0.14),
    0.04,
    0.09,
  );
});

test('about 6 percent of bills are paid late, and 1.5 percent of lines are suspended', () => {
  const bills = accounts.flatMap((account) => account.bills);
  const overdue = share(accounts, ({ status }) => status === 'IN_ARREARS');

  expect(bills.length).toBeGreaterThan(100_000);
  between(overdue, 0.015, 0.05);
  between(
    share(held, ({ status }) => status.startsWith('SUSPENDED')),
    0.01,
    0.025,
  );
});

test('February roams more than twice as much as March', () => {
  const roaming = (month: string): number =>
    mean(
      mobile.flatMap(({ months }) =>
        months.filter((each) => each.month === month).map((each) => each.roamingEvents),
      ),
    );

  between(roaming('2026-02') / roaming('2026-03'), 1.5, 3.5);
});

test('some bills are a shock, with a cause among their items', () => {
  const shocks = mobile.flatMap(({ months }) =>
    months.slice(6, -1).filter(({ chargeFen }, at) => {
      const before = months.slice(at, at + 6).map((month) => month.chargeFen);
      return chargeFen > 1.6 * (before.toSorted((a, b) => a - b)[3] as number);
    }),
  );
  const months = mobile.reduce((sum, line) => sum + Math.max(0, line.months.length - 7), 0);

  between(shocks.length / months, 0.015, 0.06);
  const causes = new Set([
    'DATA',
    'VOICE',
    'ROAMING',
    'SP',
    'PLAN_FEE',
    'SMS',
    'DATA_PLAN_FEE',
    'RINGBACK',
    'MMS',
  ]);
  expect(shocks.filter(({ items }) => !items.some(([code]) => causes.has(code)))).toEqual([]);
});

test('lines are given up at about a percent a month, more often after use fell away', () => {
  const closed = lines.filter(({ heldUntil, status }) => heldUntil !== null || status === 'PRE_CLOSED');
  const exposure = lines.reduce((sum, { months }) => sum + months.length, 0);
  const fell = (line: (typeof lines)[number]): boolean => {
    const voice = line.months.slice(-7, -1).map(({ voiceMinutes }) => voiceMinutes);
    return voice.length === 6 && mean(voice.slice(3)) < 0.6 * mean(voice.slice(0, 3));
  };

  between(closed.length / exposure, 0.004, 0.012);
  expect(share(closed, fell)).toBeGreaterThan(1.6 * share(held, fell));
});

test('ported numbers, other users, former holders, prospects and units are as rare as they should be', () => {
  between(
    share(mobile, ({ portedIn }) => portedIn !== null),
    0.01,
    0.03,
  );
  between(
    share(lines, ({ realUser }) => realUser !== null),
    0.02,
    0.04,
  );
  between(
    share(customers, ({ status }) => status === 'PROSPECT'),
    0.008,
    0.012,
  );
  between(
    share(customers, ({ status }) => status === 'LEFT'),
    0.05,
    0.18,
  );
  expect(share(customers, ({ segment }) => segment === 'ENTERPRISE')).toBeCloseTo(1 / 200, 3);
});

test('every layer has customers, and some have no layer any more', () => {
  const layers = Map.groupBy(customers, ({ registeredLayer }) => registeredLayer);

  expect(layers.size).toBe(8);
  for (const members of layers.values()) expect(members.length / customers.length).toBeGreaterThan(0.01);
});
