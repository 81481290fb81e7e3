import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORBIDDEN } from '#kit/testing/reach';
import { type Crm, createCrm } from './testing/crm.ts';
import { customerRow, PEOPLE, subscriberRow, subscriptionRow } from './testing/people.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await createCrm();
});
afterAll(() => crm.remove());

it('shows a unit, its contact masked', async () => {
  const { data, errors } = await crm.ask(`{
    groupCustomer(customerId: "1009") {
      customerId unitName unitLevel contactName contactPhoneMasked memberCount
      manager { name role } customer { segment layer userClass group { unitName } }
    }
    nobody: groupCustomer(customerId: "1001") { unitName }
  }`);

  expect(errors).toEqual([expect.objectContaining({ path: ['nobody'], ...FORBIDDEN })]);
  expect(data).toEqual({
    groupCustomer: {
      customerId: '1009',
      unitName: '示例单位',
      unitLevel: 'A1',
      contactName: '联系人',
      contactPhoneMasked: '028****0000',
      memberCount: 3,
      manager: { name: '经理乙', role: 'GROUP_MANAGER' },
      customer: {
        segment: 'ENTERPRISE',
        layer: 'GROUP',
        userClass: 'GROUP',
        group: { unitName: '示例单位' },
      },
    },
    nobody: null,
  });
});

const MEMBERS = `query ($first: Int!, $after: String) {
  groupCustomer(customerId: "1009") {
    members(first: $first, after: $after) {
      nodes { position keyPerson customer { customerId } } pageInfo { hasNextPage endCursor } totalCount
    }
  }
}`;
const PORTFOLIO = `query ($first: Int!, $after: String) {
  staffMember(staffId: "V100001") {
    portfolio(first: $first, after: $after) {
      nodes { customerId } pageInfo { hasNextPage endCursor } totalCount
    }
  }
}`;

describe('pages', () => {
  it('go through the members to the end', async () => {
    const { data: one } = await crm.ask(MEMBERS, { first: 2 });
    const first = one.groupCustomer.members;
    const { data: two } = await crm.ask(MEMBERS, { first: 2, after: first.pageInfo.endCursor });
    const second = two.groupCustomer.members;

    expect(first).toMatchObject({
      nodes: [
        { position: '主任', keyPerson: true, customer: { customerId: '1001' } },
        { position: '职员', keyPerson: false, customer: { customerId: '1002' } },
      ],
      pageInfo: { hasNextPage: true },
      totalCount: 3,
    });
    expect(second).toMatchObject({
      nodes: [{ customer: { customerId: '1005' } }],
      pageInfo: { hasNextPage: false },
      totalCount: 3,
    });

    const { data: three } = await crm.ask(MEMBERS, { first: 2, after: second.pageInfo.endCursor });
    expect(three.groupCustomer.members).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 3,
    });
  });

  it('go through the portfolio to the end', async () => {
    const { data: one } = await crm.ask(PORTFOLIO, { first: 1 });
    const { pageInfo } = one.staffMember.portfolio;
    const { data: two } = await crm.ask(PORTFOLIO, { first: 1, after: pageInfo.endCursor });

    expect(one.staffMember.portfolio).toMatchObject({
      nodes: [{ customerId: '1001' }],
      pageInfo: { hasNextPage: true },
      totalCount: 2,
    });
    expect(two.staffMember.portfolio).toMatchObject({
      nodes: [{ customerId: '1005' }],
      pageInfo: { hasNextPage: false },
      totalCount: 2,
    });
  });

  it.each([
    [{ first: 0 }, 'first must be 1 to 100.'],
    [{ first: 101 }, 'first must be 1 to 100.'],
    [{ first: 1, after: '1002' }, 'after must be the endCursor of the page before.'],
  ])('refuse %j', async (variables, message) => {
    for (const [query, list] of [
      [MEMBERS, ['groupCustomer', 'members']],
      [PORTFOLIO, ['staffMember', 'portfolio']],
    ] as const) {
      const { errors } = await crm.ask(query, variables);
      expect(errors).toMatchObject([{ message, path: list, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

it('knows no staff member that the register does not have', async () => {
  const { data, errors } = await crm.ask('{ staffMember(staffId: "Z000000") { staffId } }');

  expect(errors).toBeUndefined();
  expect(data.staffMember).toBeNull();
});

it('shows no member whom crm does not have: nobody can say who may see him', async () => {
  const torn = await createCrm({
    ...PEOPLE,
    group_member: [{ customer_id: 5555, group_customer_id: 1009, position: '职员', key_person: 0 }],
  });

  const { data, errors } = await torn.ask(MEMBERS, { first: 1 });

  expect(errors).toBeUndefined();
  expect(data.groupCustomer.members).toMatchObject({ nodes: [], totalCount: 0 });
  await torn.remove();
});

describe('statements', () => {
  const CUSTOMERS = 100;
  let portfolio: Crm;
  beforeAll(async () => {
    const nth = Array.from({ length: CUSTOMERS }, (_, index) => index);
    portfolio = await createCrm({
      ...PEOPLE,
      customer: nth.map((index) => customerRow(10_000 + index, { manager_staff_id: 'V100001' })),
      subscriber: nth.map((index) => subscriberRow(20_000 + index, 10_000 + index)),
      subscription: nth.map((index) => subscriptionRow(20_000 + index, 30_000 + index, 1 + (index % 4))),
    });
  });
  afterAll(() => portfolio.remove());

  /** The table that each statement reads; the page of a portfolio holds its customers. */
  async function tablesRead(selection: string): Promise<string[]> {
    portfolio.statements.length = 0;
    const { data, errors } = await portfolio.ask(
      `{ staffMember(staffId: "V100001") { portfolio { nodes { ${selection} } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.staffMember.portfolio.nodes).toHaveLength(CUSTOMERS);
    return portfolio.statements.map((sql) => /.* from `(\w+)`/.exec(sql)?.[1] ?? sql);
  }

  it('are one for a level, however many customers there are', async () => {
    const tables = await tablesRead(
      `name subscribers {
         serviceNumber contractEndsOn plan { offer { name } } subscriptions { offer { monthlyFeeFen } }
       }`,
    );

    expect(tables).toEqual(['staff', 'customer', 'subscriber', 'subscription', 'offer']);
  });

  it('do not grow with the rules that decide layer and class', async () => {
    const tables = await tablesRead(
      'layer userClass vipGrade points brands { name } identities { rank } homeRegion { name }',
    );

    expect(tables.toSorted()).toEqual([
      'brand',
      'customer',
      'membership',
      'number_segment',
      'region',
      'staff',
      'subscriber',
    ]);
  });
});
