/** Made by hand, with nothing remarkable: an operator, a customer and a line. A test says what matters to it. */
import { addMonths } from '#kit/clock';
import type { World, WorldCustomer, WorldSubscriber } from '../model.ts';

const NOW = '2026-11-20T10:00:00+08:00';
export const RUNNING_MONTH = '2026-11';
export const BILLED_MONTHS = Array.from({ length: 24 }, (_, at) => addMonths(RUNNING_MONTH, at - 24));

type OwnWorld = Partial<Omit<World, 'catalogue'>> & { readonly catalogue?: Partial<World['catalogue']> };

/** An operator without customers, and with nothing on offer but what is said. */
export function handMadeWorld({ catalogue, ...own }: OwnWorld = {}): World {
  return {
    seed: 1,
    size: 1_000,
    now: NOW,
    nowSeconds: Date.parse(NOW) / 1_000,
    today: NOW.slice(0, 10),
    billedMonths: BILLED_MONTHS,
    runningMonth: RUNNING_MONTH,
    detailMonths: 3,
    catalogue: {
      regions: [],
      numberSegments: [],
      brands: [],
      offers: [],
      serviceProviders: [],
      devices: [],
      staff: [],
      topics: [],
      ...catalogue,
    },
    customer: () => {
      throw new Error('These tests make their own customers.');
    },
    ...own,
  };
}

export function handMadeCustomer(own: Partial<WorldCustomer> = {}): WorldCustomer {
  return {
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
    openedOn: '2020-01-01',
    openedByStaffId: 'A000001',
    managerStaffId: null,
    group: null,
    groupSeat: null,
    relations: [],
    memberships: [],
    registeredLayer: 'GOTONE_CONTRACT',
    accounts: [],
    subscribers: [],
    treatments: [],
    traits: { complaintRate: 0, queryRate: 0, contactRate: 0 },
    script: undefined,
    ...own,
  };
}

/** A line held since long ago. */
export function handMadeLine(own: Partial<WorldSubscriber> = {}): WorldSubscriber {
  return {
    subscriberId: 2_001,
    accountId: 3_001,
    serviceNumber: '13900000000',
    broadbandAccount: null,
    netClass: 'G5',
    brandCode: 'GOTONE',
    status: 'ACTIVE',
    statusSince: 0,
    openedOn: '2020-01-01',
    heldSince: Date.parse('2020-01-01T10:00:00+08:00') / 1_000,
    heldUntil: null,
    portedIn: null,
    developmentChannel: 'RETAIL',
    realUser: null,
    device: null,
    subscriptions: [],
    months: [],
    hazards: [],
    ...own,
  };
}
