/** The life of a line: 25 months of use and charges, and after each the risk of being given up. */
import { type Calendar, RUNNING } from './calendar.ts';
import { monthlyHazard } from './churn.ts';
import { cutOffDays, partInUse } from './line-status.ts';
import { createTariffs } from './line-tariffs.ts';
import type { WorldMonth, WorldSubscriber } from './model.ts';
import type { Segment } from './numbers.ts';
import { OPEN, type Order } from './orders.ts';
import type { Persona } from './persona.ts';
import { addUse, rate, type ShockCause } from './rating.ts';
import type { Random } from './rng.ts';
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

export interface History {
  /** Those begun before the line was given up. */
  readonly orders: readonly Order[];
  readonly months: readonly WorldMonth[];
  /** For each of `months`, the chance of being given up in the one after it. */
  readonly hazards: readonly number[];
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
const DAYS_PER_MONTH = 30.44;

export function createHistoryMaker(
  calendar: Calendar,
): (plan: LinePlan, drawn: readonly Order[], random: Random) => History {
  const { monthStarts, months, today } = calendar;
  const firstCalendarMonth = Number((months[0] as string).slice(5)) - 1;

  return (plan, drawn, random) => {
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
    const { oneWay } = cutOffDays(payment, openedMonth, monthStarts);
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
    const hazards: number[] = [];
    for (let month = firstMonth; month <= RUNNING && closedDay >= (monthStarts[month] as number); month++) {
      const start = monthStarts[month] as number;
      const next = monthStarts[month + 1] as number;
      // Today is not over, so nothing of it counts yet.
      const end = month === RUNNING ? today : next;
      const part = partInUse(start, next, openedDay, Math.min(end, closedDay + 1, oneWay));
      const tariff = tariffOf(month);
      const usage = walk.next(month, part, tariff, ringbackFrom < next);
      let rated = rate(usage, tariff);
      const cause = part === 1 && kind === 'MOBILE' ? shockOf(persona, month, random) : null;
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
      hazards.push(0);
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
      if (payment.stopsAtBill === null) hazards[hazards.length - 1] = hazard;
      const lastDay = Math.min((monthStarts[month + 2] as number) - 1, today - 1);
      if (random.chance(hazard) && payment.stopsAtBill === null && next <= lastDay) {
        closeOn(random.int(next, lastDay));
      }
    }
    return { orders, months: rows, hazards, firstMonth, closedDay };
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
