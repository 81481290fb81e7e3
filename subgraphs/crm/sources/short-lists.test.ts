/** Short lists are read plainly; absurd ones are cut by the database. */
import { expect, it } from '@jest/globals';
import { createCrmDatabase } from '../testing/crm.ts';
import { subscriberRow } from '../testing/people.ts';
import { createSubscribersSource } from './subscribers-sql.ts';

/** A customer with `count` lines and another with two; how they were read. */
async function linesOf(count: number): Promise<{ counts: number[]; statements: string[] }> {
  const nth = Array.from({ length: count }, (_, index) => subscriberRow(20_000 + index, 1));
  const crm = await createCrmDatabase({
    subscriber: [...nth, subscriberRow(90_001, 2), subscriberRow(90_002, 2)],
  });
  const lists = await createSubscribersSource(crm.db).byCustomers(['1', '2']);
  await crm.remove();
  return {
    counts: ['1', '2'].map((customerId) => lists.get(customerId)?.length ?? 0),
    statements: crm.statements,
  };
}

it('reads a batch with one statement, and cuts each list', async () => {
  const { counts, statements } = await linesOf(51);

  expect(counts).toEqual([50, 2]);
  expect(statements).toHaveLength(1);
});

it('cuts with a window what is too long to be read, so that no list starves another', async () => {
  const { counts, statements } = await linesOf(5_000);

  expect(counts).toEqual([50, 2]);
  expect(statements).toEqual([
    expect.not.stringContaining('row_number'),
    expect.stringContaining('row_number() over (partition by `customer_id`'),
  ]);
});
