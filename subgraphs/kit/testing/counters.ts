/** A table to count in, over any store. */
import type { Knex } from 'knex';
import { compareExactly } from '../exact-text.ts';
import type { Migrations } from '../migrations.ts';
import type { Transaction, WritableDatabase } from '../writable-database.ts';

export const COUNTERS: Migrations = {
  '001-counters': {
    async up(sql: Knex) {
      await sql.schema.createTable('counter', (table) => {
        compareExactly(sql, table);
        table.string('name', 8).primary();
        table.bigInteger('counted').notNullable();
      });
    },
    async down() {},
  },
};

export interface Counters {
  insert(params: { name: string; counted: number }, transaction?: Transaction): Promise<number>;
  insertIfNew(params: { name: string; counted: number }): Promise<number>;
  read(params: { name: string }, transaction?: Transaction): Promise<{ counted: number }[]>;
  write(params: { name: string; counted: number }, transaction?: Transaction): Promise<number>;
  /** Reads, waits for nothing else, and writes one more. */
  add(name: string, transaction: Transaction): Promise<void>;
}

export function createCounters(db: WritableDatabase): Counters {
  const read = db.prepare<{ name: string }, { counted: number }>((sql, { name }) =>
    sql('counter').select('counted').where({ name }).forUpdate(),
  );
  const write = db.prepareWrite<{ name: string; counted: number }>((sql, { name, counted }) =>
    sql('counter').update({ counted }).where({ name }),
  );
  return {
    insert: db.prepareWrite((sql, { name, counted }) => sql('counter').insert({ name, counted })),
    insertIfNew: db.prepareWrite((sql, { name, counted }) =>
      sql('counter').insert({ name, counted }).onConflict('name').ignore(),
    ),
    read,
    write,
    async add(name, transaction) {
      const [row] = await read({ name }, transaction);
      await write({ name, counted: (row?.counted ?? 0) + 1 }, transaction);
    },
  };
}
