import { beforeAll, expect, it } from '@jest/globals';
import type { World } from '../model.ts';
import { recordRows, type Written } from '../testing/record-rows.ts';
import { createWorld, MIN_CUSTOMERS } from '../world.ts';
import { createAnalyticsWriter } from './analytics.ts';

let world: World;
let written: Written;

function writeWorld(of: World): Written {
  const customers = Array.from({ length: of.size }, (_, index) => of.customer(index));
  return recordRows(createAnalyticsWriter, of, customers);
}

beforeAll(() => {
  world = createWorld({ seed: 1, customers: MIN_CUSTOMERS });
  written = writeWorld(world);
});

it('writes the same from the same seed', () => {
  expect(writeWorld(createWorld({ seed: 1, customers: MIN_CUSTOMERS })).tables).toEqual(written.tables);
});

it.each([
  ['subscriber_ref', ['customer_id', 'subscriber_id']],
  ['feature_month', ['subscriber_id', 'month']],
  ['treatment', ['treatment_id']],
  ['segment_membership', ['customer_id', 'code']],
])('writes no key of %s twice', (table, columns) => {
  const keys = written.rows(table).map((row) => columns.map((column) => row[column]).join(' '));
  expect(keys.length).toBeGreaterThan(0);
  expect(new Set(keys).size).toBe(keys.length);
});

it('charges what the bills of the lines charge', () => {
  let truth = 0;
  for (let index = 0; index < world.size; index++) {
    for (const { months } of world.customer(index).subscribers) {
      truth += months.reduce((sum, { chargeFen }) => sum + chargeFen, 0);
    }
  }
  expect(written.rows('feature_month').reduce((sum, row) => sum + Number(row['charge_fen']), 0)).toBe(truth);
});

it('says of every product offered what kind it is, and gives a reason to retention only', () => {
  for (const { offer_id, product_type, campaign_kind, reason } of written.rows('treatment')) {
    expect(product_type === null).toBe(offer_id === null);
    expect(reason !== null).toBe(campaign_kind === 'RETAIN');
  }
});
