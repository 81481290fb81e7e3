/** Waiting for one of so many connections, and no longer than it is said. */
import type { Pool, PoolConnection } from 'mysql2';

export interface Borrowed {
  readonly connection: PoolConnection;
  /** @param isWhole Others may go on with it. */
  giveBack(isWhole: boolean): void;
}

/** @returns Lends a connection, or rejects where none was free for `waitMs`. */
export function createBorrowing(pool: Pool, connections: number, waitMs: number): () => Promise<Borrowed> {
  let callers = 0;
  const giveBack = (connection: PoolConnection, isWhole: boolean): void => {
    callers--;
    if (isWhole) connection.release();
    else connection.destroy();
  };
  return () =>
    new Promise((resolve, reject) => {
      let hasLeft = false;
      const leave = (cause: Error): void => {
        hasLeft = true;
        callers--;
        reject(cause);
      };
      // Opening one has its own limit.
      const isWaiting = callers++ >= connections;
      const stopWaiting = isWaiting
        ? afterIdle(waitMs, () => leave(new Error(`No connection was free for ${waitMs} ms.`)))
        : () => {};
      pool.getConnection((cause, connection) => {
        stopWaiting();
        // It came too late for this caller: the next may have it.
        if (hasLeft) connection?.release();
        else if (cause) leave(cause);
        else resolve({ connection, giveBack: (isWhole) => giveBack(connection, isWhole) });
      });
    });
}

/** The steps in which a wait is counted. */
const STEP_MS = 25;

/**
 * Calls back after so long, in which this process was there to see it: while it computes, connections that are free
 * can't be given to anybody, and it is not the database that is slow.
 *
 * @returns What calls it off.
 */
function afterIdle(ms: number, call: () => void): () => void {
  let left = Math.ceil(ms / STEP_MS);
  const timer = setInterval(() => {
    left--;
    if (left > 0) return;
    clearInterval(timer);
    call();
  }, ms / left);
  return () => clearInterval(timer);
}
