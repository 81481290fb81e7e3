/** For tests of the contacts writer: customers made by hand, and what is written of them. */
import { addMonths } from '#kit/clock';
import type {
  CaseScript,
  SqlValue,
  World,
  WorldCustomer,
  WorldSubscriber,
  WorldTreatment,
} from '../model.ts';
import { createStaff } from '../staff.ts';
import { TOPICS } from '../topics.ts';
import { createContactsWriter } from './contacts.ts';

const TODAY = '2026-11-20';
export const NOW = moment(`${TODAY}T10:00`);

const world: World = {
  seed: 1,
  size: 1_000,
  now: `${TODAY}T10:00:00+08:00`,
  nowSeconds: NOW,
  today: TODAY,
  billedMonths: Array.from({ length: 24 }, (_, i) => addMonths('2026-11', i - 24)),
  runningMonth: '2026-11',
  detailMonths: 3,
  catalogue: {
    regions: [],
    numberSegments: [],
    brands: [],
    offers: [],
    serviceProviders: [],
    devices: [],
    staff: createStaff(1, 1_000),
    topics: TOPICS,
  },
  customer: () => {
    throw new Error('These tests make their own customers.');
  },
};

/** @param at A Shanghai moment, `2026-11-20T10:00`. */
export function moment(at: string): number {
  return Date.parse(`${at}:00+08:00`) / 1_000;
}

/** A line held since long ago, and what a test says of it. */
export const line = (own: Partial<WorldSubscriber> = {}): WorldSubscriber => ({
  subscriberId: 2_001,
  accountId: 3_001,
  serviceNumber: '13900000000',
  broadbandAccount: null,
  netClass: 'G5',
  brandCode: 'GOTONE',
  status: 'ACTIVE',
  statusSince: 0,
  openedOn: '2020-01-01',
  heldSince: moment('2020-01-01T10:00'),
  heldUntil: null,
  portedIn: null,
  developmentChannel: 'RETAIL',
  realUser: null,
  device: null,
  subscriptions: [],
  months: [],
  ...own,
});

export const answeredTreatment = (
  treatmentId: number,
  at: string,
  own: Partial<WorldTreatment> = {},
): WorldTreatment => ({
  treatmentId,
  campaignKind: 'RETAIN',
  campaignName: '老客户关怀',
  channel: 'OUTBOUND',
  treatedAt: moment(at),
  offerId: null,
  reason: '合约到期',
  response: {
    responseId: treatmentId,
    outcome: 'DECLINED',
    reason: '考虑换网',
    respondedAt: moment(at) + 60,
    channel: 'OUTBOUND',
    staffId: 'A000007',
  },
  ...own,
});

/** Customer `index`, who is in touch three times as often as most. */
export const customer = (index: number, own: Partial<WorldCustomer> = {}): WorldCustomer => ({
  index,
  customerId: 100_000_000 + index,
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
  openedOn: '2020-01-01',
  openedByStaffId: 'A000001',
  managerStaffId: null,
  group: null,
  groupSeat: null,
  relations: [],
  memberships: [],
  registeredLayer: 'GOTONE_CONTRACT',
  accounts: [],
  subscribers: [line()],
  treatments: [],
  traits: { complaintRate: 0.15, queryRate: 0.4, contactRate: 0.4 },
  script: undefined,
  ...own,
});

export const scripted = (
  index: number,
  script: CaseScript,
  own: Partial<WorldCustomer> = {},
): WorldCustomer => customer(index, { script, ...own });

/** Rows of one table; numbers and texts as they would be in SQL. */
export type Rows = readonly Readonly<Record<string, SqlValue>>[];

export interface Written {
  rows(table: string): Rows;
}

/** What is written of these customers. */
export function write(...customers: readonly WorldCustomer[]): Written {
  return writeIn(world, customers);
}

/** What is written of customers of a world. */
export function writeIn(of: World, customers: readonly WorldCustomer[]): Written {
  const tables = new Map<string, Record<string, SqlValue>[]>();
  const writer = createContactsWriter((table, columns) => {
    const rows: Record<string, SqlValue>[] = [];
    tables.set(table, rows);
    return (values) => {
      if (values.length !== columns.length) throw new Error(`A row of ${table} does not fit its columns.`);
      rows.push(Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null])));
    };
  }, of);
  writer.reference();
  for (const each of customers) writer.customer(each);
  return { rows: (table) => tables.get(table) ?? [] };
}
