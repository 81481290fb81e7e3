/** What each line used, month by month and day by day, and its itemised records. */
import { addDays, addMonths, toDateTime } from '#kit/clock';
import type { CreateSystemWriter, World, WorldMonth, WorldOffer, WorldSubscriber } from '../model.ts';
import { createRandom, type Random } from '../rng.ts';
import { dayOf, drawWeights, pickDays, shareBy, spreadOver } from './billing-days.ts';
import { drawPeers, packRecords, type RecordBounds } from './billing-records.ts';
import { createRoamingWriter } from './billing-roaming.ts';
import { amountOf, createServicesWriter } from './billing-services.ts';

type Into = Parameters<CreateSystemWriter>[0];

/** A million customers keep fewer records: about 400 bytes for each line and month. */
const LARGE_WORLD = 50_000;
const BOUNDS: RecordBounds = { calls: 20, free: 8 };
const LARGE_BOUNDS: RecordBounds = { calls: 5, free: 2 };

const TO_PERSON_CHANCE = 0.8;

export function createLineWriter(
  into: Into,
  world: World,
): (line: WorldSubscriber, regionCode: string) => void {
  const insertMonth = into('usage_month', [
    'subscriber_id',
    'month',
    'voice_minutes',
    'sms_count',
    'mms_count',
    'cmwap_kilobytes',
    'cmnet_kilobytes',
    'value_added_kilobytes',
    'active_days',
    'voice_allowance',
    'sms_allowance',
    'data_allowance_kilobytes',
    'data_charge_fen',
    'data_plan_fee_fen',
    'charge_fen',
  ]);
  const insertDays = into('usage_daily', ['subscriber_id', 'month', 'daily_data', 'daily_mms']);
  const insertDetail = into('usage_detail', ['subscriber_id', 'month', 'records']);
  const writeServices = createServicesWriter(into);
  const writeRoaming = createRoamingWriter(into, world);
  const { runningMonth, today, seed } = world;
  const offers = new Map(world.catalogue.offers.map((offer) => [offer.offerId, offer]));
  const lengths = new Map([...world.billedMonths, runningMonth].map((month) => [month, lengthOf(month)]));
  const firstDetailMonth = addMonths(runningMonth, 1 - world.detailMonths);
  const bounds = world.size > LARGE_WORLD ? LARGE_BOUNDS : BOUNDS;

  /** First and last day of the month on which the line could be used. Today is not over, so nothing is sent yet. */
  const span = (line: WorldSubscriber, lastDay: string | null, month: string): [number, number] => {
    const first = line.openedOn.startsWith(month) ? dayIn(line.openedOn) : 1;
    const end = lastDay?.startsWith(month) ? dayIn(lastDay) : (lengths.get(month) ?? lengthOf(month));
    return [first, Math.max(first, month === runningMonth ? Math.min(end, dayIn(today) - 1) : end)];
  };

  return (line, regionCode) => {
    const { subscriberId } = line;
    const random = createRandom(seed, 'billing-line', subscriberId);
    // A stream of their own, so that how many are kept changes nothing else.
    const recordRandom = createRandom(seed, 'billing-records', subscriberId);
    const peers = drawPeers(recordRandom);
    const feeOf = createFees(line, offers);
    const lastDay = line.status === 'ACTIVE' ? null : toDateTime(line.statusSince).slice(0, 10);

    for (const month of line.months) {
      const days = pickDays(random, ...span(line, lastDay, month.month), month.activeDays);
      const weights = drawWeights(random, days.length);
      const cmwap = shareBy(weights, month.cmwapKilobytes);
      const cmnet = shareBy(weights, month.cmnetKilobytes);
      const ringbackFeeFen = feeOf('RINGBACK', month.month);
      const received = writeServices({ subscriberId, month, ringbackFeeFen }, random);
      const mmsSeconds = spreadOver(random, days, month.mmsCount);

      insertMonth([
        subscriberId,
        month.month,
        month.voiceMinutes,
        month.smsCount,
        month.mmsCount,
        month.cmwapKilobytes,
        month.cmnetKilobytes,
        month.valueAddedKilobytes,
        month.activeDays,
        month.voiceAllowance,
        month.smsAllowance,
        month.dataAllowanceKilobytes,
        month.dataChargeFen,
        month.dataPlanFeeFen,
        month.chargeFen,
      ]);
      insertDays([
        subscriberId,
        month.month,
        packDailyData(month, days, cmwap, cmnet),
        packDailyMms(mmsSeconds, received, days, random),
      ]);
      if (month.month < firstDetailMonth) continue;

      const charges = {
        voiceFen: amountOf(month, 'VOICE'),
        smsFen: amountOf(month, 'SMS') - feeOf('SMS_PACK', month.month),
        mmsFen: amountOf(month, 'MMS') - feeOf('MMS', month.month),
      };
      const kilobytes = days.map((_, at) => (cmwap[at] ?? 0) + (cmnet[at] ?? 0));
      const use = { month, days, kilobytes, mmsSeconds, charges };
      writeRoaming({ subscriberId, regionCode, month, days }, recordRandom);
      insertDetail([subscriberId, month.month, packRecords(use, bounds, peers, recordRandom)]);
    }
  };
}

/** Monthly fees of the offers of one kind that are in force in a month. */
function createFees(
  line: WorldSubscriber,
  offers: ReadonlyMap<number, WorldOffer>,
): (kind: 'SMS_PACK' | 'MMS' | 'RINGBACK', month: string) => number {
  const extras = line.subscriptions.flatMap(({ offerId, startedOn, endedOn }) => {
    const offer = offers.get(offerId);
    if (offer?.kind !== 'SMS_PACK' && offer?.kind !== 'MMS' && offer?.kind !== 'RINGBACK') return [];
    return [{ ...offer, from: startedOn.slice(0, 7), to: endedOn?.slice(0, 7) ?? '9999' }];
  });
  return (kind, month) => {
    let feeFen = 0;
    for (const extra of extras) {
      if (extra.kind === kind && extra.from <= month && month <= extra.to) feeFen += extra.monthlyFeeFen;
    }
    return feeFen;
  };
}

/** KB of each day from the first of the month on, by cmwap and by cmnet; null when there was none. */
function packDailyData(
  { cmwapKilobytes, cmnetKilobytes }: WorldMonth,
  days: readonly number[],
  cmwap: readonly number[],
  cmnet: readonly number[],
): string | null {
  if (cmwapKilobytes + cmnetKilobytes === 0) return null;
  return `[[${cmwapKilobytes === 0 ? '' : byDay(days, cmwap)}],[${cmnetKilobytes === 0 ? '' : byDay(days, cmnet)}]]`;
}

/** Put together by hand: a million customers have 500 million days. */
function byDay(days: readonly number[], amounts: readonly number[]): string {
  let text = '';
  let next = 1;
  days.forEach((day, at) => {
    for (; next < day; next++) text += '0,';
    text += `${amounts[at] ?? 0},`;
    next++;
  });
  return text.slice(0, -1);
}

/** `[day, to persons, to applications, from applications]` of each day with any; null when there was none. */
function packDailyMms(
  sentAt: readonly number[],
  received: number,
  days: readonly number[],
  random: Random,
): string | null {
  if (sentAt.length === 0 && received === 0) return null;
  const counts = new Map<number, [day: number, toPersons: number, toApplications: number, from: number]>();
  const countsOf = (day: number): [number, number, number, number] => {
    const known = counts.get(day) ?? [day, 0, 0, 0];
    counts.set(day, known);
    return known;
  };
  for (const second of sentAt) countsOf(dayOf(second))[random.chance(TO_PERSON_CHANCE) ? 1 : 2]++;
  for (let nth = 0; nth < received; nth++) countsOf(random.pick(days))[3]++;
  return JSON.stringify([...counts.values()].toSorted((a, b) => a[0] - b[0]));
}

function dayIn(day: string): number {
  return Number(day.slice(8, 10));
}

function lengthOf(month: WorldMonth['month']): number {
  return dayIn(addDays(`${addMonths(month, 1)}-01`, -1));
}
