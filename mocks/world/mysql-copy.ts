/**
 * Copies the operator's SQLite databases to a MySQL or MariaDB server, a
 * database for each system: the same rows, and the same order of texts.
 */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import BetterSqlite3 from 'better-sqlite3';
import knex from 'knex';
import { type Connection, createConnection, type ResultSetHeader } from 'mysql2/promise';
import type { OnProgress } from './load.ts';
import { SYSTEMS, type SystemName } from './load-job.ts';
import { PARTS } from './load-parts.ts';

export interface CopyOptions {
  /** Folder of the SQLite databases. */
  readonly dataDir: string;
  readonly server: MysqlServer;
  /** Drops databases of these names that are there. */
  readonly replace: boolean;
}

/** Somebody who may create databases, and where. */
export interface MysqlServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What the names of the databases begin with: `panorama` makes `panorama_crm`. */
  readonly prefix: string;
}

/** Texts are compared by their bytes, as SQLite does: equality and order are the same everywhere. */
const CHARACTERS = 'character set utf8mb4 collate utf8mb4_bin';
const CHUNK_CHARACTERS = 256_000;

type Value = string | number | null;

/** @throws Error that says what to change, where a database is there already or the server refuses. */
export async function copyToMysql(
  { dataDir, server, replace }: CopyOptions,
  onProgress: OnProgress,
): Promise<void> {
  const connection = await createConnection(addressOf(server));
  try {
    for (const system of SYSTEMS) await makeEmpty(connection, databaseOf(server, system), replace);
    for (const system of SYSTEMS) {
      await copySystem(connection, join(dataDir, `${system}.sqlite`), { server, system, onProgress });
    }
  } finally {
    await connection.end();
  }
}

export function databaseOf({ prefix }: Pick<MysqlServer, 'prefix'>, system: string): string {
  return `${prefix}_${system}`;
}

async function makeEmpty(connection: Connection, name: string, replace: boolean): Promise<void> {
  if (replace) await connection.query('drop database if exists ??', [name]);
  try {
    await connection.query(`create database ?? ${CHARACTERS}`, [name]);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ER_DB_CREATE_EXISTS') throw cause;
    throw new Error(`The server has a database ${name}. Add --force to replace it, or name another prefix.`, {
      cause,
    });
  }
}

interface SystemCopy {
  readonly server: MysqlServer;
  readonly system: SystemName;
  readonly onProgress: OnProgress;
}

async function copySystem(
  connection: Connection,
  file: string,
  { server, system, onProgress }: SystemCopy,
): Promise<void> {
  const { tables, indexes } = PARTS[system];
  const database = databaseOf(server, system);
  const builder = knex({ client: 'mysql2', connection: { ...addressOf(server), database } });
  const source = new BetterSqlite3(file, { readonly: true });
  try {
    await tables.up(builder);
    await connection.query('use ??', [database]);
    const counted = countRows(source);
    const total = [...counted.values()].reduce((sum, rows) => sum + rows, 0);
    let done = 0;
    for (const [table, rows] of counted) {
      await copyTable(connection, source, table, rows);
      done += rows;
      onProgress(system, done, total);
    }
    onProgress(system, total, total, 'building indexes');
    await indexes.up(builder);
    await copyProvenance(connection, source);
  } finally {
    source.close();
    await builder.destroy();
  }
}

/** Rows of each table with something in it, but for what says where they come from: that is copied last. */
function countRows(source: BetterSqlite3.Database): Map<string, number> {
  const tables = source
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'world'",
    )
    .pluck()
    .all();
  const counted = tables.map((table) => {
    return [table, source.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0] as const;
  });
  return new Map(counted.filter(([, rows]) => rows > 0));
}

/** `LOAD DATA` is twice as fast as inserts, and makes warnings of what does not fit: there must be none. */
async function copyTable(
  connection: Connection,
  source: BetterSqlite3.Database,
  table: string,
  rows: number,
): Promise<void> {
  const columns = source.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all();
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const [loaded] = await connection
    .query<ResultSetHeader>({
      sql: `load data local infile 'rows' into table \`${table}\` character set utf8mb4 (${names})`,
      infileStreamFactory: () => Readable.from(textOf(source, table), { objectMode: false }),
    })
    .catch((cause: Error) => {
      throw new Error(
        `${table}: ${cause.message}. Where it is LOAD DATA LOCAL that the server refuses, set its variable local_infile to ON while this runs.`,
        { cause },
      );
    });
  if (loaded.affectedRows === rows && loaded.warningStatus === 0) return;
  throw new Error(
    `${table}: ${loaded.affectedRows} of ${rows} rows were taken, with ${loaded.warningStatus} warnings.`,
  );
}

function* textOf(source: BetterSqlite3.Database, table: string): Generator<string> {
  let text = '';
  for (const row of source.prepare<[], Value[]>(`select * from "${table}"`).raw().iterate()) {
    text += `${row.map(toText).join('\t')}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

function toText(value: Value): string {
  if (value === null) return '\\N';
  return typeof value === 'number' ? String(value) : value.replace(/[\\\t\n]/g, '\\$&');
}

/** Last, so that what has it is complete. */
async function copyProvenance(connection: Connection, source: BetterSqlite3.Database): Promise<void> {
  const world = source.prepare<[], Record<string, Value>>('select * from world').get();
  await connection.query(
    'create table world (synthetic int not null, version int not null, seed bigint not null, customers int not null, now varchar(32) not null)',
  );
  await connection.query('insert into world set ?', [world]);
}

export function addressOf({ host, port, user, password }: MysqlServer) {
  return { host, port, user, password, charset: 'utf8mb4' };
}
