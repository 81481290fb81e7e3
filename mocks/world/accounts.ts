/**
 * Bills, payments and what is left: a ledger that closes. Every 分 ever paid in
 * is in a bill or in `cashFen`; gifts are spent last and are all still there.
 */
import { type Calendar, RUNNING } from './calendar.ts';
import { toPaymentId } from './ids.ts';
import type { Line } from './lines.ts';
import type { WorldAccount, WorldBill, WorldMonth, WorldSubscriber } from './model.ts';
import type { Persona } from './persona.ts';
import { createRandom, type Random } from './rng.ts';

interface AccountPlan {
  readonly accountId: number;
  readonly prepaid: boolean;
  readonly payment: Persona['payment'];
  readonly spendFen: number;
  /** At least one. */
  readonly lines: readonly Line[];
}

interface Paid {
  readonly paidAt: number;
  readonly amountFen: number;
}

type Items = WorldBill['items'];

const TOP_UPS_FEN = [1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 50_000];
const ROUND_FEN = 1_000;
const LATEST_DAYS_LATE = 25;
const GIFT_CHANCE = 0.08;
const CREDIT_STEP_FEN = 5_000;
const MONTHS_OF_CREDIT = 3;

export function createAccountMaker(seed: number, calendar: Calendar): (plan: AccountPlan) => WorldAccount {
  const { monthStarts, months } = calendar;

  return ({ accountId, prepaid, payment, spendFen, lines }) => {
    const random = createRandom(seed, 'account', accountId);
    const charges = sumByMonth(lines);
    const payments: Paid[] = [];
    const bills: WorldBill[] = [];
    let cashFen = 0;
    const opened = Math.min(...lines.map(({ subscriber }) => subscriber.heldSince));
    // Who pays in advance owes nothing until his line is cut off.
    const cutOff = lines.some(({ subscriber }) => subscriber.status.startsWith('SUSPENDED'));
    const stopsAt = prepaid && !cutOff ? null : payment.stopsAtBill;

    for (let month = 0; month < RUNNING; month++) {
      const charge = charges[month];
      if (charge === undefined) continue;
      const issued = monthStarts[month + 1] as number;
      const due = issued + payment.dueDay - 1;
      const late = random.chance(payment.lateChance);
      const needFen = Math.max(0, charge.totalFen - cashFen);
      const day = payDay(prepaid, late, issued, due, random);
      // Who pays in advance and is not cut off has paid by now.
      const latest = prepaid ? calendar.today - 1 : day;
      const paidAt = Math.max(opened, calendar.at(Math.min(day, latest), random.int(8 * 3_600, 21 * 3_600)));
      const stopped = stopsAt !== null && month >= stopsAt;
      if (needFen > 0 && !stopped && paidAt <= calendar.now) {
        // Nothing is left over to pay the first bill that stays unpaid.
        const amountFen = stopsAt !== null ? needFen : amountOf(needFen, prepaid, payment.method, random);
        payments.push({ paidAt, amountFen });
        cashFen += amountFen;
      }
      const paidFen = Math.max(0, Math.min(cashFen, charge.totalFen));
      cashFen -= paidFen;
      bills.push({
        month: months[month] as string,
        issuedOn: calendar.day(issued),
        dueOn: calendar.day(due),
        items: charge.items,
        totalFen: charge.totalFen,
        paidFen,
      });
    }

    const closed = lines.every(({ subscriber }) => subscriber.status === 'CLOSED');
    const allPaid = bills.every(({ totalFen, paidFen }) => paidFen === totalFen);
    const currentChargeFen = charges[RUNNING]?.totalFen ?? 0;
    // Prepaid money covers the running month too. Who let a bill stay unpaid tops up no more.
    if (prepaid && allPaid && cashFen < currentChargeFen) {
      const amountFen = topUp(currentChargeFen - cashFen);
      const until = Math.max(...lines.map(({ subscriber }) => givenUpAt(subscriber) ?? calendar.now));
      const from = Math.min(until, Math.max(opened, calendar.at(monthStarts[RUNNING] as number, 0)));
      payments.push({ paidAt: random.int(from, until), amountFen });
      cashFen += amountFen;
    }
    const today = calendar.day(calendar.today);
    const inArrears = bills.some(({ dueOn, totalFen, paidFen }) => dueOn < today && paidFen < totalFen);
    return {
      accountId,
      payMode: prepaid ? 'PREPAID' : 'POSTPAID',
      payMethod: payment.method,
      status: inArrears ? 'IN_ARREARS' : closed ? 'CLOSED' : 'ACTIVE',
      creditLimitFen: prepaid
        ? 0
        : creditLimit(Math.max(spendFen * MONTHS_OF_CREDIT, ...bills.map(({ totalFen }) => totalFen))),
      cashFen,
      giftFen: random.chance(GIFT_CHANCE) ? random.int(1, 10) * 500 : 0,
      currentChargeFen,
      bills,
      payments: payments
        .sort((a, b) => a.paidAt - b.paidAt)
        .map((paid, nth) => ({ paymentId: toPaymentId(accountId, nth), ...paid, method: payment.method })),
    };
  };
}

/** Prepaid money comes before the bill; all else between its issue and its due day, unless it is late. */
function payDay(prepaid: boolean, late: boolean, issued: number, due: number, random: Random): number {
  if (late) return due + random.int(1, LATEST_DAYS_LATE);
  return prepaid ? issued - random.int(1, 20) : random.int(issued, due);
}

function amountOf(
  needFen: number,
  prepaid: boolean,
  method: WorldAccount['payMethod'],
  random: Random,
): number {
  if (prepaid) return topUp(needFen);
  const exact = method === 'BANK_DEBIT' || random.chance(0.5);
  return exact ? needFen : Math.ceil(needFen / ROUND_FEN) * ROUND_FEN;
}

/** When the last right to use a line ended; null while it runs. */
function givenUpAt({ status, statusSince }: WorldSubscriber): number | null {
  return status === 'CLOSED' || status === 'PRE_CLOSED' ? statusSince : null;
}

/** The next step above. */
function creditLimit(amountFen: number): number {
  return (Math.floor(amountFen / CREDIT_STEP_FEN) + 1) * CREDIT_STEP_FEN;
}

function topUp(needFen: number): number {
  return TOP_UPS_FEN.find((amount) => amount >= needFen) ?? Math.ceil(needFen / ROUND_FEN) * ROUND_FEN;
}

interface Charge {
  readonly items: Items;
  readonly totalFen: number;
}

/** Charges over all lines, by index of the 25 months. Most accounts pay one line, whose items they take as they are. */
function sumByMonth(lines: readonly Line[]): (Charge | undefined)[] {
  const sums: (Charge | undefined)[] = Array.from({ length: RUNNING + 1 });
  for (const { subscriber, firstMonth } of lines) {
    subscriber.months.forEach((month, nth) => {
      const at = firstMonth + nth;
      const before = sums[at];
      sums[at] =
        before === undefined ? { items: month.items, totalFen: month.chargeFen } : add(before, month);
    });
  }
  return sums;
}

function add(before: Charge, { items, chargeFen }: WorldMonth): Charge {
  const merged = new Map<string, number>(before.items);
  for (const [code, amountFen] of items) merged.set(code, (merged.get(code) ?? 0) + amountFen);
  return { items: [...merged], totalFen: before.totalFen + chargeFen };
}
