/** The subgraph over BOSS tells what it tells over the replica. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asked, asked } from '#kit/testing/ask';
import { memoryTrail } from '#kit/testing/trail';
import { noteAccesses, testRequest } from '#kit/testing/viewer';
import { createBillingSources } from './sources.ts';
import { createBillingSubgraph } from './subgraph.ts';
import { billingViewer, NOW, RECEIPT_KEY } from './testing/billing.ts';
import { type BillingTestSystems, openBillingSystems } from './testing/billing-systems.ts';
import { CONTRACT_ROWS } from './testing/contract-rows.ts';

const BOSS = {
  customers: 'boss',
  accounts: 'boss',
  bills: 'boss',
  arrears: 'boss',
  payments: 'boss',
  usage: 'boss',
  details: 'boss',
};

const CUSTOMER = `... on Customer {
  registeredLayer arrearsFen balanceFen
  halfYearConsumption { totalFen byCategory { category amountFen } }
  consumptionCurve(months: 24) { month totalFen }
  accounts {
    accountId payMode payMethod status creditLimitFen balanceFen currentChargeFen
    buckets { bucketId leftAmount }
    arrears { amountFen since overdueDays bills { billId unpaidFen state } }
    bills(months: 24) { billId month issuedOn dueOn totalFen paidFen unpaidFen state items { code amountFen } }
    payments(months: 12) { paymentId paidAt amountFen method }
  }
}`;

const LINE = `... on Subscriber {
  averageRevenueFen
  usageMonths(months: 6) { month voiceMinutes cmnetKilobytes chargeFen }
  allowances { bucketId totalAmount usedAmount leftAmount }
  usageRecords(month: "2026-11", first: 50) { totalCount nodes { usageId kind startedAt peerMasked seconds chargeFen } }
}`;

let systems: BillingTestSystems;
let overReplica: Asked;
let overBoss: Asked;

beforeAll(async () => {
  systems = await openBillingSystems(CONTRACT_ROWS);
  const options = { receiptKey: RECEIPT_KEY, trail: memoryTrail(), now: () => NOW };
  const request = () => testRequest(billingViewer(), noteAccesses());
  overReplica = asked(createBillingSubgraph(systems.db, systems.clock, options), request);
  const sources = await createBillingSources(systems, BOSS);
  overBoss = asked(createBillingSubgraph(systems.db, systems.clock, { ...options, sources }), request);
});

afterEach(() => systems.heal());
afterAll(() => systems.close());

it.each([
  ['customers', CUSTOMER, ['1', '2', '3'].map((customerId) => ({ __typename: 'Customer', customerId }))],
  ['lines', LINE, ['100', '101'].map((subscriberId) => ({ __typename: 'Subscriber', subscriberId }))],
  ['a bill', '... on Bill { billId totalFen items { code } }', [{ __typename: 'Bill', billId: '10-202610' }]],
  ['a payment', '... on Payment { amountFen paidAt }', [{ __typename: 'Payment', paymentId: '10-2' }]],
])('tells the same of %s', async (_, fields, entities) => {
  const fromReplica = await overReplica.askEntities(fields, entities);
  expect(fromReplica.data._entities).toHaveLength(entities.length);
  const fromBoss = await overBoss.askEntities(fields, entities);
  // Errors name the system.
  expect(JSON.parse(JSON.stringify(fromBoss).replaceAll('boss', 'billing'))).toEqual(fromReplica);
});

describe('when BOSS fails', () => {
  it('nulls what BOSS tells, with an error, and keeps what the replica tells', async () => {
    await systems.plan('http-500');
    const { data, errors } = await overBoss.askEntities(
      LINE.replace('averageRevenueFen', 'borderRoaming { thisMonthCount }'),
      [{ __typename: 'Subscriber', subscriberId: '100' }],
    );
    expect(data._entities).toMatchObject([{ usageMonths: null, allowances: null, usageRecords: null }]);
    expect(data._entities[0].borderRoaming).not.toBeNull();
    expect(errors.map(({ extensions }: { extensions: object }) => extensions)).toEqual(
      Array(3).fill({ code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'boss' }),
    );
  });

  it('for one customer, fails that customer alone', async () => {
    const customers = ['1', '2', '3'].map((customerId) => ({ __typename: 'Customer', customerId }));
    await systems.plan('http-500', '', 1);
    const { data, errors } = await overBoss.askEntities('... on Customer { balanceFen }', customers);
    const known = data._entities.filter(
      ({ balanceFen }: { balanceFen: number | null }) => balanceFen !== null,
    );
    expect(known).toHaveLength(2);
    expect(errors).toHaveLength(1);
  });
});

it('asks once for what several fields show', async () => {
  const before = (await systems.calls())['KF1004'] ?? 0;
  const fields = '... on Customer { balanceFen arrearsFen accounts { accountId balanceFen } }';
  await overBoss.askEntities(fields, [{ __typename: 'Customer', customerId: '1' }]);
  expect((await systems.calls())['KF1004']).toBe(before + 1);
});
