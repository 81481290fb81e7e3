/** The test world on the MariaDB server of this machine: copied there once for all tests of one state of its code. */
import { basename } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { EMBEDDED, REPLICATED, type SourceConfig } from '#kit/source-config';
import { createMariadbDatabase, query } from '#kit/testing/mariadb';
import { copyToMysql, databaseOf } from '../../mocks/world/mysql-copy.ts';
import { readWorld } from '../../mocks/world/read-world.ts';

const SERVER = { host: '127.0.0.1', port: 3_306, user: 'root', password: '' } as const;
/** What nobody has made anew for so long belongs to code that is gone. */
const KEPT_DAYS = 2;

export interface MariadbWorld {
  readonly sources: SourceConfig;
  close(): Promise<void>;
}

/** Everything on the server: the world, which is copied once, and what identity keeps, which is of one test. */
export async function openMariadbWorld(dataDir: string): Promise<MariadbWorld> {
  const sources = await worldOnMariadb(dataDir);
  const kept = await createMariadbDatabase('identity');
  return {
    sources: { ...sources, databases: { ...sources.databases, identity: { url: kept.url, connections: 4 } } },
    close: kept.remove,
  };
}

/** @param dataDir Its name tells one state of the world from another. */
async function worldOnMariadb(dataDir: string): Promise<SourceConfig> {
  const prefix = `panorama_e2e_${basename(dataDir)}`;
  const server = { ...SERVER, prefix };
  const lock = await createConnection(SERVER);
  try {
    // Tests run in several processes: one copies, the others wait.
    await lock.query('select get_lock(?, 300)', [prefix]);
    if (!(await isComplete(prefix))) {
      await dropOld();
      await copyToMysql({ dataDir, server, replace: true }, () => {});
    }
  } finally {
    await lock.end();
  }
  const databases = REPLICATED.map((system) => {
    const url = `mysql://${SERVER.user}@${SERVER.host}:${SERVER.port}/${databaseOf(server, system)}`;
    return [system, { url, connections: 4 }];
  });
  return { ...EMBEDDED, standsAt: readWorld(dataDir).now, databases: Object.fromEntries(databases) };
}

/** A system is copied when it says where it comes from. */
async function isComplete(prefix: string): Promise<boolean> {
  const rows = await query(
    "select table_schema from information_schema.tables where table_name = 'world' and table_schema in (?)",
    [REPLICATED.map((system) => databaseOf({ prefix }, system))],
  );
  return (rows as object[]).length === REPLICATED.length;
}

async function dropOld(): Promise<void> {
  const rows = await query(
    "select table_schema as name from information_schema.tables where table_schema like 'panorama\\_e2e\\_%' group by 1 having max(create_time) < now() - interval ? day",
    [KEPT_DAYS],
  );
  for (const { name } of rows as { name: string }[]) await query('drop database ??', [name]);
}
