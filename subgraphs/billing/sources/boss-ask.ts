/** What the adapters over BOSS have in common. */
import type { BossClient } from '#kit/boss/client';
import type { Content } from '#kit/boss/content';
import type { RequestBody } from '#kit/boss/envelope';
import { fanOut } from '#kit/boss/fan-out';
import { oneOf, type ReadText } from '#kit/boss/units';
import { type Clock, toMonth } from '#kit/clock';
import { appError } from '#kit/errors';
import { toId } from '#kit/ids';
import type { PaymentMethod } from '../model.ts';
import type { Checked } from './read-each.ts';

export interface BossOf {
  readonly boss: BossClient;
  /** For all that a request asks, or where it has no beginning, for one call of the source. */
  readonly timeoutMs: number;
  /** When the request began, by `performance.now()`. */
  readonly since?: number;
}

/**
 * One question to BOSS, within the time of the batch that it is part of.
 *
 * @throws SOURCE_UNAVAILABLE where BOSS knows nobody of that id (2009). Who is asked about was found by
 *   others before: that BOSS does not know him is no reason to say that he has and owes nothing.
 */
export type Ask = (operation: string, body: RequestBody) => Promise<Content>;

/**
 * Asks for each id on its own.
 *
 * @param read Gets the id and a way to ask; null where there is nothing. What is no id is asked of nobody.
 */
export function askEach<V>(
  { boss, timeoutMs, since = performance.now() }: BossOf,
  ids: readonly string[],
  read: (id: string, ask: Ask) => Promise<V | null>,
): Promise<Checked<V>> {
  const ask: Ask = async (operation, body) => {
    const content = await boss.call(operation, body, { timeoutMs, since });
    if (content !== null) return content;
    throw appError('SOURCE_UNAVAILABLE', 'The boss system knows nobody of that id.', { source: 'boss' });
  };
  return fanOut(
    ids.filter((id) => toId(id) !== null),
    (id) => read(id, ask),
  );
}

export const payMethod: ReadText<PaymentMethod> = oneOf({
  '01': 'CASH',
  '02': 'BANK_DEBIT',
  '03': 'RECHARGE_CARD',
  '04': 'ONLINE',
  '05': 'MOBILE_WALLET',
});

/** The last month that there can be anything of. BOSS has no word for "until now". */
export function lastMonth(clock: Clock, fromMonth: string): string {
  const running = toMonth(clock());
  if (running < fromMonth) return fromMonth;
  return running;
}

/**
 * Newest first, which is an order that BOSS does not promise.
 *
 * @throws SOURCE_MALFORMED where a month comes twice, or was not asked for.
 */
export function requireMonths<V extends { readonly month: string }>(
  content: Content,
  months: readonly V[],
  isAsked: (month: V) => boolean,
): V[] {
  if (new Set(months.map(({ month }) => month)).size !== months.length) {
    throw content.malformed('A month is there twice.');
  }
  if (!months.every(isAsked)) throw content.malformed('A month was not asked for.');
  return months.toSorted((a, b) => (a.month < b.month ? 1 : -1));
}
