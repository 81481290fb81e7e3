/** For jobs that rewrite much of a store, while others read it: a SQLite file, or a MySQL or MariaDB database. */

import type { BulkStore } from './bulk-contract.ts';
import { openBulkMysql } from './bulk-mysql.ts';
import { openBulkSqlite } from './bulk-sqlite.ts';
import type { MysqlAddress } from './mysql-pool.ts';

export type { BulkStore } from './bulk-contract.ts';

/**
 * @param place Its tables are there already, and whoever is named may change them.
 * @param source Name of the system in errors, for example `analytics`.
 * @throws SOURCE_UNAVAILABLE where it is locked, full, broken or not reachable; SOURCE_TIMEOUT; so do all that it
 *   can do. SQL that is wrong is a bug, and stays the driver's error.
 */
export async function openBulkStore(
  place: { readonly file: string } | MysqlAddress,
  source: string,
): Promise<BulkStore> {
  return 'file' in place ? openBulkSqlite(place.file, source) : openBulkMysql(place, source);
}
