/** A bulk store on a MySQL or MariaDB primary. */
import { setTimeout } from 'node:timers/promises';
import knex from 'knex';
import type { BulkStore } from './bulk-contract.ts';
import { createPieces } from './bulk-statement.ts';
import { openMysql } from './mysql-database.ts';
import { isLockConflict } from './mysql-error.ts';
import type { MysqlConnection } from './mysql-lent.ts';
import { createMysqlPool, type MysqlAddress } from './mysql-pool.ts';

/** A statement with so many rows takes the server longer than the way to it. */
const ROWS = [256, 16, 1];
/** A job waits longer than a service. */
const STATEMENT_MS = 120_000;
/**
 * To change a table, one has to wait until nobody reads it, and whoever comes to read it waits behind. So it is given
 * up after a second (`mysql-pool.ts`), and tried again after a pause in which they read.
 */
const ATTEMPTS = 60;
const PAUSE_MS = 250;

export function openBulkMysql(address: MysqlAddress, source: string): BulkStore {
  // Without a connection: it only builds texts.
  const builder = knex({ client: 'mysql2' });
  const told = { ...address, source, timeoutMs: STATEMENT_MS };
  const pool = createMysqlPool({ ...told, connections: 1 });
  const db = openMysql(told);
  const pieces = createPieces(builder, ROWS);

  const onConnection = (work: (connection: MysqlConnection) => Promise<void>): Promise<void> =>
    pool.withConnection((connection) => untilNobodyIsInTheWay(() => work(connection)));
  const textOf = (sql: string, names: readonly string[]): string => builder.raw(sql, names).toQuery();

  return {
    db,
    write: (table, columns, rows) =>
      onConnection(async ({ command, execute }) => {
        await command('start transaction');
        try {
          for (const { sql, values } of pieces(table, columns, rows)) await execute(sql, values);
          await command('commit');
        } catch (error) {
          // Where it can't be rolled back the connection is closed, which does.
          await command('rollback').catch(() => {});
          throw error;
        }
      }),
    clear: (table) => onConnection(({ command }) => command(textOf('truncate table ??', [table]))),
    beginNext: (table) =>
      onConnection(async ({ command }) => {
        await command(textOf('drop table if exists ??', [`${table}_next`]));
        await command(textOf('create table ?? like ??', [`${table}_next`, table]));
      }),
    swapNext: (tables) =>
      onConnection(async ({ command }) => {
        const old = tables.map((table) => `${table}_old`);
        const dropOld = textOf(`drop table if exists ${old.map(() => '??').join(', ')}`, old);
        // What a run left that was interrupted right after it.
        await command(dropOld);
        const places = tables.flatMap((table) => [table, `${table}_old`, `${table}_next`, table]);
        await command(textOf(`rename table ${tables.map(() => '?? to ??, ?? to ??').join(', ')}`, places));
        await command(dropOld);
      }),
    async close() {
      await db.close();
      await pool.close();
      await builder.destroy();
    },
  };
}

async function untilNobodyIsInTheWay<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isLockConflict(error)) throw error;
    }
    await setTimeout(PAUSE_MS);
  }
}
