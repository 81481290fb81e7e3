/** How a system is copied: by customers, so many at a time. */
import type { Database } from '#kit/database';
import type { FactTable, WriteFacts } from './fact-tables.ts';

/** Customers by their ids, the first not included. */
export type Block = Readonly<{ after: number; upTo: number }>;

export interface CopyOptions {
  readonly source: Database;
  /** Of analytics; sees what was written. */
  readonly store: Database;
  readonly write: WriteFacts;
  /** Nothing of this day or later is copied. */
  readonly asOf: string;
  /** All before this day is there; null where nothing is. */
  readonly since: string | null;
}

export interface Copy {
  /** What is copied anew, and emptied before. */
  readonly anew: readonly FactTable[];
  /** What can't be found by customers. */
  copyRest?(): Promise<void>;
  copyBlock(block: Block): Promise<void>;
}

/** They have 5,000 to 20,000 contacts, bills or payments. */
const CUSTOMERS_IN_BLOCK = 1_000;

/** All customers that analytics knows, in order of their ids. */
export async function* customerBlocks(
  store: Database,
): AsyncGenerator<{ readonly block: Block; readonly customers: number }> {
  const next = store.prepare<{ after: number }, { upTo: number | null; customers: number }>(
    (sql, { after }) =>
      sql
        .max('customer_id as upTo')
        .count('* as customers')
        .from(
          sql('customer_reach')
            .select('customer_id')
            .where('customer_id', '>', after)
            .orderBy('customer_id')
            .limit(CUSTOMERS_IN_BLOCK)
            .as('block'),
        ),
  );
  for (let after = 0; ; ) {
    const [row] = await next({ after });
    if (!row || row.upTo === null) return;
    yield { block: { after, upTo: row.upTo }, customers: row.customers };
    after = row.upTo;
  }
}
