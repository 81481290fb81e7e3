/**
 * What a month of use costs. The one price list of the made-up operator: bills
 * are nothing but this, so who knows the use, the offers in force and these
 * rules reproduces every bill to the 分.
 *
 * - A fee is charged whole in each month in which the offer was in force.
 * - Voice, SMS and data beyond the sum of the allowances cost what the main
 *   plan (or fixed line) says; a begun megabyte counts as one.
 * - MMS are free with the monthly MMS offer, else 0.30 yuan each.
 * - A tune changed costs 2 yuan on top of the ringback's fee.
 * - Each border-roaming event costs 1.80 yuan.
 * - In contract, a tenth of the main plan's fee is let off.
 */
import type { BILL_ITEMS, WorldMonth, WorldOffer } from './model.ts';

type ItemCode = keyof typeof BILL_ITEMS;
type Item = readonly [code: ItemCode, amountFen: number];

const MMS_FEN = 30;
const TUNE_FEN = 200;
const ROAMING_EVENT_FEN = 180;
/** Nobody crosses the border more often in a month. */
export const MOST_ROAMING_EVENTS = 30;
const CONTRACT_DISCOUNT = 0.1;
const KILOBYTES_PER_MEGABYTE = 1_024;

/** What was used in a month. */
export type Usage = {
  -readonly [K in
    | 'voiceMinutes'
    | 'smsCount'
    | 'mmsCount'
    | 'cmwapKilobytes'
    | 'cmnetKilobytes'
    | 'valueAddedKilobytes'
    | 'activeDays'
    | 'roamingEvents'
    | 'ringbackChanges']: WorldMonth[K];
};

/** An offer in force, as far as its price goes. */
export interface InForce {
  readonly offer: WorldOffer;
  readonly inContract: boolean;
  readonly spCode: string | null;
}

/** Fees and prices of one month, put together from the offers in force. */
export interface Tariff {
  readonly fees: readonly Item[];
  readonly feesFen: number;
  readonly dataPlanFeeFen: number;
  readonly smsPackFen: number;
  readonly ringbackFen: number;
  /** Monthly MMS offer; null when each message is charged. */
  readonly mmsFen: number | null;
  readonly overageFen: WorldOffer['overageFen'];
  readonly voiceAllowance: number;
  readonly smsAllowance: number;
  readonly dataAllowanceKilobytes: number;
  readonly spCodes: readonly string[];
}

interface Rated {
  readonly items: readonly Item[];
  readonly chargeFen: number;
  readonly dataChargeFen: number;
}

const FEE_ITEMS: Readonly<Partial<Record<WorldOffer['kind'], ItemCode>>> = {
  PLAN: 'PLAN_FEE',
  DATA_PLAN: 'DATA_PLAN_FEE',
  SP_SERVICE: 'SP',
  FUNCTION: 'FUNCTION',
  BROADBAND: 'BROADBAND',
  FIXED_LINE: 'FIXED_LINE',
};
const FREE = { perMinute: 0, perSms: 0, perMegabyte: 0 };

export function createTariff(inForce: readonly InForce[]): Tariff {
  const fees = new Map<ItemCode, number>();
  const total = (kind: WorldOffer['kind']): number =>
    inForce.reduce((sum, { offer }) => (offer.kind === kind ? sum + offer.monthlyFeeFen : sum), 0);
  const allowance = (of: (offer: WorldOffer) => number | null): number =>
    inForce.reduce((sum, { offer }) => sum + (of(offer) ?? 0), 0);

  for (const { offer, inContract } of inForce) {
    const item = FEE_ITEMS[offer.kind];
    if (item !== undefined) fees.set(item, (fees.get(item) ?? 0) + offer.monthlyFeeFen);
    if (inContract && offer.kind === 'PLAN') {
      fees.set('DISCOUNT', -Math.round(offer.monthlyFeeFen * CONTRACT_DISCOUNT));
    }
  }
  const list = [...fees];
  return {
    fees: list,
    feesFen: list.reduce((sum, [, amountFen]) => sum + amountFen, 0),
    dataPlanFeeFen: total('DATA_PLAN'),
    smsPackFen: total('SMS_PACK'),
    ringbackFen: total('RINGBACK'),
    mmsFen: inForce.some(({ offer }) => offer.kind === 'MMS') ? total('MMS') : null,
    overageFen: inForce.find(({ offer }) => setsPrices(offer))?.offer.overageFen ?? FREE,
    voiceAllowance: allowance(({ voiceMinutes }) => voiceMinutes),
    smsAllowance: allowance(({ smsCount }) => smsCount),
    dataAllowanceKilobytes: allowance(({ dataKilobytes }) => dataKilobytes),
    spCodes: [...new Set(inForce.flatMap(({ spCode }) => spCode ?? []))],
  };
}

/** Main plans and fixed lines say what use beyond the allowances costs; what is added to them does not. */
export function setsPrices({ kind }: WorldOffer): boolean {
  return kind === 'PLAN' || kind === 'FIXED_LINE';
}

export function rate(usage: Usage, tariff: Tariff): Rated {
  const { overageFen } = tariff;
  const kilobytes = usage.cmwapKilobytes + usage.cmnetKilobytes;
  const voice = Math.max(0, usage.voiceMinutes - tariff.voiceAllowance) * overageFen.perMinute;
  const sms = tariff.smsPackFen + Math.max(0, usage.smsCount - tariff.smsAllowance) * overageFen.perSms;
  const mms = tariff.mmsFen ?? usage.mmsCount * MMS_FEN;
  const data =
    Math.ceil(Math.max(0, kilobytes - tariff.dataAllowanceKilobytes) / KILOBYTES_PER_MEGABYTE) *
    overageFen.perMegabyte;
  const ringback = tariff.ringbackFen + usage.ringbackChanges * TUNE_FEN;
  const roaming = usage.roamingEvents * ROAMING_EVENT_FEN;

  const items: Item[] = tariff.fees.slice();
  if (voice > 0) items.push(['VOICE', voice]);
  if (sms > 0) items.push(['SMS', sms]);
  if (mms > 0) items.push(['MMS', mms]);
  if (data > 0) items.push(['DATA', data]);
  if (ringback > 0) items.push(['RINGBACK', ringback]);
  if (roaming > 0) items.push(['ROAMING', roaming]);
  return {
    items,
    chargeFen: tariff.feesFen + voice + sms + mms + data + ringback + roaming,
    dataChargeFen: data,
  };
}

export type ShockCause = 'DATA' | 'VOICE' | 'ROAMING';

/**
 * Adds as much use of a mobile line as makes the bill higher by about this
 * amount, and shows where it came from. What is too much to roam goes to data.
 */
export function addUse(usage: Usage, tariff: Tariff, cause: ShockCause, extraFen: number): void {
  const { perMegabyte, perMinute } = tariff.overageFen;
  const roamingEvents = usage.roamingEvents + Math.ceil(extraFen / ROAMING_EVENT_FEN);
  if (cause === 'ROAMING' && roamingEvents <= MOST_ROAMING_EVENTS) {
    usage.roamingEvents = roamingEvents;
  } else if (cause === 'VOICE') {
    const free = Math.max(0, tariff.voiceAllowance - usage.voiceMinutes);
    usage.voiceMinutes += free + Math.ceil(extraFen / perMinute);
  } else {
    const free = Math.max(0, tariff.dataAllowanceKilobytes - usage.cmwapKilobytes - usage.cmnetKilobytes);
    usage.cmnetKilobytes += free + Math.ceil(extraFen / perMegabyte) * KILOBYTES_PER_MEGABYTE;
  }
}
