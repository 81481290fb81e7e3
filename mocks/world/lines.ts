/** The lines a customer holds, as the truth records them. */
import { hash } from 'node:crypto';
import type { Calendar } from './calendar.ts';
import { DEVICES_OF } from './devices.ts';
import { toSubscriberId, toSubscriptionId } from './ids.ts';
import { createHistoryMaker, type LinePlan } from './line-history.ts';
import { cutOffDays, statusOf } from './line-status.ts';
import type { NetClass, WorldSubscriber } from './model.ts';
import { createFixedOrders, createMobileOrders, OPEN, type Order } from './orders.ts';
import type { Persona } from './persona.ts';
import { createRandom, type Random } from './rng.ts';

export interface Line {
  readonly subscriber: WorldSubscriber;
  /** Index, of the 25 months, of `subscriber.months[0]`. */
  readonly firstMonth: number;
  /** The number was issued outside the home provinces. */
  readonly issuedFar: boolean;
}

/** A line given up waits so long, at most, before it is closed. */
const PRE_CLOSED_DAYS = 60;
const PRE_CLOSED_CHANCE = 0.6;

export function createLineMaker(seed: number, calendar: Calendar, clerks: number): (plan: LinePlan) => Line {
  const { monthStarts, today } = calendar;
  const live = createHistoryMaker(calendar);
  const mobileOrders = createMobileOrders(calendar, clerks);
  const fixedOrders = createFixedOrders(calendar, clerks);

  return (plan) => {
    const { kind, persona, openedDay, segment } = plan;
    const subscriberId = toSubscriberId(plan.index, plan.line);
    const random = createRandom(seed, 'line', subscriberId);
    const draw = kind === 'MOBILE' ? mobileOrders : fixedOrders;
    const drawn = draw(persona, openedDay, plan.inUnit, random);
    const { orders, months: rows, hazards, firstMonth, closedDay } = live(plan, drawn, random);

    const gone = closedDay !== OPEN;
    const preClosed = gone && today - closedDay < PRE_CLOSED_DAYS && random.chance(PRE_CLOSED_CHANCE);
    const closedAt = gone ? calendar.at(closedDay, random.int(9 * 3_600, 17 * 3_600)) : null;
    const heldSince = calendar.at(openedDay, persona.openedSecond);
    const cutOff = cutOffDays(plan.payment, calendar.monthOf(openedDay), monthStarts);
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
        hazards,
      },
    };
  };
}

function netClassOf({ old, mmsMean }: Persona, random: Random): 'G2' | 'G3' | 'G4' | 'G5' {
  // The oldest handsets cannot send multimedia messages.
  if (old) return mmsMean === 0 && random.chance(0.7) ? 'G2' : 'G3';
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
