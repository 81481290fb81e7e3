import type { CreateSystemWriter, SqlValue, World, WorldCustomer } from '../model.ts';

export type Row = Readonly<Record<string, SqlValue>>;

export interface Written {
  /** Rows by table, in the order in which they were written. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Rows of one table; none of a table that nothing was written to. */
  rows(table: string): readonly Row[];
}

/** What a system's writer inserts about these customers, as the loader would insert it. */
export function recordRows(
  createWriter: CreateSystemWriter,
  world: World,
  customers: Iterable<WorldCustomer>,
): Written {
  const tables: Record<string, Row[]> = {};
  const writer = createWriter((table, columns) => {
    const rows: Row[] = [];
    tables[table] = rows;
    return (values) => {
      if (values.length !== columns.length) throw new Error(`A row of ${table} does not fit its columns.`);
      rows.push(Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])));
    };
  }, world);
  writer.reference();
  for (const customer of customers) writer.customer(customer);
  return { tables, rows: (table) => tables[table] ?? [] };
}
