/** Broadband accounts of fixed lines. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';

interface BroadbandRow {
  readonly subscriber_id: number;
  readonly account_name: string;
}

export interface BroadbandSource {
  /** The account name a line has, or had last; a line that never had one is absent. */
  bySubscribers(subscriberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function createBroadbandSource(db: Database): BroadbandSource {
  const bySubscribers = db.prepare<{ ids: number[] }, BroadbandRow>((sql, { ids }) =>
    sql('broadband')
      .select('subscriber_id', 'account_name')
      .where(db.oneOf('subscriber_id', ids))
      .orderBy(['subscriber_id', 'held_since_at']),
  );
  return {
    async bySubscribers(subscriberIds) {
      const rows = await bySubscribers({ ids: toIds(subscriberIds) });
      // Rows come oldest first, so the last name stays.
      return new Map(rows.map((row) => [String(row.subscriber_id), row.account_name]));
    },
  };
}
