/** Border roaming, from the billing replica. Read only. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { RoamingEvent } from '../model.ts';

interface RoamingRow {
  readonly subscriber_id: number;
  readonly roamed_on: string;
  readonly cell: string;
  readonly place: string;
  readonly fee_fen: number;
}

export interface RoamingSource {
  /** Events from `fromDay` on, newest first; a line without any is absent. */
  bySubscribers(
    subscriberIds: readonly string[],
    fromDay: string,
  ): Promise<ReadonlyMap<string, readonly RoamingEvent[]>>;
}

export function createRoamingSource(db: Database): RoamingSource {
  const since = db.prepare<{ ids: readonly number[]; from: string }, RoamingRow>((sql, { ids, from }) =>
    sql('roaming_event')
      .select('subscriber_id', 'roamed_on', 'cell', 'place', 'fee_fen')
      .where(db.oneOf('subscriber_id', ids))
      .where('roamed_on', '>=', from)
      .orderBy([
        { column: 'subscriber_id', order: 'desc' },
        { column: 'roamed_on', order: 'desc' },
        { column: 'nth', order: 'desc' },
      ]),
  );

  return {
    async bySubscribers(subscriberIds, fromDay) {
      const rows = await since({ ids: toIds(subscriberIds), from: fromDay });
      const byLine = Map.groupBy(rows, (row) => String(row.subscriber_id));
      return new Map([...byLine].map(([id, own]) => [id, own.map(toEvent)]));
    },
  };
}

function toEvent(row: RoamingRow): RoamingEvent {
  return { day: row.roamed_on, cell: row.cell, place: row.place, feeFen: row.fee_fen };
}
