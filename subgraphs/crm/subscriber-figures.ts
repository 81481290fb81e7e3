/** Figures of a line that follow from its record and its subscriptions. */
import { daysBetween, toDateTime } from '#kit/clock';
import type { ProductSubscription, Subscriber } from './model.ts';

/** 在用: a line counts until it is closed, suspended or not. */
export function isInUse({ status }: Subscriber): boolean {
  return status !== 'CLOSED';
}

/** 在网时长: whole days from the opening to today, or to the closing. */
export function tenureDays(subscriber: Subscriber, today: string): number {
  const end = isInUse(subscriber) ? today : toDateTime(subscriber.statusSinceAt).slice(0, 10);
  return daysBetween(subscriber.openedOn, end);
}

/** 主套餐: the newest plan. @param running Subscriptions in use, newest first. */
export function mainPlan(running: readonly ProductSubscription[]): ProductSubscription | null {
  return running.find(({ kind }) => kind === 'PLAN') ?? null;
}

/** 合约到期日: the latest end of a commitment, past ones of running subscriptions included. */
export function contractEnd(running: readonly ProductSubscription[]): string | null {
  const ends = running.flatMap(({ contractEndsOn }) => contractEndsOn ?? []);
  return ends.sort().at(-1) ?? null;
}
