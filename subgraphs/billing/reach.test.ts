/** Whoever asks, by whichever way in: what belongs to a customer is shown where he is within reach. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Row } from '#kit/testing/database';
import { FORBIDDEN, insidersOf, lookedAfterRow, reachRow, strangersTo } from '#kit/testing/reach';
import { type Billing, billingViewer, createBilling } from './testing/billing.ts';
import { EXAMPLE } from './testing/example.ts';
import { accountRow, billRow, paymentRow, usageRow } from './testing/rows.ts';

/** In everything that customer 1 has, and nowhere else. */
const CANARY = 7_654_321;

const elsewhere = (id: number): Row => reachRow(id, { region_code: '110100' });
const ROWS = {
  ...EXAMPLE,
  customer_reach: [lookedAfterRow(1), elsewhere(2), elsewhere(3)],
  subscriber_ref: [
    { subscriber_id: 100, customer_id: 1 },
    { subscriber_id: 200, customer_id: 2 },
  ],
  account: [accountRow(10, 1, { cash_fen: CANARY, gift_fen: 0 }), accountRow(20, 2), accountRow(30, 9)],
  bill: [billRow(10, '2026-10', { total_fen: CANARY, paid_fen: 0, items: `[["VOICE",${CANARY}]]` })],
  payment: [paymentRow(10, 1, '2026-11-02T08:00', CANARY)],
  usage_month: [
    usageRow(100, '2026-11', { voice_minutes: CANARY, voice_allowance: CANARY }),
    usageRow(200, '2026-11'),
  ],
  usage_detail: [{ subscriber_id: 100, month: '2026-11', records: `[["V",60,${CANARY},"13812345678",61]]` }],
};

const ENTITIES: readonly [what: string, type: string, key: object, fields: string][] = [
  ['a customer', 'Customer', { customerId: '1' }, 'customerId balanceFen accounts { accountId balanceFen }'],
  ['a line', 'Subscriber', { subscriberId: '100' }, 'usageMonths { voiceMinutes }'],
  ['records of a line', 'Subscriber', { subscriberId: '100' }, 'usageRecords { nodes { chargeFen } }'],
  ['an account', 'Account', { accountId: '10' }, 'balanceFen customer { customerId balanceFen }'],
  ['a bill', 'Bill', { billId: '10-202610' }, 'totalFen items { amountFen }'],
  ['a payment', 'Payment', { paymentId: '10-1' }, 'amountFen'],
  ['money', 'Bucket', { bucketId: '10-CASH' }, 'leftAmount'],
  ['an allowance', 'Bucket', { bucketId: '100-VOICE-202611' }, 'totalAmount'],
];

const ROOT_FIELDS = [
  ['account', '{ account(accountId: "10") { accountId balanceFen } }'],
  ['bill', '{ bill(billId: "10-202610") { billId totalFen } }'],
] as const;

describe.each(insidersOf('1'))('a viewer %s', (_, reach) => {
  let billing: Billing;
  beforeAll(async () => {
    billing = await createBilling(ROWS, () => billingViewer({ reach }));
  });
  afterAll(() => billing.remove());

  it.each(ENTITIES)('is shown %s', async (_what, type, key, fields) => {
    const answer = await billing.askEntities(type, [key], fields);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(String(CANARY));
  });

  it.each(ROOT_FIELDS)('is shown the root field %s', async (_field, query) => {
    const answer = await billing.ask(query);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(String(CANARY));
  });
});

describe.each(strangersTo('2'))('a viewer %s', (_, reach) => {
  let billing: Billing;
  beforeAll(async () => {
    billing = await createBilling(ROWS, () => billingViewer({ reach }));
  });
  afterAll(() => billing.remove());

  it.each(ENTITIES)('is not shown %s', async (_what, type, key, fields) => {
    const answer = await billing.askEntities(type, [key], fields);
    expect(answer).toMatchObject({
      data: { _entities: [null] },
      errors: [{ path: ['_entities', 0], ...FORBIDDEN }],
    });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(String(CANARY));
  });

  it.each(ROOT_FIELDS)('is not shown the root field %s', async (field, query) => {
    expect(await billing.ask(query)).toEqual({
      data: { [field]: null },
      errors: [expect.objectContaining({ path: [field], ...FORBIDDEN })],
    });
  });

  it('is told the same of what there is not', async () => {
    const keys: [string, object][] = [
      ['Customer', { customerId: '77' }],
      ['Subscriber', { subscriberId: 'x' }],
      ['Account', { accountId: '77' }],
      ['Bill', { billId: '77-202610' }],
      ['Bill', { billId: 'x' }],
      ['Payment', { paymentId: 'x' }],
      ['Bucket', { bucketId: '77-CASH' }],
      ['Bucket', { bucketId: 'x' }],
    ];
    for (const [type, key] of keys) {
      expect(await billing.askEntities(type, [key], '__typename')).toMatchObject({
        data: { _entities: [null] },
        errors: [{ path: ['_entities', 0], ...FORBIDDEN }],
      });
    }
  });
});

describe('a customer who asks himself', () => {
  let billing: Billing;
  beforeAll(async () => {
    billing = await createBilling(ROWS, () => billingViewer({ reach: { kind: 'SELF', customerId: '1' } }));
  });
  afterAll(() => billing.remove());

  it('is shown his own of several things, and not who else pays for one of them', async () => {
    const keys = [{ accountId: '10' }, { accountId: '20' }, { accountId: '30' }];
    const answer = await billing.askEntities('Account', keys, 'accountId');
    expect(answer).toMatchObject({
      data: { _entities: [{ accountId: '10' }, null, null] },
      errors: [1, 2].map((at) => ({ path: ['_entities', at], ...FORBIDDEN })),
    });
  });
});

describe('when billing is down', () => {
  it('nobody is shown anything, whose it is being unknown', async () => {
    const down = await createBilling(ROWS);
    await down.db.close();
    const answer = await down.askEntities('Subscriber', [{ subscriberId: '100' }], 'usageMonths { month }');
    const account = await down.ask('{ account(accountId: "10") { accountId } }');
    await down.remove();

    expect(answer).toMatchObject({
      data: { _entities: [{ usageMonths: null }] },
      errors: [{ path: ['_entities', 0, 'usageMonths'], extensions: { code: 'SOURCE_UNAVAILABLE' } }],
    });
    expect(account).toMatchObject({ data: { account: null } });
  });
});
