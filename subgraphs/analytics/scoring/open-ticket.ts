import type { TicketFact } from './facts.ts';

/** As contact history writes them: rejected, withdrawn, answered, closed. */
const SETTLED: ReadonlySet<string> = new Set(['02', '03', '04', '05']);

/** Whether a ticket was open at a moment. One that ends without an answer has no time of that: it counts as settled all along. */
export function isOpenAt({ acceptedAt, repliedAt, status }: TicketFact, at: number): boolean {
  return acceptedAt <= at && (repliedAt === null ? !SETTLED.has(status) : repliedAt > at);
}
