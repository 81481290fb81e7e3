/** What a line has ordered over the years: its plans, extras and third-party services, with their days. */
import { type Calendar, RUNNING } from './calendar.ts';
import type { ChannelCode, WorldOffer } from './model.ts';
import { OFFERS, PROVIDER_OF } from './offers.ts';
import type { Persona } from './persona.ts';
import { LAST_OLD_DAY } from './plans.ts';
import type { Random } from './rng.ts';
import { toStaffId } from './staff.ts';

export interface Order {
  readonly offer: WorldOffer;
  readonly fromDay: number;
  /** Last day; infinite while it runs. */
  toDay: number;
  /** Last day of commitment; null without one. */
  readonly contractEndDay: number | null;
  readonly staffId: string | null;
  readonly channel: ChannelCode;
  readonly spCode: string | null;
  readonly ownerType: 'PERSONAL' | 'GROUP';
}

export type Orders = (persona: Persona, openedDay: number, inUnit: boolean, random: Random) => Order[];

/** An order runs on. */
export const OPEN = Number.POSITIVE_INFINITY;

const byId = new Map(OFFERS.map((offer) => [offer.offerId, offer]));
const SP_OFFERS = OFFERS.filter(({ kind }) => kind === 'SP_SERVICE');
/** Those that make a bill jump when somebody ordered three of them unknowingly. */
const DEAR_SP_OFFERS = SP_OFFERS.filter(({ monthlyFeeFen }) => monthlyFeeFen >= 1_500);

/** Somebody takes the dearest plan that is at most this part of what he is ready to spend. */
const PLAN_PART = 0.85;
const PLAN_CHANGE_CHANCE = 0.15;
const RENEWAL_CHANCE = 0.6;
const SP_SHOCK_CHANCE = 0.003;
const MEAN_ORDER_AGE_DAYS = 400;
const DAYS_PER_MONTH = 30.44;

const GPRS_5 = 3001;
const GPRS_20 = 3002;
const DATA_10 = 3003;
const DATA_30 = 3004;
const SMS_5 = 3101;
const SMS_10 = 3102;
const MMS = 3201;
const RINGBACK_PERSONAL = 3301;
const RINGBACK_GROUP = 3302;
const CALLER_DISPLAY = 3401;
const VOICE_MAIL = 3402;
const BROADBAND = [3501, 3502, 3503];
const FIXED_LINE = 3601;

/** Plans of one brand and era, cheapest first. */
function planLadders(): ReadonlyMap<string, readonly WorldOffer[]> {
  const ladders = Map.groupBy(
    OFFERS.filter(({ kind }) => kind === 'PLAN'),
    ladderOf,
  );
  for (const ladder of ladders.values()) ladder.sort((a, b) => a.monthlyFeeFen - b.monthlyFeeFen);
  return ladders;
}

const ladderOf = ({ brandCode, era }: { brandCode: string | null; era: string }): string =>
  `${brandCode} ${era}`;

export function createMobileOrders(calendar: Calendar, clerks: number): Orders {
  const ladders = planLadders();
  const { today, monthStarts } = calendar;

  const planOrders = (persona: Persona, openedDay: number, random: Random): Order[] => {
    const old = ordersOld(persona, openedDay);
    const ladder = ladders.get(ladderOf({ brandCode: persona.brandCode, era: old ? '2008' : '2024' })) ?? [];
    const wanted = ladder.findLastIndex(({ monthlyFeeFen }) => monthlyFeeFen <= persona.spendFen * PLAN_PART);
    const at = Math.max(0, wanted);
    const changeMonth = !old && random.chance(PLAN_CHANGE_CHANCE) ? random.int(1, RUNNING - 1) : 0;
    const changeDay = monthStarts[changeMonth] as number;
    const before = ladder[at === 0 ? 1 : at - 1];
    const base = {
      staffId: clerk(random, clerks),
      channel: persona.channel,
      spCode: null,
      ownerType: 'PERSONAL',
    } as const;
    const plan = ladder[at] as WorldOffer;
    const forced = persona.contractDaysLeft;

    if (forced === null && changeMonth > 0 && changeDay > openedDay + 60 && before !== undefined) {
      return [
        { ...base, offer: before, fromDay: openedDay, toDay: changeDay - 1, contractEndDay: null },
        {
          ...base,
          offer: plan,
          fromDay: changeDay,
          toDay: OPEN,
          contractEndDay: contractEnd(plan, changeDay, random, today),
        },
      ];
    }
    const end = forced === null ? contractEnd(plan, openedDay, random, today) : today + forced;
    return [{ ...base, offer: plan, fromDay: openedDay, toDay: OPEN, contractEndDay: end }];
  };

  return (persona, openedDay, inUnit, random) => {
    const orders = planOrders(persona, openedDay, random);
    const add = (
      offerId: number,
      fromDay: number,
      toDay: number,
      ownerType: Order['ownerType'] = 'PERSONAL',
    ): void => {
      const alone = random.chance(0.35);
      orders.push({
        offer: byId.get(offerId) as WorldOffer,
        fromDay,
        toDay,
        contractEndDay: null,
        staffId: alone ? null : clerk(random, clerks),
        channel: alone ? random.pick(['WEB', 'SMS']) : random.pick(['HOTLINE', 'RETAIL']),
        spCode: PROVIDER_OF.get(offerId) ?? null,
        ownerType,
      });
    };
    // A line opened today has nothing but its plan yet.
    if (openedDay === today) return orders;
    const old = ordersOld(persona, openedDay);
    const someDay = (): number =>
      Math.max(openedDay, today - Math.floor(-Math.log(1 - random.float()) * MEAN_ORDER_AGE_DAYS));

    if (random.chance(0.55)) add(CALLER_DISPLAY, openedDay, OPEN);
    if (random.chance(0.04)) add(VOICE_MAIL, someDay(), OPEN);
    if (persona.dataPlan) {
      const [small, large] = old ? [GPRS_5, GPRS_20] : [DATA_10, DATA_30];
      add(random.chance(0.7) ? small : large, old ? Math.min(LAST_OLD_DAY, someDay()) : someDay(), OPEN);
    }
    if (random.chance(0.06)) add(random.chance(0.7) ? SMS_5 : SMS_10, someDay(), OPEN);
    if (persona.mmsMean > 3) add(MMS, someDay(), OPEN);
    if (persona.ringback) {
      add(inUnit ? RINGBACK_GROUP : RINGBACK_PERSONAL, someDay(), OPEN, inUnit ? 'GROUP' : 'PERSONAL');
    }
    const firstSp = random.int(0, SP_OFFERS.length - 1);
    for (let nth = 0; nth < persona.spServices; nth++) {
      const fromDay = someDay();
      const { offerId } = SP_OFFERS[(firstSp + nth) % SP_OFFERS.length] as WorldOffer;
      add(
        offerId,
        fromDay,
        random.chance(persona.spEndedChance) ? Math.min(today, fromDay + random.int(20, 300)) : OPEN,
      );
    }
    // The shock with third parties: several dear services at once, given back a month later.
    for (let month = 1; month < RUNNING; month++) {
      const start = monthStarts[month] as number;
      if (start < openedDay || persona.shock !== null || !random.chance(SP_SHOCK_CHANCE)) continue;
      const from = start + random.int(0, 20);
      for (const { offerId } of DEAR_SP_OFFERS) add(offerId, from, from + random.int(3, 7));
      break;
    }
    return orders;
  };
}

export function createFixedOrders(calendar: Calendar, clerks: number): Orders {
  return (persona, openedDay, _inUnit, random) => {
    const base = { toDay: OPEN, channel: persona.channel, spCode: null, ownerType: 'PERSONAL' } as const;
    const broadband = byId.get(random.pick(BROADBAND)) as WorldOffer;
    const staffId = clerk(random, clerks);
    const orders: Order[] = [
      {
        ...base,
        offer: broadband,
        fromDay: openedDay,
        contractEndDay: contractEnd(broadband, openedDay, random, calendar.today),
        staffId,
      },
    ];
    if (random.chance(0.4)) {
      orders.push({
        ...base,
        offer: byId.get(FIXED_LINE) as WorldOffer,
        fromDay: openedDay,
        contractEndDay: null,
        staffId,
      });
    }
    return orders;
  };
}

/** Old plans are still in use, but no longer sold. */
function ordersOld({ old }: Persona, openedDay: number): boolean {
  return old && openedDay <= LAST_OLD_DAY;
}

/** End of the last term: the first one, or of renewals the one now running. */
function contractEnd(
  { contractMonths }: WorldOffer,
  fromDay: number,
  random: Random,
  today: number,
): number | null {
  if (contractMonths === 0) return null;
  const term = Math.round(contractMonths * DAYS_PER_MONTH);
  const terms = random.chance(RENEWAL_CHANCE) ? Math.max(1, Math.ceil((today - fromDay) / term)) : 1;
  return fromDay + terms * term - 1;
}

function clerk(random: Random, clerks: number): string {
  return toStaffId('RETAIL_CLERK', random.int(1, clerks));
}
