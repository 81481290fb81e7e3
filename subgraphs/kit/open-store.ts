import { join } from 'node:path';
import type { Migrations } from './migrations.ts';
import type { SourceConfig } from './source-config.ts';
import type { WritableDatabase } from './writable-database.ts';
import { openWritableMysql } from './writable-mysql.ts';
import { openWritableSqlite } from './writable-sqlite.ts';

interface StoreOptions {
  readonly config: SourceConfig;
  /** Folder of what lasts, where it is a file. */
  readonly stateDir: string;
  readonly migrations: Migrations;
}

/** What a subgraph itself keeps, wherever the configuration says; brought up to date. */
export function openStore(
  name: 'identity',
  { config, stateDir, migrations }: StoreOptions,
): Promise<WritableDatabase> {
  const address = config.databases[name];
  return address
    ? openWritableMysql(address, migrations)
    : openWritableSqlite(join(stateDir, `${name}.sqlite`), migrations);
}
