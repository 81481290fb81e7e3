/**
 * Counters of tries (I13). A try is counted, durably, before anything is checked:
 * however many come at once and whatever crashes, no more are checked than allowed.
 */
import type { WritableDatabase } from '#kit/writable-database';

export type Scope = 'CUSTOMER' | 'STAFF' | 'ADDRESS';

/** Whom a try counts for. `who` is an id or a keyed hash. */
export interface Counted {
  readonly scope: Scope;
  readonly who: string;
}

export interface AttemptsSource {
  /**
   * Counts a try for all of them, or for none where one is closed.
   *
   * @param now Epoch milliseconds.
   * @returns Until when it is closed; null where the try may be checked.
   */
  reserve(counted: readonly Counted[], now: number): number | null;
  /** A try that was not checked after all. */
  takeBack(counted: readonly Counted[]): void;
  /** A try that passed: of a customer, errors in a row end with it; of the others, it was none. */
  pass(counted: readonly Counted[]): void;
}

const MINUTE_MS = 60_000;
const CLOSED_MS = 30 * MINUTE_MS;

/** Errors of a customer are counted in a row; of the others, within half an hour. */
const LIMITS: Readonly<Record<Scope, number>> = { CUSTOMER: 5, STAFF: 20, ADDRESS: 100 };

interface Row {
  readonly failures: number;
  readonly window_from: number;
  readonly closed_until: number | null;
}

export function createAttemptsSource(db: WritableDatabase): AttemptsSource {
  const read = db.prepare<{ scope: string; who: string }, Row>((sql, { scope, who }) =>
    sql('attempts').select('failures', 'window_from', 'closed_until').where({ scope, who }),
  );
  const write = db.prepare<
    { scope: string; who: string; failures: number; from: number; until: number | null },
    never
  >((sql, { scope, who, failures, from, until }) =>
    sql('attempts')
      .insert({ scope, who, failures, window_from: from, closed_until: until })
      .onConflict(['scope', 'who'])
      .merge(),
  );

  /** The counter as it stands now, what has run out taken off. */
  function current({ scope, who }: Counted, now: number): Row {
    const row = read({ scope, who })[0] ?? { failures: 0, window_from: now, closed_until: null };
    if (row.closed_until !== null) {
      if (row.closed_until <= now) return { failures: 0, window_from: now, closed_until: null };
      if (row.closed_until <= now + CLOSED_MS) return row;
      // The clock was set back: closed for the whole time once more, and not for as long as it was set back.
      const until = now + CLOSED_MS;
      write({ scope, who, failures: row.failures, from: now, until });
      return { ...row, closed_until: until };
    }
    if (scope !== 'CUSTOMER' && now - row.window_from > CLOSED_MS) {
      return { failures: 0, window_from: now, closed_until: null };
    }
    // The clock was set back: what was counted counts for one more half hour.
    return { ...row, window_from: Math.min(row.window_from, now) };
  }

  return {
    reserve: (counted, now) =>
      db.atomically(() => {
        const rows = counted.map((each) => [each, current(each, now)] as const);
        const closed = rows.flatMap(([, { closed_until: until }]) => until ?? []);
        if (closed.length > 0) return Math.max(...closed);
        for (const [{ scope, who }, row] of rows) {
          const failures = row.failures + 1;
          const until = failures >= LIMITS[scope] ? now + CLOSED_MS : null;
          write({ scope, who, failures, from: row.window_from, until });
        }
        return null;
      }),
    takeBack: (counted) => db.atomically(() => lower(counted, (failures) => failures - 1)),
    pass: (counted) =>
      db.atomically(() => lower(counted, (failures, scope) => (scope === 'CUSTOMER' ? 0 : failures - 1))),
  };

  function lower(counted: readonly Counted[], to: (failures: number, scope: Scope) => number): void {
    for (const { scope, who } of counted) {
      const row = read({ scope, who })[0];
      if (!row) continue;
      const failures = Math.max(0, to(row.failures, scope));
      const until = failures >= LIMITS[scope] ? row.closed_until : null;
      write({ scope, who, failures, from: row.window_from, until });
    }
  }
}
