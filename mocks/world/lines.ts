/** The lines a customer holds, each with 25 months of use, charges and the risk of being given up. */
import { hash } from 'node:crypto';
import { type Calendar, RUNNING } from './calendar.ts';
import { monthlyHazard } from './churn.ts';
import { DEVICES_OF } from './devices.ts';
import { toSubscriberId, toSubscriptionId } from './ids.ts';
import { cutOffDays, partInUse, statusOf } from './line-status.ts';
import { createTariffs } from './line-tariffs.ts';
import type { NetClass, WorldMonth, WorldSubscriber } from './model.ts';
import type { Segment } from './numbers.ts';
import { createFixedOrders, createMobileOrders, OPEN, type Order } from './orders.ts';
import type { Persona } from './persona.ts';
import { addUse, rate, type ShockCause } from './rating.ts';
import { createRandom, type Random } from './rng.ts';
import { createUsageWalk } from './usage.ts';

/** What a line is, before its history. */
export interface LinePlan {
  readonly index: number;
  readonly line: number;
  readonly kind: 'MOBILE' | 'FIXED';
  readonly number: string;
  /** Who issued a mobile number; null for fixed ones. */
  readonly segment: Segment | null;
  readonly accountId: number;
  readonly persona: Persona;
  /** Habit of whoever pays: who stops paying is cut off. */
  readonly payment: Persona['payment'];
  readonly openedDay: number;
  /** Member of a family or a unit. */
  readonly tied: boolean;
  readonly inUnit: boolean;
  readonly realUser: WorldSubscriber['realUser'];
}

export interface Line {
  readonly subscriber: WorldSubscriber;
  /** Index, of the 25 months, of `subscriber.months[0]`. */
  readonly firstMonth: number;
  /** The number was issued outside the home provinces. */
  readonly issuedFar: boolean;
}

interface History {
  /** Those begun before the line was given up. */
  readonly orders: readonly Order[];
  readonly months: readonly WorldMonth[];
  readonly firstMonth: number;
  /** Infinite while the line is held. */
  readonly closedDay: number;
}

const SHOCK_CHANCE = 0.018;
const SHOCK_CAUSES: readonly ShockCause[] = ['DATA', 'DATA', 'DATA', 'VOICE', 'ROAMING'];
const SHOCK_MONTHS = 3;
/** A bill shock multiplies the bill by 1.6 to 4. */
const SHOCK_LEAST = 0.6;
const SHOCK_SPREAD = 2.4;
/** A line given up waits so long, at most, before it is closed. */
const PRE_CLOSED_DAYS = 60;
const PRE_CLOSED_CHANCE = 0.6;
const DAYS_PER_MONTH = 30.44;

export function createLineMaker(seed: number, calendar: Calendar, clerks: number): (plan: LinePlan) => Line {
  const { monthStarts, months, today } = calendar;
  const mobileOrders = createMobileOrders(calendar, clerks);
  const fixedOrders = createFixedOrders(calendar, clerks);
  const firstCalendarMonth = Number((months[0] as string).slice(5)) - 1;

  const live = (plan: LinePlan, drawn: readonly Order[], random: Random): History => {
    const { kind, persona, payment, openedDay } = plan;
    let orders = drawn;
    let closedDay = OPEN;
    let tariffOf = createTariffs(orders, monthStarts);
    const closeOn = (day: number): void => {
      closedDay = day;
      orders = orders.filter(({ fromDay }) => fromDay <= day);
      tariffOf = createTariffs(orders, monthStarts);
    };
    if (typeof persona.closing === 'number') closeOn(persona.closing);

    const main = drawn.find(({ toDay }) => toDay === OPEN) as Order;
    const ringbackFrom = orders.find(({ offer }) => offer.kind === 'RINGBACK')?.fromDay ?? OPEN;
    const openedMonth = calendar.monthOf(openedDay);
    const firstMonth = Math.max(0, openedMonth);
    const { oneWay } = cutOffDays(payment, monthStarts);
    const walk = createUsageWalk({
      persona,
      kind,
      tariff: tariffOf(firstMonth),
      planFeeFen: main.offer.monthlyFeeFen,
      firstCalendarMonth,
      random,
    });

    let shockMonth = -SHOCK_MONTHS;
    const activities: number[] = [];
    const rows: WorldMonth[] = [];
    for (let month = firstMonth; month <= RUNNING && closedDay >= (monthStarts[month] as number); month++) {
      const start = monthStarts[month] as number;
      const next = monthStarts[month + 1] as number;
      const end = month === RUNNING ? start + (next - start) * calendar.runningPart : next;
      const part = partInUse(start, next, openedDay, Math.min(end, closedDay + 1, oneWay));
      const tariff = tariffOf(month);
      const usage = walk.next(month, part, tariff, ringbackFrom < next);
      let rated = rate(usage, tariff);
      const cause = part === 1 ? shockOf(persona, month, random) : null;
      if (cause !== null) {
        addUse(usage, tariff, cause, rated.chargeFen * (SHOCK_LEAST + SHOCK_SPREAD * random.float()));
        rated = rate(usage, tariff);
        shockMonth = month;
      }
      activities.push(walk.activity());
      rows.push({
        month: months[month] as string,
        voiceMinutes: usage.voiceMinutes,
        smsCount: usage.smsCount,
        mmsCount: usage.mmsCount,
        cmwapKilobytes: usage.cmwapKilobytes,
        cmnetKilobytes: usage.cmnetKilobytes,
        valueAddedKilobytes: usage.valueAddedKilobytes,
        activeDays: usage.activeDays,
        roamingEvents: usage.roamingEvents,
        ringbackChanges: usage.ringbackChanges,
        spCodes: tariff.spCodes,
        voiceAllowance: tariff.voiceAllowance,
        smsAllowance: tariff.smsAllowance,
        dataAllowanceKilobytes: tariff.dataAllowanceKilobytes,
        dataChargeFen: rated.dataChargeFen,
        dataPlanFeeFen: tariff.dataPlanFeeFen,
        items: rated.items,
        chargeFen: rated.chargeFen,
      });
      if (persona.closing !== 'HAZARD' || closedDay !== OPEN || month === RUNNING) continue;
      const hazard = monthlyHazard({
        tenureMonths: month - openedMonth,
        contractMonthsLeft: monthsLeft(main.contractEndDay, next),
        usageRatio: usageRatio(activities),
        billShock: month - shockMonth < SHOCK_MONTHS,
        complaintRate: persona.rates.complaintRate,
        latePayer: payment.lateChance > 0.1,
        services: orders.length - 1,
        tied: plan.tied,
      });
      const lastDay = Math.min((monthStarts[month + 2] as number) - 1, today - 1);
      if (random.chance(hazard) && payment.stopsAtBill === null && next <= lastDay) {
        closeOn(random.int(next, lastDay));
      }
    }
    return { orders, months: rows, firstMonth, closedDay };
  };

  return (plan) => {
    const { kind, persona, openedDay, segment } = plan;
    const subscriberId = toSubscriberId(plan.index, plan.line);
    const random = createRandom(seed, 'line', subscriberId);
    const draw = kind === 'MOBILE' ? mobileOrders : fixedOrders;
    const drawn = draw(persona, openedDay, plan.inUnit, random);
    const { orders, months: rows, firstMonth, closedDay } = live(plan, drawn, random);

    const gone = closedDay !== OPEN;
    const preClosed = gone && today - closedDay < PRE_CLOSED_DAYS && random.chance(PRE_CLOSED_CHANCE);
    const closedAt = gone ? calendar.at(closedDay, random.int(9 * 3_600, 17 * 3_600)) : null;
    const heldSince = calendar.at(openedDay, persona.openedSecond);
    const cutOff = cutOffDays(plan.payment, monthStarts);
    const openedOn = calendar.day(openedDay);
    const netClass = kind === 'FIXED' ? 'FIXED' : netClassOf(persona, random);

    return {
      firstMonth,
      issuedFar: segment !== null && segment.place.percent === 0,
      subscriber: {
        subscriberId,
        accountId: plan.accountId,
        serviceNumber: plan.number,
        broadbandAccount: kind === 'FIXED' ? `kd${plan.number}` : null,
        netClass,
        brandCode: kind === 'FIXED' ? 'HOME' : persona.brandCode,
        ...statusOf({ heldSince, closedAt, preClosed, cutOff }, calendar),
        openedOn,
        heldSince,
        heldUntil: preClosed ? null : closedAt,
        // Ported numbers are taken over on the day on which the line is opened.
        portedIn:
          segment !== null && segment.operator !== 'CHINA_MOBILE'
            ? { fromOperator: segment.operator, on: openedOn }
            : null,
        developmentChannel: persona.channel,
        realUser: plan.realUser,
        device: netClass === 'FIXED' ? null : deviceOf(subscriberId, netClass, random),
        subscriptions: orders.map((order, nth) =>
          toSubscription(order, subscriberId, nth, closedDay, calendar),
        ),
        months: rows,
      },
    };
  };
}

function shockOf({ shock }: Persona, month: number, random: Random): ShockCause | null {
  if (shock === null) return random.chance(SHOCK_CHANCE) ? random.pick(SHOCK_CAUSES) : null;
  return shock !== 'NONE' && month === RUNNING - 1 ? shock : null;
}

/** Whole months from the end of a month to the end of the contract; null when none runs. */
function monthsLeft(contractEndDay: number | null, from: number): number | null {
  if (contractEndDay === null || contractEndDay < from) return null;
  return Math.floor((contractEndDay - from) / DAYS_PER_MONTH);
}

/** The last three months by the three before; 1 when there is too little history. */
function usageRatio(activities: readonly number[]): number {
  const count = activities.length;
  if (count < 6) return 1;
  const sum = (from: number): number =>
    (activities[from] as number) + (activities[from + 1] as number) + (activities[from + 2] as number);
  const before = sum(count - 6);
  return before === 0 ? 1 : sum(count - 3) / before;
}

function netClassOf({ old }: Persona, random: Random): 'G2' | 'G3' | 'G4' | 'G5' {
  if (old) return random.chance(0.6) ? 'G2' : 'G3';
  return random.chance(0.55) ? 'G5' : 'G4';
}

function deviceOf(
  subscriberId: number,
  netClass: Exclude<NetClass, 'FIXED'>,
  random: Random,
): WorldSubscriber['device'] {
  // 99 is the allocation code of test handsets.
  const imei = `99${String(subscriberId).padStart(12, '0')}`;
  return { deviceId: hash('sha256', imei).slice(0, 32), modelIndex: random.pick(DEVICES_OF[netClass]) };
}

function toSubscription(
  order: Order,
  subscriberId: number,
  nth: number,
  closedDay: number,
  calendar: Calendar,
): WorldSubscriber['subscriptions'][number] {
  const toDay = Math.min(order.toDay, closedDay);
  return {
    subscriptionId: toSubscriptionId(subscriberId, nth),
    offerId: order.offer.offerId,
    startedOn: calendar.day(order.fromDay),
    endedOn: toDay === OPEN ? null : calendar.day(toDay),
    contractEndsOn: order.contractEndDay === null ? null : calendar.day(order.contractEndDay),
    openedByStaffId: order.staffId,
    channel: order.channel,
    spCode: order.spCode,
    ownerType: order.ownerType,
  };
}
