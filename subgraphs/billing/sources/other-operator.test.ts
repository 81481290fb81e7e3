/** An operator adds a source of his own by a line of configuration, and it keeps the contract of ours. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Knex } from 'knex';
import { testClock } from '#kit/testing/ask';
import { createTestDatabase, type Row, type TestDatabase } from '#kit/testing/database';
import type { Sources } from '../loaders.ts';
import * as tables from '../migrations/001-tables.ts';
import { createBillingSources } from '../sources.ts';
import { CONTRACT_ROWS } from '../testing/contract-rows.ts';
import { paymentsContract } from '../testing/contracts/payments.ts';

const SECTIONS = { payments: './subgraphs/billing/testing/payments-oldbill.ts' };

/** The other operator's table, beside the replica's. */
const oldbill = {
  async up(sql: Knex): Promise<void> {
    await sql.schema.createTable('OLDBILL_PAYLOG', (table) => {
      table.bigInteger('ACC_NBR');
      table.bigInteger('PAY_SEQ');
      table.string('PAY_TIME', 14);
      table.string('PAY_AMOUNT', 16);
      table.string('PAY_WAY', 1);
    });
  },
};

/** The contract's payments, as he keeps them. */
function toOldbill({ account_id, payment_id, paid_at, amount_fen }: Row): Row {
  const shanghai = new Date((Number(paid_at) + 8 * 3_600) * 1_000).toISOString();
  return {
    ACC_NBR: account_id ?? null,
    PAY_SEQ: payment_id ?? null,
    PAY_TIME: shanghai.replace(/\D/g, '').slice(0, 14),
    PAY_AMOUNT: (Number(amount_fen) / 100).toFixed(2),
    PAY_WAY: 'W',
  };
}

const ODD_ROWS: readonly Row[] = [
  { ACC_NBR: 30, PAY_SEQ: 1, PAY_TIME: '20261120100000', PAY_AMOUNT: '1.005', PAY_WAY: 'W' },
  { ACC_NBR: 31, PAY_SEQ: 1, PAY_TIME: '20261131100000', PAY_AMOUNT: '1.00', PAY_WAY: 'W' },
];

let database: TestDatabase;
let sources: Sources;

beforeAll(async () => {
  database = await createTestDatabase('billing', [tables, oldbill], {
    OLDBILL_PAYLOG: [...(CONTRACT_ROWS['payment'] ?? []).map(toOldbill), ...ODD_ROWS],
  });
  const systems = { db: database.db, boss: null, clock: testClock };
  sources = (await createBillingSources(systems, SECTIONS))('SECTION');
});

afterAll(() => database.remove());

describe("another operator's source of payments", () => {
  paymentsContract(() => sources.payments);
});

it('fails an account alone whose payments cannot be read', async () => {
  const found = await sources.payments.byAccounts(['30', '31', '10'], 0);
  const unreadable = expect.objectContaining({
    extensions: { code: 'SOURCE_MALFORMED', retryable: false, source: 'oldbill' },
  });
  expect([found.get('30'), found.get('31')]).toEqual([unreadable, unreadable]);
  expect(found.get('10')).toHaveLength(4);
});
