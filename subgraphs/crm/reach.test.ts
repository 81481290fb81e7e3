/** Whoever asks, by whichever way in: a customer, and what he has, is shown where he is within reach. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asked } from '#kit/testing/ask';
import { FORBIDDEN, insidersOf, strangersTo } from '#kit/testing/reach';
import { noteAccesses } from '#kit/testing/viewer';
import type { Reach } from '#kit/viewer';
import { type Crm, createCrm } from './testing/crm.ts';
import { CANARY, NEIGHBOURS } from './testing/neighbours.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await createCrm(NEIGHBOURS);
});
afterAll(() => crm.remove());

const by = (reach: Reach): Asked => crm.as({ reach });
const IN_BEIJING: Reach = { kind: 'REGIONS', regions: ['11'] };
const IN_CHENGDU: Reach = { kind: 'REGIONS', regions: ['5101'] };

/** What belongs to customer 1, by its key. */
const ENTITIES: readonly [what: string, key: object, selection: string, shown: string][] = [
  ['a customer', { __typename: 'Customer', customerId: '1' }, '... on Customer { name }', CANARY],
  ['a line', { __typename: 'Subscriber', subscriberId: '10' }, '... on Subscriber { serviceNumber }', '028'],
  ['a membership', { __typename: 'Membership', membershipId: '100' }, '... on Membership { club }', CANARY],
  [
    'an order',
    { __typename: 'ProductSubscription', subscriptionId: '1000' },
    '... on ProductSubscription { startedOn }',
    '2026-02-03',
  ],
  ['a device', { __typename: 'Device', deviceId: 'd1' }, '... on Device { brand }', CANARY],
];

const ROOT_FIELDS: readonly [field: string, query: string, shown: string][] = [
  ['customer', '{ customer(customerId: "1") { name } }', CANARY],
  ['subscriber', '{ subscriber(subscriberId: "10") { serviceNumber } }', '028'],
];

/** Each finds customer 1. */
const LOOKUPS = [
  ['SERVICE_NUMBER', '02800010001'],
  ['BROADBAND_ACCOUNT', 'kd02800010001'],
  ['ID_DOCUMENT', 'D1'],
  ['ACCOUNT', '31'],
  ['MEMBER_CARD', 'CARD0001'],
  ['CONTACT_PHONE', '02800000001'],
  ['EMAIL', 'one@example.com'],
] as const;
const LOOKUP = `query ($by: LookupKey!, $value: String!) {
  customerLookup(by: $by, value: $value) {
    outcome truncated matches { role customer { customerId name } subscriber { serviceNumber } }
  }
}`;

describe.each(insidersOf('1'))('a viewer %s', (_who, reach) => {
  it.each(ENTITIES)('is shown %s', async (_what, key, selection, shown) => {
    const answer = await by(reach).askEntities(selection, [key]);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(shown);
  });

  it.each(ROOT_FIELDS)('is shown the root field %s', async (_field, query, shown) => {
    const answer = await by(reach).ask(query);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(shown);
  });

  it.each(LOOKUPS)('finds him by %s', async (key, value) => {
    const answer = await by(reach).ask(LOOKUP, { by: key, value });
    expect(answer.data.customerLookup).toMatchObject({
      outcome: 'ONE',
      matches: [{ customer: { customerId: '1', name: CANARY } }],
    });
  });
});

describe.each(strangersTo('2'))('a viewer %s', (_who, reach) => {
  it.each(ENTITIES)('is not shown %s', async (_what, key, selection) => {
    const answer = await by(reach).askEntities(selection, [key]);
    expect(answer).toEqual({
      data: { _entities: [null] },
      errors: [expect.objectContaining({ path: ['_entities', 0], ...FORBIDDEN })],
    });
  });

  it.each(ROOT_FIELDS)('is not shown the root field %s', async (field, query) => {
    expect(await by(reach).ask(query)).toEqual({
      data: { [field]: null },
      errors: [expect.objectContaining({ path: [field], ...FORBIDDEN })],
    });
  });

  it.each(LOOKUPS)('finds nobody by %s', async (key, value) => {
    expect(await by(reach).ask(LOOKUP, { by: key, value })).toEqual({
      data: { customerLookup: { outcome: 'NONE', truncated: false, matches: [] } },
    });
  });

  it('is not shown the unit, its members, or whom a manager looks after', async () => {
    const answer = await by(reach).ask(`{
      groupCustomer(customerId: "9") { unitName memberCount members { totalCount } }
      staffMember(staffId: "V000001") { portfolio { totalCount nodes { name } } }
    }`);
    expect(answer.data).toEqual({
      groupCustomer: null,
      staffMember: { portfolio: { totalCount: 0, nodes: [] } },
    });
    expect(answer.errors).toEqual([expect.objectContaining({ path: ['groupCustomer'], ...FORBIDDEN })]);
  });
});

describe('a unit', () => {
  const UNIT = '{ groupCustomer(customerId: "9") { unitName customer { segment } } }';
  const AS_ENTITY = [{ __typename: 'GroupCustomer', customerId: '9' }];
  const sees = async (reach: Reach): Promise<boolean[]> => {
    const answers = [
      await by(reach).ask(UNIT),
      await by(reach).askEntities('... on GroupCustomer { unitName }', AS_ENTITY),
    ];
    return answers.map((answer) => JSON.stringify(answer).includes(CANARY));
  };

  it('is shown to who looks after it, and in its region', async () => {
    expect(await sees({ kind: 'GROUPS', staffId: 'G000001' })).toEqual([true, true]);
    expect(await sees(IN_CHENGDU)).toEqual([true, true]);
  });

  it('is not shown to others, not even to members and their VIP managers', async () => {
    for (const reach of [
      IN_BEIJING,
      { kind: 'GROUPS', staffId: 'G000002' },
      { kind: 'PORTFOLIO', staffId: 'G000001' },
      { kind: 'PORTFOLIO', staffId: 'V000001' },
      { kind: 'SELF', customerId: '1' },
      { kind: 'NOBODY' },
    ] as const) {
      expect(await sees(reach)).toEqual([false, false]);
    }
  });

  it('is left out of a seat that is shown', async () => {
    const answer = await by({ kind: 'PORTFOLIO', staffId: 'V000001' }).ask(
      '{ customer(customerId: "1") { groupMembership { position group { unitName } } } }',
    );
    expect(answer.data.customer).toEqual({ groupMembership: { position: '职员', group: null } });
    expect(answer.errors).toEqual([
      expect.objectContaining({ path: ['customer', 'groupMembership', 'group'], ...FORBIDDEN }),
    ]);
  });
});

describe('a list', () => {
  it('of members has those within reach, and counts no others', async () => {
    const members = `{ groupCustomer(customerId: "9") {
      memberCount members(first: 1) { totalCount pageInfo { hasNextPage } nodes { customer { customerId } } }
    } }`;
    const pageOf = async (reach: Reach) => (await by(reach).ask(members)).data.groupCustomer;

    expect(await pageOf(IN_CHENGDU)).toEqual({
      memberCount: 1,
      members: {
        totalCount: 1,
        pageInfo: { hasNextPage: false },
        nodes: [{ customer: { customerId: '1' } }],
      },
    });
    expect(await pageOf({ kind: 'GROUPS', staffId: 'G000001' })).toMatchObject({
      memberCount: 2,
      members: { totalCount: 2, pageInfo: { hasNextPage: true } },
    });
  });

  it('of several portfolios has those within reach, and counts no others', async () => {
    const { data, errors } = await by(IN_BEIJING).ask(`{
      one: staffMember(staffId: "V000001") { portfolio { totalCount nodes { customerId } } }
      two: staffMember(staffId: "V000002") { portfolio { totalCount nodes { customerId } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      one: { portfolio: { totalCount: 0, nodes: [] } },
      two: { portfolio: { totalCount: 1, nodes: [{ customerId: '2' }] } },
    });
  });

  it('of ties has those to customers within reach', async () => {
    const ties = '{ customer(customerId: "2") { relations { customer { customerId } } } }';
    const tiesFor = async (reach: Reach) => (await by(reach).ask(ties)).data.customer.relations;

    expect(await tiesFor(IN_BEIJING)).toEqual([{ customer: { customerId: '3' } }]);
    expect(await tiesFor({ kind: 'SELF', customerId: '2' })).toEqual([]);
  });

  it('of matches has those within reach: who may not be seen does not make one of two', async () => {
    const shared = await createCrm({
      ...NEIGHBOURS,
      customer: (NEIGHBOURS['customer'] ?? []).map((row) => ({ ...row, contact_phone: '02800000000' })),
    });
    const { data } = await shared
      .as({ reach: { kind: 'SELF', customerId: '1' } })
      .ask(LOOKUP, { by: 'CONTACT_PHONE', value: '02800000000' });
    await shared.remove();

    expect(data.customerLookup).toMatchObject({ outcome: 'ONE', truncated: false });
    expect(data.customerLookup.matches).toHaveLength(1);
  });
});

it('does not show the user of a line who is out of reach, but for the surname', async () => {
  const answer = await by(IN_BEIJING).ask(
    '{ subscriber(subscriberId: "20") { realUser { name customer { name } } } }',
  );
  expect(answer.data).toEqual({ subscriber: { realUser: { name: 'C**', customer: null } } });
  expect(answer.errors).toEqual([
    expect.objectContaining({ path: ['subscriber', 'realUser', 'customer'], ...FORBIDDEN }),
  ]);
});

it('still tells where the number of a stranger was issued', async () => {
  const { data } = await by({ kind: 'NOBODY' }).ask(
    '{ customerLookup(by: SERVICE_NUMBER, value: "13808002001") { outcome numberOrigin { operator } } }',
  );
  expect(data.customerLookup).toEqual({ outcome: 'NONE', numberOrigin: { operator: 'CHINA_MOBILE' } });
});

describe('accesses', () => {
  const accessesOf = async (reach: Reach, query: string) => {
    const accesses = noteAccesses();
    await crm.as({ reach }, accesses).ask(query);
    return { seen: [...accesses.seen].sort(), refusals: accesses.refusals };
  };

  it.each([
    ['{ customer(customerId: "2") { relations { customer { name } } } }', ['2', '3']],
    ['{ subscriber(subscriberId: "20") { serviceNumber } }', ['2']],
    ['{ staffMember(staffId: "V000002") { portfolio { nodes { name } } } }', ['2']],
    ['{ customerLookup(by: SERVICE_NUMBER, value: "13900020002") { outcome } }', ['2']],
  ])('of %s are noted', async (query, seen) => {
    expect(await accessesOf(IN_BEIJING, query)).toEqual({ seen, refusals: [] });
  });

  it.each([
    ['{ customer(customerId: "1") { name } }', ['1']],
    ['{ customer(customerId: "nobody") { name } }', [null]],
    ['{ groupCustomer(customerId: "9") { unitName } }', ['9']],
    ['{ subscriber(subscriberId: "10") { serviceNumber } }', [null]],
  ])('of %s are noted as refused, as far as it is known of whom', async (query, refusals) => {
    expect(await accessesOf(IN_BEIJING, query)).toEqual({ seen: [], refusals });
  });
});
