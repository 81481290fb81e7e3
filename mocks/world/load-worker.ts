/** Fills one system's database: the body of a thread that `load.ts` starts. */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import knex from 'knex';
import type { LoadJob, LoadMessage } from './load-job.ts';
import { type Migration, PARTS } from './load-parts.ts';
import type { CreateSystemWriter, World } from './model.ts';
import { createInserter } from './sqlite-inserter.ts';
import { createWorld, WORLD_VERSION } from './world.ts';

/** Customers in one transaction; also how often progress is told. */
const BATCH = 2_000;

/**
 * A power cut costs the whole load anyway: nothing counts until it is moved into
 * place. `journal_mode = OFF` would be refused: the driver opens defensively.
 */
const WHILE_LOADING = [
  'journal_mode = MEMORY',
  'synchronous = OFF',
  'cache_size = -65536',
  'temp_store = FILE',
];

async function fill({ system, file, world: options }: LoadJob): Promise<void> {
  const { tables, indexes, createWriter } = PARTS[system];
  const world = createWorld(options);
  await migrate(file, tables, ['page_size = 8192']);

  const db = new BetterSqlite3(file);
  for (const pragma of WHILE_LOADING) db.pragma(pragma);
  writeRows(db, world, createWriter);
  tell({ done: world.size, total: world.size, note: 'building indexes' });
  db.close();

  await migrate(file, indexes, WHILE_LOADING);
  const finished = new BetterSqlite3(file);
  // A sample is enough to choose an index, and does not grow with the table.
  finished.pragma('analysis_limit = 1000');
  finished.exec('ANALYZE');
  finished.close();
}

function writeRows(db: Database, world: World, createWriter: CreateSystemWriter): void {
  const inserter = createInserter(db);
  const writer = createWriter(inserter.into, world);
  db.exec('BEGIN');
  writeProvenance(db, world);
  writer.reference();
  for (let index = 0; index < world.size; index++) {
    writer.customer(world.customer(index));
    if (index % BATCH === BATCH - 1) {
      inserter.flush();
      db.exec('COMMIT; BEGIN');
      tell({ done: index + 1, total: world.size });
    }
  }
  inserter.flush();
  db.exec('COMMIT');
}

/** What made this database, for whoever opens it: everything in it is made up. */
function writeProvenance(db: Database, { seed, size, now }: World): void {
  db.exec(`CREATE TABLE world (
    synthetic INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    customers INTEGER NOT NULL,
    now TEXT NOT NULL
  )`);
  db.prepare('INSERT INTO world VALUES (1, ?, ?, ?, ?)').run(WORLD_VERSION, seed, size, now);
}

async function migrate(file: string, { up }: Migration, pragmas: readonly string[]): Promise<void> {
  const builder = knex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    // One connection: pragmas and tables are of one mind.
    pool: { min: 1, max: 1 },
  });
  for (const pragma of pragmas) await builder.raw(`PRAGMA ${pragma}`);
  await up(builder);
  await builder.destroy();
}

function tell(message: LoadMessage): void {
  parentPort?.postMessage(message);
}

await fill(workerData as LoadJob);
