/** What errors of mysql2 mean: the server or the way there failed, or we made a mistake. */

/** What is not a bug: MySQL's numbers, which MariaDB shares, and some of its own. */
const UNAVAILABLE: ReadonlySet<number> = new Set([
  // Disk or table full; too many connections; out of memory.
  1021, 1114, 1040, 1203, 1226, 1037, 1041,
  // Who we are is not let in any more, or the database is gone.
  1044, 1045, 1049, 1129, 1130,
  // Stopping, not ready (Galera), or the connection or statement was killed.
  1047, 1053, 1317, 1927, 4031,
  // Somebody else holds what is asked for.
  1205, 1213,
  // The network between us.
  1158, 1159, 1160, 1161,
]);

/** It was the primary, and is no more. */
const READ_ONLY: ReadonlySet<number> = new Set([1290, 1792, 1836]);

/** The server ended a statement that took too long: MariaDB's and MySQL's. */
const TOO_SLOW: ReadonlySet<number> = new Set([1969, 3024]);

const LOCK_CONFLICT: ReadonlySet<number> = new Set([1205, 1213]);

export type MysqlFailure = 'SOURCE_UNAVAILABLE' | 'SOURCE_TIMEOUT';

/** @returns Null where it is a bug, such as SQL that is wrong. */
export function mysqlFailure(error: unknown): MysqlFailure | null {
  if (isServerAnswer(error)) {
    const { errno } = error;
    if (TOO_SLOW.has(errno)) return 'SOURCE_TIMEOUT';
    return UNAVAILABLE.has(errno) || READ_ONLY.has(errno) ? 'SOURCE_UNAVAILABLE' : null;
  }
  if (!isDriverError(error)) return null;
  const isTimeout = error.code === 'PROTOCOL_SEQUENCE_TIMEOUT' || error.code === 'ETIMEDOUT';
  return isTimeout ? 'SOURCE_TIMEOUT' : 'SOURCE_UNAVAILABLE';
}

/** Whether the transaction was broken off, or could not go on, because of another one. */
export function isLockConflict(error: unknown): boolean {
  return isServerAnswer(error) && LOCK_CONFLICT.has(error.errno);
}

/** Whether what runs next on the connection would run as if nothing had happened. */
export function leavesConnectionWhole(error: unknown): boolean {
  return isServerAnswer(error) && !READ_ONLY.has(error.errno) && error.fatal !== true;
}

type Fields = Readonly<Record<'code' | 'errno' | 'sqlState' | 'syscall' | 'fatal', unknown>>;

/** The server's own words, which carry an SQL state; by shape, as the driver has no class for them. */
function isServerAnswer(error: unknown): error is Fields & { readonly errno: number } {
  return isObject(error) && 'sqlState' in error && 'errno' in error && typeof error.errno === 'number';
}

/** Of the connection, or of the driver's own timer. */
function isDriverError(error: unknown): error is Fields {
  if (!isObject(error)) return false;
  const { code, syscall, fatal } = error as Fields;
  return fatal === true || typeof syscall === 'string' || /^(PROTOCOL|HANDSHAKE)_/.test(String(code));
}

function isObject(error: unknown): error is object {
  return typeof error === 'object' && error !== null;
}
