/**
 * A plan exchanged for one that fits the data use of a line better.
 *
 * - Data use was 90 % of all that the line has or more in each of the last
 *   three full months: the next larger plan that covers the use (SALE).
 * - It was below 30 % in each: the next smaller and cheaper plan that covers
 *   the use (RETENTION).
 *
 * A plan covers the use when, with what else the line has, the month of most
 * data, of most minutes and of most messages would each cost nothing beyond
 * the fees. So the difference of the fees is the whole truth: what is called a
 * saving is at least that. In contract a main plan stays: leaving it is not
 * free, and its discount would be lost. Data plans are looked at before it.
 */
import type { World, WorldOffer, WorldSubscriber } from '../model.ts';
import { type Amounts, covers, dataUsed, givenBy, mostUsed } from './analytics-amounts.ts';
import { longestContract } from './analytics-contract.ts';
import { dataOf, type PlanLadder } from './analytics-plan-ladder.ts';
import type { Recommendation } from './analytics-recommendation.ts';

const NEARLY_SPENT_RATIO = 0.9;
const LITTLE_USED_RATIO = 0.3;
const MONTHS = 3;

interface Exchange {
  readonly from: WorldOffer;
  readonly to: WorldOffer;
  /** All that the line has, before and after. */
  readonly before: Amounts;
  readonly after: Amounts;
  /** Of each, in the month with most of it. */
  readonly used: Amounts;
}

export function exchange(line: WorldSubscriber, world: World, ladder: PlanLadder): Recommendation | null {
  const recent = line.months.slice(-MONTHS - 1, -1);
  const complete = recent.length === MONTHS && line.months.at(-1)?.month === world.runningMonth;
  const offers = ladder.inForce(line);
  const before = givenBy(offers);
  if (!complete || before.dataKilobytes <= 0) return null;

  const ratios = recent.map((month) => dataUsed(month) / before.dataKilobytes);
  const [lowest, highest] = [Math.min(...ratios), Math.max(...ratios)];
  if (lowest < NEARLY_SPENT_RATIO && highest >= LITTLE_USED_RATIO) return null;

  const isLarger = lowest >= NEARLY_SPENT_RATIO;
  const used = mostUsed(recent);
  for (const from of exchangeable(line, offers, world.today)) {
    const others = isLarger ? ladder.larger(from) : ladder.smallerAndCheaper(from);
    for (const to of others) {
      const after = givenBy(offers.with(offers.indexOf(from), to));
      if (!covers(after, used)) continue;
      const found = { from, to, before, after, used };
      return isLarger ? nearlySpent(found, lowest) : littleUsed(found, highest);
    }
  }
  return null;
}

function exchangeable(line: WorldSubscriber, offers: readonly WorldOffer[], today: string): WorldOffer[] {
  const withData = (wanted: WorldOffer['kind']): WorldOffer[] =>
    offers.filter((offer) => offer.kind === wanted && dataOf(offer) > 0);
  const contract = longestContract(line, today);
  const isBound = contract !== null && contract.endsOn >= today;
  return [...withData('DATA_PLAN'), ...(isBound ? [] : withData('PLAN'))];
}

function nearlySpent(found: Exchange, lowest: number): Recommendation {
  const { from, to, before, after } = found;
  const [ratio, has, data] = [percent(lowest), dataText(before), dataText(after)];
  const fee = yuan(to.monthlyFeeFen);
  const more = to.monthlyFeeFen - from.monthlyFeeFen;
  const [zh, en] =
    more >= 0
      ? [`多${yuan(more)}元`, `${yuan(more)} yuan more`]
      : [`少${yuan(-more)}元`, `${yuan(-more)} yuan less`];
  return {
    kind: 'SALE',
    offerId: to.offerId,
    code: 'DATA_NEARLY_SPENT',
    textZh: `近3个月流量（含流量包共${has}）使用率均在${ratio}%以上，${from.name}换为${to.name}（每月${fee}元，比现在${zh}）后共${data}`,
    textEn: `At least ${ratio}% of all data (${has}, data plans included) used in each of three months: with ${to.name} (${fee} yuan a month, ${en}) for ${from.name} it is ${data}`,
    numbers: [{ name: 'lowestUsedRatio', value: ratio, unit: 'percent' }, ...numbersOf(found)],
    order: 1,
  };
}

function littleUsed(found: Exchange, highest: number): Recommendation {
  const { from, to, before, after } = found;
  const [ratio, has, data] = [percent(highest), dataText(before), dataText(after)];
  const saving = yuan(from.monthlyFeeFen - to.monthlyFeeFen);
  return {
    kind: 'RETENTION',
    offerId: to.offerId,
    code: 'DATA_LITTLE_USED',
    textZh: `近3个月流量（含流量包共${has}）使用率均不超过${ratio}%，${from.name}换为${to.name}后共${data}，流量、通话和短信均够用，每月可省${saving}元`,
    textEn: `At most ${ratio}% of all data (${has}, data plans included) used in each of three months: with ${to.name} for ${from.name} it is ${data}, data, calls and messages are enough, and ${saving} yuan a month are saved`,
    numbers: [{ name: 'highestUsedRatio', value: ratio, unit: 'percent' }, ...numbersOf(found)],
    order: 2,
  };
}

function numbersOf({ from, to, before, after, used }: Exchange): Recommendation['numbers'] {
  return [
    { name: 'currentData', value: before.dataKilobytes, unit: 'KB' },
    { name: 'proposedData', value: after.dataKilobytes, unit: 'KB' },
    { name: 'mostData', value: used.dataKilobytes, unit: 'KB' },
    { name: 'proposedVoice', value: after.voiceMinutes, unit: 'minute' },
    { name: 'mostVoice', value: used.voiceMinutes, unit: 'minute' },
    { name: 'proposedSms', value: after.smsCount, unit: 'message' },
    { name: 'mostSms', value: used.smsCount, unit: 'message' },
    { name: 'currentFee', value: from.monthlyFeeFen, unit: 'fen' },
    { name: 'proposedFee', value: to.monthlyFeeFen, unit: 'fen' },
  ];
}

const percent = (ratio: number): number => Math.round(ratio * 1_000) / 10;
const yuan = (fen: number): string => (fen / 100).toFixed(2);

function dataText({ dataKilobytes }: Amounts): string {
  const megabytes = dataKilobytes / 1_024;
  return megabytes >= 1_024 ? `${Math.round(megabytes / 102.4) / 10}GB` : `${Math.round(megabytes)}MB`;
}
