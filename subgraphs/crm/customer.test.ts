import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORBIDDEN } from '#kit/testing/reach';
import { type Crm, createCrm } from './testing/crm.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await createCrm();
});
afterAll(() => crm.remove());

async function customer(customerId: string, selection: string) {
  const { data, errors } = await crm.ask(`query ($id: ID!) { customer(customerId: $id) { ${selection} } }`, {
    id: customerId,
  });
  expect(errors).toBeUndefined();
  return data.customer;
}

it('shows who a customer is, masked', async () => {
  expect(
    await customer(
      '1001',
      `customerId name segment status idDocument { type numberMasked } homeRegion { code name }
       developmentChannel language listFlag openedOn openedByStaffId synthetic
       contactMedia { type valueMasked } profile { hobbies mailingAddressMasked }`,
    ),
  ).toEqual({
    customerId: '1001',
    name: '测试1001',
    segment: 'PERSONAL',
    status: 'IN_NET',
    idDocument: { type: 'RESIDENT_ID', numberMasked: '5****************1' },
    homeRegion: { code: '510100', name: '成都市' },
    developmentChannel: 'RETAIL',
    language: 'MANDARIN',
    listFlag: 'NONE',
    openedOn: '2019-03-01',
    openedByStaffId: 'R100001',
    synthetic: true,
    contactMedia: [
      { type: 'PHONE', valueMasked: '138****9999' },
      { type: 'EMAIL', valueMasked: 'a***@example.com' },
      { type: 'ADDRESS', valueMasked: '四川省成都市武侯区****' },
    ],
    profile: { hobbies: ['摄影', '登山'], mailingAddressMasked: '重庆市渝中区****' },
  });
});

it('decides layer, class and grade from memberships, group, brands and origin', async () => {
  expect(
    await customer(
      '1001',
      `layer userClass vipGrade points brands { code name }
       identities { layer rank source subscriber { subscriberId } }
       memberships { membershipId level valid validUntil }`,
    ),
  ).toEqual({
    layer: 'GOTONE_VIP',
    userClass: 'G5_VIP',
    vipGrade: 'DIAMOND',
    points: 1_200,
    brands: [
      { code: 'EASYOWN', name: '神州行' },
      { code: 'GOTONE', name: '全球通' },
    ],
    identities: [
      { layer: 'GOTONE_VIP', rank: 1, source: 'MEMBERSHIP', subscriber: null },
      { layer: 'GROUP', rank: 2, source: 'GROUP_MEMBERSHIP', subscriber: null },
      { layer: 'ROAM_IN', rank: 3, source: 'ORIGIN', subscriber: { subscriberId: '2002' } },
      { layer: 'GOTONE_CONTRACT', rank: 4, source: 'BRAND', subscriber: { subscriberId: '2001' } },
      { layer: 'EASYOWN', rank: 6, source: 'BRAND', subscriber: { subscriberId: '2002' } },
    ],
    memberships: [
      { membershipId: '42', level: 'DIAMOND', valid: true, validUntil: '2026-12-31' },
      { membershipId: '41', level: 'SUPREME', valid: false, validUntil: '2025-12-31' },
    ],
  });
});

it('knows manager, ties and seat', async () => {
  expect(
    await customer(
      '1001',
      `manager { staffId name role }
       relations { kind since customer { customerId } }
       groupMembership { position keyPerson group { unitName } } group { unitName }`,
    ),
  ).toEqual({
    manager: { staffId: 'V100001', name: '经理甲', role: 'VIP_MANAGER' },
    relations: [
      { kind: 'FAMILY', since: '2021-05-01', customer: { customerId: '1002' } },
      { kind: 'PAYS_FOR', since: null, customer: { customerId: '1005' } },
    ],
    groupMembership: { position: '主任', keyPerson: true, group: { unitName: '示例单位' } },
    group: null,
  });
});

it('has nothing to claim for a prospect, and says so with empty lists', async () => {
  expect(
    await customer(
      '1004',
      'status layer userClass vipGrade points identities { rank } subscribers { subscriberId } memberships { club } relations { kind } brands { code } manager { staffId } groupMembership { position }',
    ),
  ).toEqual({
    status: 'PROSPECT',
    layer: null,
    userClass: null,
    vipGrade: null,
    points: 0,
    identities: [],
    subscribers: [],
    memberships: [],
    relations: [],
    brands: [],
    manager: null,
    groupMembership: null,
  });
});

it.each(['999999', 'nobody', '01001', '1001.0', '-1', '', '99999999999999999999'])(
  'does not tell that there is no customer %s',
  async (customerId) => {
    const query = 'query ($id: ID!) { customer(customerId: $id) { customerId } }';

    expect(await crm.ask(query, { id: customerId })).toEqual({
      data: { customer: null },
      errors: [expect.objectContaining({ path: ['customer'], ...FORBIDDEN })],
    });
  },
);

describe('as an entity', () => {
  it('is loaded by its key, or refused', async () => {
    const { data, errors } = await crm.askEntities(
      '__typename ... on Customer { name } ... on Membership { cardNumber } ... on StaffMember { staffId name } ... on GroupCustomer { unitLevel }',
      [
        { __typename: 'Customer', customerId: '1002' },
        { __typename: 'Customer', customerId: '999999' },
        { __typename: 'Membership', membershipId: '42' },
        { __typename: 'GroupCustomer', customerId: '1009' },
        { __typename: 'StaffMember', staffId: 'X999999' },
      ],
    );

    expect(errors).toEqual([expect.objectContaining({ path: ['_entities', 1], ...FORBIDDEN })]);
    expect(data._entities).toEqual([
      { __typename: 'Customer', name: '测试1002' },
      null,
      { __typename: 'Membership', cardNumber: 'VIP42' },
      { __typename: 'GroupCustomer', unitLevel: 'A1' },
      // The register does not know this 工号, and says so; the id is still the one that signed.
      { __typename: 'StaffMember', staffId: 'X999999', name: null },
    ]);
  });
});

it('keeps the rest of the answer when crm fails: null and an error, never an empty list', async () => {
  const broken = await createCrm();
  await broken.db.close();

  const { data, errors } = await broken.ask(
    '{ customer(customerId: "1001") { name } subscriber(subscriberId: "2001") { serviceNumber } __typename }',
  );

  expect(data).toEqual({ customer: null, subscriber: null, __typename: 'Query' });
  expect(errors).toMatchObject(
    ['customer', 'subscriber'].map((field) => ({
      message: 'The crm system is not reachable.',
      path: [field],
      extensions: { code: 'SOURCE_UNAVAILABLE', source: 'crm', retryable: true },
    })),
  );
  await broken.remove();
});
