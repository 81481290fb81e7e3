/** What several nodes keep together, on a MySQL or MariaDB primary. Its `binlog_format` is not `STATEMENT`. */
import knex from 'knex';
import { type Migrations, migrate } from './migrations.ts';
import { isLockConflict } from './mysql-error.ts';
import type { MysqlConnection } from './mysql-lent.ts';
import { connectionOf, createMysqlPool, type MysqlAddress, type MysqlPool } from './mysql-pool.ts';
import {
  createPreparing,
  storeFailed,
  type Transaction,
  type WritableDatabase,
} from './writable-database.ts';

interface WritableMysqlOptions extends MysqlAddress {
  /** For a connection, where all are in use; 200 ms unless it is said. */
  readonly waitMs?: number;
  /** Called with the text of each statement run, for tests. */
  readonly onStatement?: (sql: string) => void;
}

/** Times that work which lost against other transactions is tried in all. */
const ATTEMPTS = 3;
/** Seconds that a node waits while another one brings the tables up to date. */
const MIGRATING_S = 60;

/**
 * Connects, and brings the tables up to date; of several nodes that start at once, one does. MySQL cannot
 * take back half a migration: after one that was killed somebody has to look.
 *
 * @throws SOURCE_UNAVAILABLE where the server is not reachable; Error where it forgets, in a crash, what it
 *   has acknowledged.
 */
export async function openWritableMysql(
  { onStatement, waitMs, ...address }: WritableMysqlOptions,
  migrations: Migrations,
): Promise<WritableDatabase> {
  const pool = createMysqlPool({
    ...address,
    source: 'store',
    ...(waitMs !== undefined && { waitMs }),
    // Rows that are read to be changed are locked one by one; gaps between rows would lock others' keys.
    isolation: 'read committed',
    failed: storeFailed,
  });
  const builder = knex({ client: 'mysql2' });

  function transactionOn(connection: MysqlConnection): Transaction {
    return {
      run: (sql, values) => {
        onStatement?.(sql);
        return connection.execute(sql, values);
      },
    };
  }

  try {
    await requireDurable(pool);
    await migrateAlone(pool, address, migrations);
  } catch (error) {
    await pool.close();
    throw error;
  }
  return {
    dialect: 'mysql',
    ...createPreparing(builder, (sql) => async (values, transaction) => {
      if (transaction) return transaction.run(sql, values);
      return pool.withConnection((connection) =>
        untilItWins(() => transactionOn(connection).run(sql, values)),
      );
    }),
    atomically: (work) =>
      pool.withConnection((connection) =>
        untilItWins(async () => {
          await connection.command('start transaction');
          try {
            const result = await work(transactionOn(connection));
            await connection.command('commit');
            return result;
          } catch (error) {
            // Where it can't be rolled back the connection is closed, which does.
            await connection.command('rollback').catch(() => {});
            throw error;
          }
        }),
      ),
    async close() {
      await pool.close();
      await builder.destroy();
    },
  };
}

async function untilItWins<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isLockConflict(error)) throw error;
    }
  }
}

/** Acknowledged means on the disk. */
async function requireDurable(pool: MysqlPool): Promise<void> {
  const [first] = await pool.run<{ flushed: number }>(
    'select @@innodb_flush_log_at_trx_commit as flushed',
    [],
  );
  if (first?.flushed === 1) return;
  throw new Error('What is kept must outlast a crash of its server: set innodb_flush_log_at_trx_commit = 1.');
}

/** Of the server's locks, which end with the connection, not knex's own, which outlasts a node that was killed. */
async function migrateAlone(pool: MysqlPool, address: MysqlAddress, migrations: Migrations): Promise<void> {
  await pool.withConnection(async ({ execute }) => {
    const lock = "left(concat('migrations of ', database()), 64)";
    for (let second = 0; ; second++) {
      const [taken] = (await execute(`select get_lock(${lock}, 1) as is_mine`)).rows as { is_mine: number }[];
      if (taken?.is_mine === 1) break;
      if (second === MIGRATING_S) throw new Error(`Another node migrates for longer than ${MIGRATING_S} s.`);
    }
    const builder = knex({
      client: 'mysql2',
      connection: connectionOf(address),
    });
    try {
      await builder.migrate.forceFreeMigrationsLock();
      await migrate(builder, migrations);
    } finally {
      await builder.destroy();
      await execute(`do release_lock(${lock})`);
    }
  });
}
