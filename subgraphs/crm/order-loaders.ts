/** Loaders of what lines have ordered. */
import { createLoader, createLoaderByArgs } from '#kit/loader';
import type { OfferKind, ProductSubscription, SubscriptionFilter } from './model.ts';
import type { SubscriptionsSource } from './sources/subscriptions-sql.ts';
import { contractEnd } from './subscriber-figures.ts';

const ALL_KINDS: readonly OfferKind[] = [
  'PLAN',
  'DATA_PLAN',
  'SMS_PACK',
  'MMS',
  'RINGBACK',
  'SP_SERVICE',
  'BROADBAND',
  'FIXED_LINE',
  'FUNCTION',
];

/** @param today Decides which orders are in use. */
export function createOrderLoaders(source: SubscriptionsSource, today: string) {
  const running = createLoader<ProductSubscription[], ProductSubscription[]>(
    'running',
    (ids) => source.running(ids, today),
    [],
  );
  let isRunningAsked = false;
  const runningOf = (subscriberId: string): Promise<ProductSubscription[]> => {
    isRunningAsked = true;
    return running.load(subscriberId);
  };

  return {
    subscriptionsOf: createLoaderByArgs((filter: SubscriptionFilter) =>
      createLoader<ProductSubscription[], ProductSubscription[]>(
        'subscriptionsOf',
        (ids) => source.bySubscribers(ids, toRange(filter, today)),
        [],
      ),
    ),
    /** All that a line has in use. */
    runningOf,
    /** From the orders where the request reads them anyway; alone, the days are a third of the work. */
    contractEnds: createLoader<string, null>(
      'contractEnds',
      async (ids) => {
        if (!isRunningAsked) return source.contractEnds(ids, today);
        const ends = await Promise.all(ids.map(async (id) => contractEnd(await runningOf(id), today)));
        return new Map(ids.flatMap((id, at) => (ends[at] ? [[id, ends[at]]] : [])));
      },
      null,
    ),
  };
}

/** Those in use today; with `endedSince` also those that still ran on that day. */
function toRange({ kinds, endedSince, startedSince }: SubscriptionFilter, today: string) {
  return {
    kinds: kinds ?? ALL_KINDS,
    runningOn: endedSince !== null && endedSince < today ? endedSince : today,
    startedSince: startedSince ?? '',
  };
}
