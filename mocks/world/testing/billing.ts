/** What the billing writer makes of customers made by hand, who use their lines in any way. */
import type { World, WorldCustomer, WorldMonth, WorldSubscriber } from '../model.ts';
import { OFFERS } from '../offers.ts';
import { REGIONS } from '../places.ts';
import { createTariff, rate, type Usage } from '../rating.ts';
import { createRandom, type Random } from '../rng.ts';
import { createBillingWriter } from '../systems/billing.ts';
import { BILLED_MONTHS, handMadeCustomer, handMadeLine, handMadeWorld, RUNNING_MONTH } from './hand-made.ts';
import { recordRows, type Written } from './record-rows.ts';

export type Tables = Written['tables'];

export const FIRST_DETAIL_MONTH = '2026-09';

export function createTestWorld(own: Partial<Omit<World, 'catalogue'>> = {}): World {
  return handMadeWorld({
    seed: 7,
    size: 2_000,
    catalogue: {
      regions: REGIONS,
      offers: OFFERS,
      serviceProviders: [{ code: 'SP9003', name: '蜀山游戏' }],
    },
    ...own,
  });
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
  return handMadeLine({
    subscriberId,
    accountId: 300,
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
  });
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
    ...extras.map((offerId) => [offerId, random.pick(BILLED_MONTHS)] as const),
  ];
  const months = [...BILLED_MONTHS, RUNNING_MONTH].map((name) =>
    monthOf(name, drawUse(random, name === RUNNING_MONTH ? 19 : 28), ordered),
  );
  return customerOf(lineOf(200 + index, ordered, months));
}

export function customerOf(line: WorldSubscriber): WorldCustomer {
  return handMadeCustomer({ customerId: line.subscriberId, subscribers: [line] });
}

/** What the writer inserts, by table. */
export function write(customers: readonly WorldCustomer[], world = createTestWorld()): Tables {
  return recordRows(createBillingWriter, world, customers).tables;
}
