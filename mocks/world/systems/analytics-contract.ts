import type { WorldSubscriber } from '../model.ts';

/** What binds a line longest, of what it is subscribed to today. */
export interface Contract {
  readonly offerId: number;
  /** Its last day; may have passed, the subscription going on. */
  readonly endsOn: string;
}

export function longestContract({ subscriptions }: WorldSubscriber, today: string): Contract | null {
  let longest: Contract | null = null;
  for (const { offerId, endedOn, contractEndsOn } of subscriptions) {
    const inUse = endedOn === null || endedOn >= today;
    if (!inUse || contractEndsOn === null) continue;
    if (longest === null || contractEndsOn > longest.endsOn) longest = { offerId, endsOn: contractEndsOn };
  }
  return longest;
}
