/** An operator's files as BOSS reads them: made by the real migrations, with rows by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import type { Rows } from '#kit/testing/database';
import * as billingTables from '../../../subgraphs/billing/migrations/001-tables.ts';
import * as billingIndexes from '../../../subgraphs/billing/migrations/002-indexes.ts';
import * as crmTables from '../../../subgraphs/crm/migrations/001-tables.ts';
import * as crmIndexes from '../../../subgraphs/crm/migrations/002-indexes.ts';

interface Migration {
  up(sql: Knex): Promise<void>;
}

export interface OperatorFiles {
  /** Holds crm.sqlite and billing.sqlite; not when now is. */
  readonly dataDir: string;
  remove(): void;
}

export async function createOperatorFiles(rows: {
  readonly crm: Rows;
  readonly billing: Rows;
}): Promise<OperatorFiles> {
  const dataDir = mkdtempSync(join(tmpdir(), 'boss-'));
  await createFile(join(dataDir, 'crm.sqlite'), [crmTables, crmIndexes], rows.crm);
  await createFile(join(dataDir, 'billing.sqlite'), [billingTables, billingIndexes], rows.billing);
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true }) };
}

async function createFile(filename: string, migrations: readonly Migration[], rows: Rows): Promise<void> {
  const sql = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  try {
    for (const { up } of migrations) await up(sql);
    for (const [table, ofTable] of Object.entries(rows)) await sql.batchInsert(table, [...ofTable], 200);
  } finally {
    await sql.destroy();
  }
}
