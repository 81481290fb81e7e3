import { expect, it } from '@jest/globals';
import knex from 'knex';
import * as tables from './001-tables.ts';
import * as indexes from './002-indexes.ts';

it('leave nothing behind when they are undone', async () => {
  const db = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const objects = () => db('sqlite_master').select('name').whereNot('name', 'like', 'sqlite_%');

  await tables.up(db);
  await indexes.up(db);
  expect((await objects()).length).toBeGreaterThan(30);

  await indexes.down(db);
  await tables.down(db);
  expect(await objects()).toEqual([]);
  await db.destroy();
});

it('say of every row that it is made up', async () => {
  const db = knex({ client: 'mysql2' });
  const statements: string[] = [];
  await tables.up({
    schema: {
      createTable: (name: string, build: Parameters<typeof db.schema.createTable>[1]) => {
        statements.push(db.schema.createTable(name, build).toString());
        return Promise.resolve();
      },
    },
  } as never);

  expect(statements.length).toBeGreaterThan(15);
  expect(statements.filter((sql) => !sql.includes("`synthetic` boolean not null default '1'"))).toEqual([]);
});
