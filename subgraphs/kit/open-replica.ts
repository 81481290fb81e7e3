import { join } from 'node:path';
import { type Database, openSqlite } from './database.ts';
import { openMysql } from './mysql-database.ts';
import type { ReplicatedSystem, SourceConfig } from './source-config.ts';

interface ReplicaOptions {
  readonly config: SourceConfig;
  /** Folder of the embedded operator's files. */
  readonly dataDir: string;
  readonly onStatement?: ((sql: string) => void) | undefined;
}

/** A system's replica, wherever the configuration says it is; read only. */
export function openReplica(
  source: ReplicatedSystem,
  { config, dataDir, onStatement }: ReplicaOptions,
): Database {
  const address = config.databases[source];
  const told = { source, ...(onStatement && { onStatement }) };
  return address
    ? openMysql({ ...address, ...told })
    : openSqlite({ file: join(dataDir, `${source}.sqlite`), ...told });
}
