import type { Knex } from 'knex';

/** Names of migrations in the order in which they run, once each. */
export type Migrations = Readonly<Record<string, Knex.Migration>>;

/** Runs those that have not run yet. */
export async function migrate(builder: Knex, migrations: Migrations): Promise<void> {
  await builder.migrate.latest({
    migrationSource: {
      getMigrations: async () => Object.keys(migrations),
      getMigrationName: (name: string) => name,
      getMigration: async (name: string) => migrations[name] as Knex.Migration,
    },
  });
}
