/**
 * Entries for which no answer waits. While the record can't be written they are
 * kept in memory, and put on record afterwards with the moment they belong to.
 */
import type { AuditEntry, AuditTrail } from '#kit/audit/trail';

export interface LateEntries {
  append(entry: AuditEntry): void;
}

interface LateEntriesParts {
  readonly trail: AuditTrail;
  /** Told how many entries were lost. */
  readonly report: (event: object) => void;
  readonly now?: () => number;
}

/** Beyond these the oldest are dropped. */
const KEPT_FOR_LATER = 10_000;
const RETRY_MS = 1_000;
/** So many at once, so that requests do not wait behind them. */
const RETRIED_AT_ONCE = 1_000;

export function createLateEntries({ trail, report, now = Date.now }: LateEntriesParts): LateEntries {
  let waiting: AuditEntry[] = [];
  let lost = 0;
  let retrying: NodeJS.Timeout | undefined;

  function append(entry: AuditEntry): void {
    trail.append(entry).catch(() => keep({ ...entry, happenedAt: entry.happenedAt ?? now() }));
  }

  function keep(entry: AuditEntry): void {
    waiting.push(entry);
    if (waiting.length > KEPT_FOR_LATER) {
      waiting.shift();
      lost += 1;
      // Once at once, so that it is known also where this process does not live to see the record again.
      if (lost === 1) report({ event: 'unrecorded', entries: 1 });
    }
    retrying ??= setInterval(retry, RETRY_MS).unref();
  }

  function retry(): void {
    if (!trail.isHealthy) return;
    if (lost > 0) report({ event: 'unrecorded', entries: lost });
    lost = 0;
    const some = waiting.slice(0, RETRIED_AT_ONCE);
    waiting = waiting.slice(RETRIED_AT_ONCE);
    for (const entry of some) append(entry);
    if (waiting.length > 0) return;
    clearInterval(retrying);
    retrying = undefined;
  }

  return { append };
}
