/** The operator stands still at `now`: no system knows anything later. */
import { expect, test } from '@jest/globals';
import type { CreateSystemWriter, WorldCustomer } from './model.ts';
import { createAnalyticsWriter } from './systems/analytics.ts';
import { createBillingWriter } from './systems/billing.ts';
import { createContactsWriter } from './systems/contacts.ts';
import { createCrmWriter } from './systems/crm.ts';
import { type Row, recordRows } from './testing/record-rows.ts';
import { createWorld } from './world.ts';

const SIZE = 1_000;
const world = createWorld({ seed: 1, customers: SIZE });
const customers: WorldCustomer[] = Array.from({ length: SIZE }, (_, index) => world.customer(index));

/** Ends, deadlines and due days lie ahead by their nature. */
const AHEAD = new Set([
  'due_at',
  'due_on',
  'valid_until',
  'contract_ends_on',
  'sale_ended_on',
  'expires_at',
  'expires_on',
]);

function isLater(column: string, value: Row[string]): boolean {
  if (AHEAD.has(column) || value === null) return false;
  if (column.endsWith('_at')) return Number(value) > world.nowSeconds;
  return column.endsWith('_on') && String(value) > world.today;
}

const WRITERS: Readonly<Record<string, CreateSystemWriter>> = {
  analytics: createAnalyticsWriter,
  billing: createBillingWriter,
  contacts: createContactsWriter,
  crm: createCrmWriter,
};

test.each(Object.entries(WRITERS))('no moment of %s lies in the future', (_name, createWriter) => {
  const { tables } = recordRows(createWriter, world, customers);
  const later = Object.entries(tables).flatMap(([table, rows]) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        isLater(column, value) ? [`${table}.${column}: ${value}`] : [],
      ),
    ),
  );

  expect([...new Set(later)].slice(0, 20)).toEqual([]);
});

test('no itemised record lies in the future', () => {
  const rows = recordRows(createBillingWriter, world, customers).rows('usage_detail');
  const monthStart = Date.parse(`${world.runningMonth}-01T00:00:00+08:00`) / 1_000;
  const running = rows.filter(({ month }) => month === world.runningMonth);
  const seconds = running.flatMap(({ records }) =>
    (JSON.parse(String(records)) as [string, number][]).map(([, second]) => monthStart + second),
  );

  expect(seconds.length).toBeGreaterThan(1_000);
  expect(seconds.filter((second) => second > world.nowSeconds)).toEqual([]);
});
