import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { listText } from '#kit/testing/mariadb';
import type { ProductSubscription } from '../model.ts';
import { createCrmDatabase } from '../testing/crm.ts';
import { createSubscriptionsSource, type SubscriptionsSource } from './subscriptions-sql.ts';

let crm: TestDatabase;
let source: SubscriptionsSource;
beforeAll(async () => {
  crm = await createCrmDatabase();
  source = createSubscriptionsSource(crm.db);
});
afterAll(() => crm.remove());

beforeEach(() => {
  crm.statements.length = 0;
});

const ORDERS =
  'select `subscription_id`, `subscriber_id`, `subscription`.`offer_id`, `kind`, `started_on`, `ended_on`, ' +
  '`contract_ends_on`, `opened_by_staff_id`, `channel`, `sp_code`, `owner_type` from `subscription` ' +
  'inner join `offer` on `offer`.`offer_id` = `subscription`.`offer_id` ' +
  `where \`subscriber_id\` in ${listText()} `;
const NEWEST_FIRST = 'order by `subscriber_id` asc, `started_on` desc, `subscription_id` desc limit ?';

function idsOf(found: ReadonlyMap<string, readonly ProductSubscription[]>): [string, string[]][] {
  return [...found].map(([line, orders]) => [line, orders.map((order) => order.subscriptionId)]);
}

it('reads the orders of every line with one query, newest first', async () => {
  const range = { kinds: ['PLAN', 'DATA_PLAN'], runningOn: '2026-11-20', startedSince: '' } as const;

  expect(idsOf(await source.bySubscribers(['2001', '2003', '2002'], range))).toEqual([
    ['2001', ['64003', '64002']],
    ['2003', ['64005']],
  ]);
  expect(crm.statements).toEqual([
    `${ORDERS}and \`offer\`.\`kind\` in ${listText()} ` +
      `and (\`ended_on\` is null or \`ended_on\` >= ?) and \`started_on\` >= ? ${NEWEST_FIRST}`,
  ]);
});

it('asks for no kinds and no beginning where all orders in use are wanted', async () => {
  await source.running(['2001'], '2026-11-20');

  expect(crm.statements).toEqual([
    `${ORDERS}and (\`ended_on\` is null or \`ended_on\` >= ?) ${NEWEST_FIRST}`,
  ]);
});

it('reads nothing but days where only the ends of commitments are wanted', async () => {
  await source.contractEnds(['2001'], '2026-11-20');

  expect(crm.statements).toEqual([
    'select `subscriber_id`, max(`contract_ends_on`) as `ends_on` from `subscription` ' +
      `where \`subscriber_id\` in ${listText()} and \`contract_ends_on\` >= ? ` +
      'and (`ended_on` is null or `ended_on` >= ?) group by `subscriber_id`',
  ]);
});
