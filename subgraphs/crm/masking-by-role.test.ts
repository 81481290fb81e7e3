/** Names and numbers are clear with the scopes for it, and in lists of persons for nobody (S25). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Crm, createCrm } from './testing/crm.ts';
import { customerRow, PEOPLE, subscriberRow } from './testing/people.ts';

const NAMES = ['黄小明', '欧阳清荷', 'Miles Bramley', '联系人'] as const;
const NUMBERS = ['13800138000', '02888000025', 'kd02888000025', '8800000017'] as const;

/**
 * 1 黄小明 with a mobile line, a card, and a seat in the unit; tied to 2 欧阳清荷, whose fixed line
 * Miles Bramley (3) uses. 9 is the unit. All share a contact phone.
 */
const ROWS = {
  ...PEOPLE,
  customer: [
    customerRow(1, { name: NAMES[0], manager_staff_id: 'V100001' }),
    customerRow(2, { name: NAMES[1] }),
    customerRow(3, { name: NAMES[2] }),
    customerRow(9, { name: '示例单位', segment: 'ENTERPRISE', document_type: 'BUSINESS_LICENCE' }),
  ].map((row) => ({ ...row, contact_phone: '02855550000' })),
  customer_relation: [{ customer_id: 2, other_customer_id: 1, kind: 'PAYS_FOR', since_on: null }],
  group_customer: [
    {
      customer_id: 9,
      unit_name: '示例单位',
      unit_level: 'A1',
      contact_name: NAMES[3],
      contact_phone: '02855550000',
    },
  ],
  group_member: [{ customer_id: 1, group_customer_id: 9, position: '主任', key_person: 1 }],
  membership: [
    {
      membership_id: 7,
      customer_id: 1,
      club: '俱乐部',
      level: 'GOLD',
      card_number: NUMBERS[3],
      valid_from: '2026-01-01',
      valid_until: '2026-12-31',
      points: 0,
    },
  ],
  subscriber: [
    subscriberRow(10, 1, { service_number: NUMBERS[0], brand_code: 'GOTONE' }),
    subscriberRow(20, 2, {
      service_number: NUMBERS[1],
      net_class: 'FIXED',
      real_user_name: NAMES[2],
      real_user_customer_id: 3,
    }),
  ],
  number_holding: [{ subscriber_id: 10, service_number: NUMBERS[0], held_since_at: 1, held_until_at: null }],
  broadband: [{ subscriber_id: 20, account_name: NUMBERS[2], held_since_at: 1, held_until_at: null }],
};

let crm: Crm;
beforeAll(async () => {
  crm = await createCrm(ROWS);
});
afterAll(() => crm.remove());

const READING = ['customer:read', 'customer:identity', 'subscriber:read', 'staff:read'];

const PERSON = '{ name memberships { cardNumber } subscribers { serviceNumber broadbandAccount } }';
const ONE_BY_ONE = `{
  one: customer(customerId: "1") ${PERSON}
  two: customer(customerId: "2") ${PERSON}
  three: customer(customerId: "3") { name }
  unit: customer(customerId: "9") { name group { unitName contactName } }
}`;

describe.each([
  { scopes: ['name:clear', 'number:clear'], names: NAMES, numbers: NUMBERS },
  {
    scopes: ['name:clear'],
    names: NAMES,
    numbers: ['138****8000', '028****0025', 'kd0****0025', '****0017'],
  },
  { scopes: ['number:clear'], names: ['黄**', '欧阳**', 'M**', '联**'], numbers: NUMBERS },
  {
    scopes: [],
    names: ['黄**', '欧阳**', 'M**', '联**'],
    numbers: ['138****8000', '028****0025', 'kd0****0025', '****0017'],
  },
])('a viewer with the scopes $scopes', ({ scopes, names, numbers }) => {
  it('sees of customers, one by one, as much', async () => {
    const { data, errors } = await crm.as({ scopes: [...READING, ...scopes] }).ask(ONE_BY_ONE);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      one: {
        name: names[0],
        memberships: [{ cardNumber: numbers[3] }],
        subscribers: [{ serviceNumber: numbers[0], broadbandAccount: null }],
      },
      two: {
        name: names[1],
        memberships: [],
        subscribers: [{ serviceNumber: numbers[1], broadbandAccount: numbers[2] }],
      },
      three: { name: names[2] },
      unit: { name: '示例单位', group: { unitName: '示例单位', contactName: names[3] } },
    });
  });
});

describe('whoever sees all in clear', () => {
  /** Each way from somebody in a list of persons to a value. */
  const EVERYTHING = `{
    name memberships { cardNumber } groupMembership { group { contactName customer { group { contactName } } } }
    subscribers { serviceNumber broadbandAccount customer { name } realUser { name customer { name } } }
    identities { subscriber { serviceNumber customer { name } } }
    relations { customer { name subscribers { serviceNumber } } }
    group { contactName members { nodes { customer { name } } } }
  }`;
  const LISTS: readonly [list: string, query: string, shown: string][] = [
    [
      'the matches of a lookup that finds several',
      `{ customerLookup(by: CONTACT_PHONE, value: "02855550000") { matches { customer ${EVERYTHING} } } }`,
      '欧阳**',
    ],
    [
      'the members of a unit',
      `{ groupCustomer(customerId: "9") { members { nodes { customer ${EVERYTHING} } } } }`,
      '黄**',
    ],
    ['ties', `{ customer(customerId: "2") { relations { customer ${EVERYTHING} } } }`, '黄**'],
    [
      'users of lines',
      `{ subscriber(subscriberId: "20") { realUser { name customer ${EVERYTHING} } } }`,
      'M**',
    ],
  ];

  it.each(LISTS)('sees nobody in clear among %s', async (_list, query, shown) => {
    const answer = await crm.ask(query);

    expect(answer.errors).toBeUndefined();
    const bytes = JSON.stringify(answer);
    expect(bytes).toContain(shown);
    expect([...NAMES, ...NUMBERS].filter((value) => bytes.includes(value))).toEqual([]);
  });

  it('sees the line by which several were found no clearer than them', async () => {
    const twice = await createCrm({
      ...ROWS,
      number_holding: [10, 20].map((subscriber_id) => ({
        subscriber_id,
        service_number: NUMBERS[0],
        held_since_at: 1,
        held_until_at: null,
      })),
    });
    const answer = await twice.ask(
      `{ customerLookup(by: SERVICE_NUMBER, value: "${NUMBERS[0]}") { matches { subscriber { serviceNumber } } } }`,
    );
    await twice.remove();

    expect(answer.data.customerLookup.matches).toEqual([
      { subscriber: { serviceNumber: '138****8000' } },
      { subscriber: { serviceNumber: '028****0025' } },
    ]);
  });

  it('sees the only match, and those whom a manager looks after, in clear', async () => {
    const { data } = await crm.ask(`{
      customerLookup(by: SERVICE_NUMBER, value: "${NUMBERS[0]}") {
        matches { customer { name } subscriber { serviceNumber } }
      }
      staffMember(staffId: "V100001") { portfolio { nodes { name subscribers { serviceNumber } } } }
    }`);

    expect(data).toEqual({
      customerLookup: {
        matches: [{ customer: { name: NAMES[0] }, subscriber: { serviceNumber: NUMBERS[0] } }],
      },
      staffMember: {
        portfolio: { nodes: [{ name: NAMES[0], subscribers: [{ serviceNumber: NUMBERS[0] }] }] },
      },
    });
  });
});
