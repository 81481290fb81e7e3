/** For tests of the billing writer: one customer made by hand, and what is written of him. */
import { addMonths } from '#kit/clock';
import type { SqlValue, World, WorldCustomer, WorldMonth, WorldSubscriber } from '../model.ts';
import { OFFERS } from '../offers.ts';
import { REGIONS } from '../places.ts';
import { createTariff, rate, type Usage } from '../rating.ts';
import { createRandom, type Random } from '../rng.ts';
import { createBillingWriter } from './billing.ts';

type Row = Readonly<Record<string, SqlValue>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const NOW = '2026-11-20T10:00:00+08:00';
const RUNNING = '2026-11';
const billedMonths = Array.from({ length: 24 }, (_, at) => addMonths(RUNNING, at - 24));
export const FIRST_DETAIL_MONTH = '2026-09';

export function createTestWorld(own: Partial<World> = {}): World {
  return {
    seed: 7,
    size: 2_000,
    now: NOW,
    nowSeconds: Date.parse(NOW) / 1_000,
    today: NOW.slice(0, 10),
    billedMonths,
    runningMonth: RUNNING,
    detailMonths: 3,
    catalogue: {
      regions: REGIONS,
      numberSegments: [],
      brands: [],
      offers: OFFERS,
      serviceProviders: [{ code: 'SP9003', name: '蜀山游戏' }],
      devices: [],
      staff: [],
      topics: [],
    },
    customer: () => {
      throw new Error('These tests make their own customers.');
    },
    ...own,
  };
}

const UNUSED: Usage = {
  voiceMinutes: 0,
  smsCount: 0,
  mmsCount: 0,
  cmwapKilobytes: 0,
  cmnetKilobytes: 0,
  valueAddedKilobytes: 0,
  activeDays: 0,
  roamingEvents: 0,
  ringbackChanges: 0,
};

/** Offers in force from a month on. */
export type Ordered = readonly (readonly [offerId: number, fromMonth: string])[];

export function lineOf(
  subscriberId: number,
  ordered: Ordered,
  months: readonly WorldMonth[],
): WorldSubscriber {
  return {
    subscriberId,
    accountId: 300,
    serviceNumber: '13500000000',
    broadbandAccount: null,
    netClass: 'G5',
    brandCode: 'GOTONE',
    status: 'ACTIVE',
    statusSince: 0,
    openedOn: '2020-01-01',
    heldSince: 0,
    heldUntil: null,
    portedIn: null,
    developmentChannel: 'RETAIL',
    realUser: null,
    device: null,
    subscriptions: ordered.map(([offerId, fromMonth], at) => ({
      subscriptionId: at + 1,
      offerId,
      startedOn: `${fromMonth}-15`,
      endedOn: null,
      contractEndsOn: null,
      openedByStaffId: null,
      channel: 'RETAIL',
      spCode: offerId === 4003 ? 'SP9003' : null,
      ownerType: 'PERSONAL',
    })),
    months,
  };
}

/** A month of this use, rated by the operator's own price list. */
export function monthOf(name: string, use: Partial<Usage>, ordered: Ordered): WorldMonth {
  const usage = { ...UNUSED, ...use };
  const inForce = ordered.flatMap(([offerId, from]) => {
    const offer = OFFERS.find((known) => known.offerId === offerId);
    return offer === undefined || from > name
      ? []
      : [{ offer, inContract: false, spCode: offer.kind === 'SP_SERVICE' ? 'SP9003' : null }];
  });
  const tariff = createTariff(inForce);
  return { month: name, ...usage, ...tariff, ...rate(usage, tariff) };
}

/** Any use at all, from none to far beyond the plan. */
function drawUse(random: Random, mostDays: number): Partial<Usage> {
  const some = (most: number): number => (random.chance(0.2) ? 0 : Math.floor(most * random.float() ** 2));
  const activeDays = random.int(0, mostDays);
  return {
    // Nobody calls for longer than he is awake.
    voiceMinutes: Math.min(some(2_000), Math.max(1, activeDays) * 900),
    smsCount: some(300),
    mmsCount: some(40),
    cmwapKilobytes: some(40_000),
    cmnetKilobytes: some(60_000_000),
    activeDays,
    roamingEvents: some(12),
    ringbackChanges: some(5),
  };
}

/** A customer whose line has used the 25 months in any way. */
export function createTestCustomer(index: number): WorldCustomer {
  const random = createRandom(1, 'billing-test', index);
  const plan = random.pick([1001, 1004, 1031, 2003, 2021]);
  const extras = [3002, 3101, 3201, 3301, 4003].filter(() => random.chance(0.5));
  const ordered: Ordered = [
    [plan, '2020-01'],
    ...extras.map((offerId) => [offerId, random.pick(billedMonths)] as const),
  ];
  const months = [...billedMonths, RUNNING].map((name) =>
    monthOf(name, drawUse(random, name === RUNNING ? 19 : 28), ordered),
  );
  return customerOf(lineOf(200 + index, ordered, months));
}

export function customerOf(line: WorldSubscriber): WorldCustomer {
  return {
    index: 0,
    customerId: line.subscriberId,
    segment: 'PERSONAL',
    status: 'IN_NET',
    name: '王一',
    document: { type: 'RESIDENT_ID', number: '510199199001010023' },
    regionCode: '510100',
    address: null,
    contactPhone: null,
    email: null,
    hobbies: [],
    mailingAddress: null,
    language: 'MANDARIN',
    listFlag: 'NONE',
    developmentChannel: 'RETAIL',
    openedOn: '2020-01-01',
    openedByStaffId: 'A000001',
    managerStaffId: null,
    group: null,
    groupSeat: null,
    relations: [],
    memberships: [],
    registeredLayer: 'GOTONE_CONTRACT',
    accounts: [],
    subscribers: [line],
    treatments: [],
    traits: { complaintRate: 0, queryRate: 0, contactRate: 0 },
    script: undefined,
  };
}

/** What the writer inserts, by table. */
export function write(customers: readonly WorldCustomer[], world = createTestWorld()): Tables {
  const tables: Record<string, Row[]> = {};
  const writer = createBillingWriter((table, columns) => {
    const rows: Row[] = [];
    tables[table] = rows;
    return (values) => {
      if (values.length !== columns.length) throw new Error(`${table} got ${values.length} values.`);
      rows.push(Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])));
    };
  }, world);
  writer.reference();
  for (const customer of customers) writer.customer(customer);
  return tables;
}
