/** Figures of a line that follow from its record and its subscriptions. */
import { daysBetween, toDateTime } from '#kit/clock';
import type { Offer, ProductSubscription, Subscriber } from './model.ts';

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

/** 合约到期日: the latest end of a commitment that still binds. @param running Subscriptions in use. */
export function contractEnd(running: readonly ProductSubscription[], today: string): string | null {
  const ends = running.flatMap(({ contractEndsOn }) => contractEndsOn ?? []);
  return (
    ends
      .filter((end) => end >= today)
      .sort()
      .at(-1) ?? null
  );
}

/** 增值产品 (V20): by the service class that the product catalogue says (V34), whatever its kind. */
export function isValueAdded({ serviceClass }: Offer): boolean {
  return serviceClass === 'VALUE_ADDED';
}
