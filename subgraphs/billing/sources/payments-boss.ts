/** Payments, from BOSS (KF1010, invented). Amounts are 元 here. */
import { fenOfYuan, id, moment, oneOf, toWireTime } from '#kit/boss/units';
import { addDays, type Clock, startOfDay, toDay } from '#kit/clock';
import { appError } from '#kit/errors';
import { parsePaymentId, toPaymentId } from '../ids.ts';
import type { Payment } from '../model.ts';
import { type Ask, askEach, type BossOf, payMethod } from './boss-ask.ts';
import type { PaymentsSource } from './payments-sql.ts';

/** Before anybody paid. */
const FIRST_SECOND = startOfDay('2000-01-01');
/** Questions about the payments of one account. */
const MAX_QUESTIONS = 30;

const more = oneOf({ 0: false, 1: true });

export function createPaymentsSource(of: BossOf, clock: Clock): PaymentsSource {
  const endOfToday = (): number => startOfDay(addDays(toDay(clock()), 1)) - 1;

  return {
    byAccounts: (accountIds, sinceSeconds) =>
      askEach(of, accountIds, async (accountId, ask) => {
        const payments = await askPayments(ask, accountId, sinceSeconds, endOfToday());
        return payments.length === 0 ? null : payments;
      }),

    // BOSS does not find a payment by its number.
    async byIds(paymentIds) {
      const accountIds = paymentIds.flatMap((paymentId) => parsePaymentId(paymentId)?.accountId ?? []);
      const ofAccounts = await askEach(of, accountIds.map(String), async (accountId, ask) => {
        const payments = await askPayments(ask, accountId, FIRST_SECOND, endOfToday());
        return new Map(payments.map((payment) => [payment.paymentId, payment]));
      });
      return new Map(
        paymentIds.flatMap((paymentId): [string, Payment | Error][] => {
          const ofAccount = ofAccounts.get(paymentId.split('-', 1)[0] ?? '');
          const value = ofAccount instanceof Error ? ofAccount : ofAccount?.get(paymentId);
          return value === undefined ? [] : [[paymentId, value]];
        }),
      );
    },
  };
}

/**
 * All of a time, both ends included, newest first. BOSS tells a number of them and
 * does not say which: where there are more, the time is split amid those told.
 */
async function askPayments(ask: Ask, accountId: string, from: number, to: number): Promise<Payment[]> {
  const found: Payment[] = [];
  const left = [{ from, to }];
  for (let asked = 0; left.length > 0; asked++) {
    const span = left.pop();
    if (span === undefined || span.from > span.to) continue;
    if (asked === MAX_QUESTIONS) throw tooMany();
    const told = await askSpan(ask, accountId, span);
    if (!told.hasMore) found.push(...told.payments);
    else if (span.from === span.to) throw tooMany();
    else {
      const middle = Math.min(medianOf(told.payments), span.to - 1);
      left.push({ from: span.from, to: middle }, { from: middle + 1, to: span.to });
    }
  }
  return found.toSorted(newestFirst);
}

async function askSpan(
  ask: Ask,
  accountId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<{ readonly payments: readonly Payment[]; readonly hasMore: boolean }> {
  const content = await ask('KF1010', {
    AcctID: accountId,
    BeginTime: toWireTime(from),
    EndTime: toWireTime(to),
  });
  const payments = content.list('PayNum', 'Pay').map(
    (each): Payment => ({
      paymentId: toPaymentId(accountId, each.value('PaySerial', id)),
      accountId,
      paidAtSeconds: each.value('PayTime', moment),
      amountFen: each.value('PayFee', fenOfYuan),
      method: each.value('PayMethod', payMethod),
    }),
  );
  if (payments.some(({ paidAtSeconds }) => paidAtSeconds < from || paidAtSeconds > to)) {
    throw content.malformed('A payment was not asked for.');
  }
  if (new Set(payments.map(({ paymentId }) => paymentId)).size !== payments.length) {
    throw content.malformed('A payment is there twice.');
  }
  const hasMore = content.value('MoreFlag', more);
  if (hasMore && payments.length === 0) throw content.malformed('There is more than nothing.');
  return { payments, hasMore };
}

/** Moment of the payment in the middle. */
function medianOf(payments: readonly Payment[]): number {
  const moments = payments.map(({ paidAtSeconds }) => paidAtSeconds).toSorted((a, b) => a - b);
  return moments[Math.floor(moments.length / 2)] ?? 0;
}

function tooMany(): Error {
  return appError('SOURCE_TOO_LARGE', 'The boss system has more payments than we accept.', {
    source: 'boss',
  });
}

function newestFirst(a: Payment, b: Payment): number {
  if (a.paidAtSeconds !== b.paidAtSeconds) return b.paidAtSeconds - a.paidAtSeconds;
  return serialOf(b) - serialOf(a);
}

function serialOf({ paymentId }: Payment): number {
  return parsePaymentId(paymentId)?.paymentId ?? 0;
}
