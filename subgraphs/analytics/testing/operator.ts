/** The made-up operator's systems, to import facts from, and a store to import them into. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type BulkStore, openBulkStore } from '#kit/bulk-store';
import { type Database, openSqlite } from '#kit/database';
import { loadWorld } from '../../../mocks/world/load.ts';
import type { World } from '../../../mocks/world/model.ts';
import { createWorld } from '../../../mocks/world/world.ts';
import { FACT_COLUMNS, type FactTable } from '../import/fact-tables.ts';

const SYSTEMS = ['crm', 'billing', 'contacts'] as const;
type System = (typeof SYSTEMS)[number];
type Row = Readonly<Record<string, string | number | null>>;

const OPTIONS = { seed: 1, customers: 800, detailMonths: 1 };

export interface Operator {
  readonly world: World;
  readonly sources: Readonly<Record<System, Database>>;
  readonly store: BulkStore;
  /** Runs in a system, past the import. */
  inSystem(system: System, sql: string, ...values: readonly (string | number | null)[]): void;
  rowsIn(system: System | 'analytics', sql: string): Row[];
  /** Everything imported, by table and in order of its keys. */
  facts(): Readonly<Record<FactTable, readonly Row[]>>;
  close(): Promise<void>;
}

export interface Operators {
  /** One of its own, with an empty store. */
  open(): Promise<Operator>;
  /** The same systems as `other` has now, and an empty store. */
  sameAs(other: Operator): Promise<Operator>;
  remove(): void;
}

export async function createOperators(): Promise<Operators> {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  const seeded = join(folder, 'seeded');
  await loadWorld(seeded, OPTIONS, () => {});
  const world = createWorld(OPTIONS);
  const folders = new Map<Operator, string>();

  async function openIn(own: string): Promise<Operator> {
    const fileOf = (system: string): string => join(own, `${system}.sqlite`);
    const sources = Object.fromEntries(
      SYSTEMS.map((source) => [source, openSqlite({ file: fileOf(source), source })]),
    ) as Record<System, Database>;
    const store = await openBulkStore({ file: fileOf('analytics') }, 'analytics');
    const rowsIn: Operator['rowsIn'] = (system, sql) =>
      using(fileOf(system), (driver) => driver.prepare<[], Row>(sql).all());
    const operator: Operator = {
      world,
      sources,
      store,
      inSystem(system, sql, ...values) {
        using(fileOf(system), (driver) => {
          // A test that changes nothing tests nothing.
          if (driver.prepare(sql).run(...values).changes === 0)
            throw new Error(`Nothing was changed: ${sql}`);
        });
      },
      rowsIn,
      facts: () =>
        Object.fromEntries(
          Object.entries(FACT_COLUMNS).map(([table, columns]) => [
            table,
            rowsIn('analytics', `select * from ${table} order by ${columns.slice(0, 3).join()}`),
          ]),
        ) as Record<FactTable, Row[]>,
      async close() {
        for (const db of Object.values(sources)) await db.close();
        await store.close();
      },
    };
    folders.set(operator, own);
    return operator;
  }

  const copyOf = (systems: string): string => {
    const own = mkdtempSync(join(folder, 'own-'));
    for (const system of SYSTEMS) cpSync(join(systems, `${system}.sqlite`), join(own, `${system}.sqlite`));
    cpSync(join(seeded, 'analytics.sqlite'), join(own, 'analytics.sqlite'));
    return own;
  };
  return {
    open: () => openIn(copyOf(seeded)),
    sameAs: (other) => openIn(copyOf(folders.get(other) as string)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function using<T>(file: string, work: (driver: BetterSqlite3.Database) => T): T {
  const driver = new BetterSqlite3(file);
  try {
    return work(driver);
  } finally {
    driver.close();
  }
}
