/** Copies what scores are made of from the other systems into the store of analytics. */
import type { BulkStore } from '#kit/bulk-store';
import type { Database } from '#kit/database';
import { type Copy, type CopyOptions, customerBlocks } from './copy.ts';
import { createBillingCopy } from './copy-billing.ts';
import { createContactsCopy } from './copy-contacts.ts';
import { createCrmCopy } from './copy-crm.ts';
import { FACT_COLUMNS, type FactTable, type WriteFacts } from './fact-tables.ts';
import { importOffers } from './offers.ts';

/** In this order: whose bills count is known from the lines of crm. */
const COPIES = {
  crm: createCrmCopy,
  contacts: createContactsCopy,
  billing: createBillingCopy,
} as const satisfies Record<string, (options: CopyOptions) => Copy>;

export type ImportedSystem = keyof typeof COPIES;

export interface ImportOptions {
  readonly sources: Readonly<Record<ImportedSystem, Database>>;
  /** Of analytics, with the tables of its migrations. */
  readonly store: BulkStore;
  /** `YYYY-MM-DD`. What happened on this day or later is not copied. */
  readonly asOf: string;
  /**
   * `FULL` copies everything anew. `INCREMENTAL` leaves the same, and of contact history reads only what is new or not
   * settled since the last time; it copies a system anew where that run was interrupted, or was of a later day.
   */
  readonly mode: 'INCREMENTAL' | 'FULL';
  /** Told after every step: `done` of `total` customers. */
  readonly onProgress: (system: ImportedSystem, done: number, total: number) => void;
}

/** Rows written, by table. */
export type ImportCounts = Readonly<Record<FactTable, number>>;

/** All is copied before it: nothing. */
const NO_DAY = '0001-01-01';

/** @throws SOURCE_UNAVAILABLE, SOURCE_TIMEOUT or SOURCE_MALFORMED, naming the system; what was copied before stays. */
export async function importFacts({
  sources,
  store,
  asOf,
  mode,
  onProgress,
}: ImportOptions): Promise<ImportCounts> {
  const counts = Object.fromEntries(Object.keys(FACT_COLUMNS).map((table) => [table, 0])) as Record<
    FactTable,
    number
  >;
  const write: WriteFacts = async (table, rows) => {
    if (rows.length === 0) return;
    await store.write(table, FACT_COLUMNS[table], rows);
    counts[table] += rows.length;
  };
  const note = (system: string, untilDay: string): Promise<void> =>
    store.write('fact_import', ['system', 'until_day'], [[system, untilDay]]);
  const untilDays = await readUntilDays(store.db);
  const total = await countCustomers(store.db);

  for (const [system, createCopy] of Object.entries(COPIES) as [ImportedSystem, typeof createCrmCopy][]) {
    const untilDay = untilDays.get(system) ?? NO_DAY;
    const canGoOn = mode === 'INCREMENTAL' && untilDay !== NO_DAY && untilDay <= asOf;
    const since = canGoOn ? untilDay : null;
    const copy = createCopy({ source: sources[system], store: store.db, write, asOf, since });
    // Until it is whole again.
    await note(system, NO_DAY);
    for (const table of copy.anew) await store.clear(table);
    await copy.copyRest?.();
    let done = 0;
    for await (const { block, customers } of customerBlocks(store.db)) {
      await copy.copyBlock(block);
      done += customers;
      onProgress(system, done, total);
    }
    await note(system, asOf);
  }
  await importOffers(sources.crm, (columns, rows) => store.write('fact_offer', columns, rows));
  return counts;
}

async function readUntilDays(store: Database): Promise<ReadonlyMap<string, string>> {
  const read = store.prepare<Record<string, never>, { system: string; untilDay: string }>((sql) =>
    sql('fact_import').select({ system: 'system', untilDay: 'until_day' }),
  );
  return new Map((await read({})).map(({ system, untilDay }) => [system, untilDay]));
}

async function countCustomers(store: Database): Promise<number> {
  const count = store.prepare<Record<string, never>, { customers: number }>((sql) =>
    sql('customer_reach').count('* as customers'),
  );
  return (await count({}))[0]?.customers ?? 0;
}
