/** Who held a number when. Numbers are recycled 二次放号, so one number has many holders. */
import type { Database } from '#kit/database';
import type { Holding } from '../model.ts';

interface HoldingRow {
  readonly service_number: string;
  readonly subscriber_id: number;
  readonly held_since_at: number;
  readonly held_until_at: number | null;
}

export interface NumberHoldingsSource {
  /** Oldest first, strangers' included; a number nobody ever held is absent. */
  byNumbers(serviceNumbers: readonly string[]): Promise<ReadonlyMap<string, Holding[]>>;
}

export function createNumberHoldingsSource(db: Database): NumberHoldingsSource {
  const byNumbers = db.prepare<{ numbers: readonly string[] }, HoldingRow>((sql, { numbers }) =>
    sql('number_holding')
      .select('service_number', 'subscriber_id', 'held_since_at', 'held_until_at')
      .where(db.oneOf('service_number', numbers))
      .orderBy(['service_number', 'held_since_at']),
  );
  return {
    async byNumbers(serviceNumbers) {
      const rows = await byNumbers({ numbers: serviceNumbers });
      const byNumber = Map.groupBy(rows, (row) => row.service_number);
      return new Map([...byNumber].map(([number, holdings]) => [number, holdings.map(toHolding)]));
    },
  };
}

function toHolding(row: HoldingRow): Holding {
  return {
    subscriberId: String(row.subscriber_id),
    sinceAt: row.held_since_at,
    untilAt: row.held_until_at,
  };
}
