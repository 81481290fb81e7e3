/**
 * Counters of tries (I13). A try is counted, durably, before anything is checked:
 * however many come at once and whatever crashes, no more are checked than allowed.
 */
import type { Transaction, WritableDatabase } from '#kit/writable-database';

export type Scope = 'CUSTOMER' | 'STAFF' | 'ADDRESS';

/** Whom a try counts for. `who` is an id or a keyed hash. */
export interface Counted {
  readonly scope: Scope;
  readonly who: string;
}

/** Each within a transaction of the caller's, and always in the order customer, staff, address: so nobody waits in a circle. */
export interface AttemptsSource {
  /**
   * Counts a try for all of them, or for none where one is closed.
   *
   * @param now Epoch milliseconds.
   * @returns Until when it is closed; null where the try may be checked.
   */
  reserve(counted: readonly Counted[], now: number, transaction: Transaction): Promise<number | null>;
  /** A try that was not checked after all. */
  takeBack(counted: readonly Counted[], transaction: Transaction): Promise<void>;
  /** A try that passed: of a customer, errors in a row end with it; of the others, it was none. */
  pass(counted: readonly Counted[], transaction: Transaction): Promise<void>;
}

const MINUTE_MS = 60_000;
const CLOSED_MS = 30 * MINUTE_MS;

/** Errors of a customer are counted in a row; of the others, within half an hour. */
const LIMITS: Readonly<Record<Scope, number>> = { CUSTOMER: 5, STAFF: 20, ADDRESS: 100 };

type Key = Readonly<{ scope: string; who: string }>;

interface Row {
  readonly failures: number;
  readonly window_from: number;
  readonly closed_until: number | null;
}

export function createAttemptsSource(db: WritableDatabase): AttemptsSource {
  const read = db.prepare<Key, Row>((sql, { scope, who }) =>
    sql('attempts').select('failures', 'window_from', 'closed_until').where({ scope, who }).forUpdate(),
  );
  // Writes nothing over a counter that another one has just begun, but locks it.
  const begin = db.prepareWrite<Key & { now: number }>((sql, { scope, who, now }) =>
    sql('attempts')
      .insert({ scope, who, failures: 0, window_from: now, closed_until: null })
      .onConflict(['scope', 'who'])
      .merge(['scope']),
  );
  const write = db.prepareWrite<Key & { failures: number; from: number; until: number | null }>(
    (sql, { scope, who, failures, from, until }) =>
      sql('attempts').update({ failures, window_from: from, closed_until: until }).where({ scope, who }),
  );

  /** The counter as it stands, nobody else's until the transaction ends. */
  async function hold({ scope, who }: Counted, now: number, transaction: Transaction): Promise<Row> {
    const [found] = await read({ scope, who }, transaction);
    if (found) return found;
    await begin({ scope, who, now }, transaction);
    const [begun] = await read({ scope, who }, transaction);
    return begun as Row;
  }

  /** What has run out taken off. */
  async function current(counted: Counted, now: number, transaction: Transaction): Promise<Row> {
    const row = await hold(counted, now, transaction);
    if (row.closed_until !== null) {
      if (row.closed_until <= now) return { failures: 0, window_from: now, closed_until: null };
      if (row.closed_until <= now + CLOSED_MS) return row;
      // The clock was set back: closed for the whole time once more, and not for as long as it was set back.
      const until = now + CLOSED_MS;
      await write({ ...counted, failures: row.failures, from: now, until }, transaction);
      return { ...row, closed_until: until };
    }
    if (counted.scope !== 'CUSTOMER' && now - row.window_from > CLOSED_MS) {
      return { failures: 0, window_from: now, closed_until: null };
    }
    // The clock was set back: what was counted counts for one more half hour.
    return { ...row, window_from: Math.min(row.window_from, now) };
  }

  return {
    async reserve(counted, now, transaction) {
      const rows: (readonly [Counted, Row])[] = [];
      for (const each of counted) rows.push([each, await current(each, now, transaction)]);
      const closed = rows.flatMap(([, { closed_until: until }]) => until ?? []);
      if (closed.length > 0) return Math.max(...closed);
      for (const [each, row] of rows) {
        const failures = row.failures + 1;
        const until = failures >= LIMITS[each.scope] ? now + CLOSED_MS : null;
        await write({ ...each, failures, from: row.window_from, until }, transaction);
      }
      return null;
    },
    takeBack: (counted, transaction) => lower(counted, (failures) => failures - 1, transaction),
    pass: (counted, transaction) =>
      lower(counted, (failures, scope) => (scope === 'CUSTOMER' ? 0 : failures - 1), transaction),
  };

  async function lower(
    counted: readonly Counted[],
    to: (failures: number, scope: Scope) => number,
    transaction: Transaction,
  ): Promise<void> {
    for (const each of counted) {
      const [row] = await read({ scope: each.scope, who: each.who }, transaction);
      if (!row) continue;
      const failures = Math.max(0, to(row.failures, each.scope));
      const until = failures >= LIMITS[each.scope] ? row.closed_until : null;
      await write({ ...each, failures, from: row.window_from, until }, transaction);
    }
  }
}
