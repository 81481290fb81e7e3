/**
 * Turns of large operations. All that one has read is in memory until it is answered, and is copied by each collection
 * meanwhile: thirty portfolios at once are answered later than four after four, and a screen pop waits for all of them.
 */

/** What an operation could cost, as cost.ts counts it, from which on it takes its turn: a portfolio of forty does. */
export const LARGE = 10_000;

/** @returns What ends the turn. */
type TakeTurn = () => Promise<() => void>;

/**
 * First come, first served. A turn orders, and refuses nobody: whoever has waited for `waitMs` goes on all the same,
 * because those before may be waiting for a system that hangs.
 */
export function createTurns(atOnce = 4, waitMs = 1_000): TakeTurn {
  let running = 0;
  const waiting = new Set<() => void>();

  function begin(): () => void {
    running++;
    return () => {
      running--;
      const [next] = waiting;
      if (next && running < atOnce) next();
    };
  }

  return () =>
    new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve(begin());
      };
      const timer = setTimeout(go, waitMs);
      if (running < atOnce) go();
      else waiting.add(go);
    });
}
