import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { createCrmDatabase } from '../testing/crm.ts';
import { createSubscriptionsSource, type SubscriptionsSource } from './subscriptions-sql.ts';

let crm: TestDatabase;
let source: SubscriptionsSource;
beforeAll(async () => {
  crm = await createCrmDatabase();
  source = createSubscriptionsSource(crm.db);
});
afterAll(() => crm.remove());

it('reads the newest orders of every line with one window query', async () => {
  const range = {
    kinds: ['PLAN', 'DATA_PLAN'],
    runningOn: '2026-11-20',
    startedSince: '',
    limit: 1,
  } as const;

  const found = await source.bySubscribers(['2001', '2003', '2002'], range);

  expect([...found].map(([line, orders]) => [line, orders.map((order) => order.subscriptionId)])).toEqual([
    ['2001', ['64003']],
    ['2003', ['64005']],
  ]);
  expect(crm.statements).toEqual([
    'select `subscription_id`, `subscriber_id`, `offer_id`, `kind`, `started_on`, `ended_on`, ' +
      '`contract_ends_on`, `opened_by_staff_id`, `channel`, `sp_code`, `owner_type` from (' +
      'select `subscription`.*, `offer`.`kind`, row_number() over (partition by `subscriber_id` ' +
      'order by `started_on` desc, `subscription_id` desc) as `nth` from `subscription` ' +
      'inner join `offer` on `offer`.`offer_id` = `subscription`.`offer_id` ' +
      'where `subscriber_id` in (select value from json_each(?)) ' +
      'and `offer`.`kind` in (select value from json_each(?)) ' +
      'and (`ended_on` is null or `ended_on` >= ?) and `started_on` >= ?) as `ranked` ' +
      'where `nth` <= ? order by `nth` asc',
  ]);
});
