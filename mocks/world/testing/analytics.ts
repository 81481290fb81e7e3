/** What the analytics writer makes of customers made by hand. */
import type { WorldCustomer, WorldMonth, WorldOffer, WorldSubscriber } from '../model.ts';
import { createAnalyticsWriter } from '../systems/analytics.ts';
import { BILLED_MONTHS, handMadeCustomer, handMadeLine, handMadeWorld, RUNNING_MONTH } from './hand-made.ts';
import { recordRows, type Written } from './record-rows.ts';

export const GIGABYTE = 1_048_576;

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

const world = handMadeWorld({
  catalogue: {
    offers: [
      offer(5),
      offer(10),
      offer(15, { saleEndedOn: '2026-01-01' }),
      offer(20),
      offer(8, { brandCode: 'EASYOWN' }),
      offer(30, { brandCode: 'EASYOWN' }),
      offer(40, { kind: 'BROADBAND', dataKilobytes: null }),
    ],
  },
});

const month = (name: string, own: Partial<WorldMonth> = {}): WorldMonth => ({
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
export const line = (own: Partial<WorldMonth> = {}, rest: Partial<WorldSubscriber> = {}): WorldSubscriber =>
  handMadeLine({
    subscriptions: [subscription(10)],
    months: [...BILLED_MONTHS, RUNNING_MONTH].map((name) => month(name, own)),
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
): WorldCustomer => handMadeCustomer({ openedOn: '2024-02-29', subscribers, ...own });

export function write(of: WorldCustomer): Written {
  return recordRows(createAnalyticsWriter, world, [of]);
}
