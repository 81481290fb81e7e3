/** For tests of the analytics writer: a customer made by hand, and what is written of him. */
import { addMonths } from '#kit/clock';
import type { SqlValue, World, WorldCustomer, WorldMonth, WorldOffer, WorldSubscriber } from '../model.ts';
import { createAnalyticsWriter } from './analytics.ts';

export const GIGABYTE = 1_048_576;
const TODAY = '2026-11-20';
export const billedMonths = Array.from({ length: 24 }, (_, i) => addMonths('2026-11', i - 24));

const offer = (offerId: number, own: Partial<WorldOffer> = {}): WorldOffer => ({
  offerId,
  name: `方案${offerId}`,
  kind: 'PLAN',
  family: 'MOBILE',
  serviceClass: 'BASIC',
  brandCode: 'GOTONE',
  monthlyFeeFen: offerId * 1_000,
  voiceMinutes: 100,
  smsCount: 0,
  dataKilobytes: offerId * GIGABYTE,
  overageFen: { perMinute: 15, perSms: 10, perMegabyte: 3 },
  contractMonths: 0,
  era: '5G',
  saleEndedOn: null,
  ...own,
});

const world: World = {
  seed: 1,
  size: 1,
  now: `${TODAY}T10:00:00+08:00`,
  nowSeconds: Date.parse(`${TODAY}T10:00:00+08:00`) / 1_000,
  today: TODAY,
  billedMonths,
  runningMonth: '2026-11',
  detailMonths: 3,
  catalogue: {
    regions: [],
    numberSegments: [],
    brands: [],
    offers: [
      offer(5),
      offer(10),
      offer(15, { saleEndedOn: '2026-01-01' }),
      offer(20),
      offer(8, { brandCode: 'EASYOWN' }),
      offer(30, { brandCode: 'EASYOWN' }),
      offer(40, { kind: 'BROADBAND', dataKilobytes: null }),
    ],
    serviceProviders: [],
    devices: [],
    staff: [],
    topics: [],
  },
  customer: () => {
    throw new Error('These tests make their own customers.');
  },
};

export const month = (name: string, own: Partial<WorldMonth> = {}): WorldMonth => ({
  month: name,
  voiceMinutes: 100,
  smsCount: 3,
  mmsCount: 2,
  cmwapKilobytes: GIGABYTE,
  cmnetKilobytes: 4 * GIGABYTE,
  valueAddedKilobytes: GIGABYTE,
  activeDays: 25,
  roamingEvents: 1,
  ringbackChanges: 1,
  spCodes: [],
  voiceAllowance: 100,
  smsAllowance: 0,
  dataAllowanceKilobytes: 10 * GIGABYTE,
  dataChargeFen: 0,
  dataPlanFeeFen: 0,
  items: [['PLAN_FEE', 10_000]],
  chargeFen: 10_000,
  ...own,
});

/** A line on plan 10 (10 GB), half used, and what a test says of its months. */
export const line = (
  own: Partial<WorldMonth> = {},
  rest: Partial<WorldSubscriber> = {},
): WorldSubscriber => ({
  subscriberId: 2_001,
  accountId: 3_001,
  serviceNumber: '13900000000',
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
  subscriptions: [subscription(10)],
  months: [...billedMonths, '2026-11'].map((name) => month(name, own)),
  ...rest,
});

export const subscription = (
  offerId: number,
  own: Partial<WorldSubscriber['subscriptions'][number]> = {},
): WorldSubscriber['subscriptions'][number] => ({
  subscriptionId: 7_000 + offerId,
  offerId,
  startedOn: '2020-01-01',
  endedOn: null,
  contractEndsOn: null,
  openedByStaffId: null,
  channel: 'RETAIL',
  spCode: null,
  ownerType: 'PERSONAL',
  ...own,
});

export const customer = (
  subscribers: readonly WorldSubscriber[],
  own: Partial<WorldCustomer> = {},
): WorldCustomer => ({
  index: 0,
  customerId: 1_001,
  segment: 'PERSONAL',
  status: 'IN_NET',
  name: '测试',
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
  openedOn: '2024-02-29',
  openedByStaffId: 'A000001',
  managerStaffId: null,
  group: null,
  groupSeat: null,
  relations: [],
  memberships: [],
  registeredLayer: 'GOTONE_CONTRACT',
  accounts: [],
  subscribers,
  treatments: [],
  traits: { complaintRate: 0, queryRate: 0, contactRate: 0 },
  script: undefined,
  ...own,
});

export type Written = Record<string, SqlValue>;

/** Rows by table, as the loader would insert them. */
export function writeAll(of: World, customers: readonly WorldCustomer[]): Map<string, Written[]> {
  const tables = new Map<string, Written[]>();
  const writer = createAnalyticsWriter((table, columns) => {
    const rows: Written[] = [];
    tables.set(table, rows);
    return (values) => {
      if (values.length !== columns.length) throw new Error(`A row of ${table} does not fit its columns.`);
      rows.push(Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null])));
    };
  }, of);
  writer.reference();
  for (const one of customers) writer.customer(one);
  return tables;
}

export function write(of: WorldCustomer): Map<string, Written[]> {
  return writeAll(world, [of]);
}
