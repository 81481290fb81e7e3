import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Row } from '#kit/testing/database';
import { FORBIDDEN } from '#kit/testing/reach';
import { type Crm, createCrm } from './testing/crm.ts';
import { customerRow, PEOPLE, subscriberRow, subscriptionRow } from './testing/people.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await createCrm();
});
afterAll(() => crm.remove());

async function subscriber(subscriberId: string, selection: string) {
  const { data, errors } = await crm.ask(
    `query ($id: ID!) { subscriber(subscriberId: $id) { ${selection} } }`,
    { id: subscriberId },
  );
  expect(errors).toBeUndefined();
  return data.subscriber;
}

it('shows a line: number, standing, device and payer', async () => {
  expect(
    await subscriber(
      '2001',
      `subscriberId customer { customerId } serviceNumber broadbandAccount netClass userClass brand { name }
       numberOrigin { region { name } } status statusSince openedOn tenureDays developmentChannel
       payerAccount { accountId } device { deviceId brand model capabilities } realUser { name }`,
    ),
  ).toEqual({
    subscriberId: '2001',
    customer: { customerId: '1001' },
    serviceNumber: '13808002001',
    broadbandAccount: null,
    netClass: 'G5',
    userClass: 'G5_VIP',
    brand: { name: '全球通' },
    numberOrigin: { region: { name: '成都市' } },
    status: 'ACTIVE',
    statusSince: '2020-01-01T00:00:00+08:00',
    openedOn: '2019-03-01',
    tenureDays: 2_821,
    developmentChannel: 'RETAIL',
    payerAccount: { accountId: '4001' },
    device: { deviceId: 'd00d', brand: '示例', model: 'X1', capabilities: ['GPRS', 'WAP', 'MMS'] },
    realUser: null,
  });
});

it('tells the user of a fixed line from its holder', async () => {
  expect(
    await subscriber(
      '2005',
      'broadbandAccount customer { customerId } realUser { name customer { customerId } }',
    ),
  ).toEqual({
    broadbandAccount: 'cd2855551234',
    customer: { customerId: '1005' },
    realUser: { name: '使**', customer: { customerId: '1002' } },
  });
});

it('tells a number ported in', async () => {
  expect(await subscriber('2002', 'portedIn { fromOperator on }')).toEqual({
    portedIn: { fromOperator: 'CHINA_UNICOM', on: '2024-02-29' },
  });
});

it('cuts the history of a recycled number at its hand-over, and names no stranger', async () => {
  const history = 'numberHeldSince numberHistory { heldSince heldUntil own }';
  const intervals = [
    { heldSince: '2019-06-01T09:00:00+08:00', heldUntil: '2019-06-30T18:00:00+08:00' },
    { heldSince: '2020-01-01T09:00:00+08:00', heldUntil: null },
  ];

  expect(await subscriber('2003', history)).toEqual({
    numberHeldSince: '2020-01-01T09:00:00+08:00',
    numberHistory: [
      { ...intervals[0], own: false },
      { ...intervals[1], own: true },
    ],
  });
  expect(await subscriber('2004', history)).toEqual({
    numberHeldSince: '2019-06-01T09:00:00+08:00',
    numberHistory: [
      { ...intervals[0], own: true },
      { ...intervals[1], own: false },
    ],
  });
});

describe('subscriptions', () => {
  const ids = async (args: string, subscriberId = '2001') => {
    const answer = await subscriber(subscriberId, `subscriptions${args} { subscriptionId }`);
    return answer.subscriptions.map((order: { subscriptionId: string }) => order.subscriptionId);
  };

  it('are those in use, newest first', async () => {
    expect(await ids('')).toEqual(['64003', '64002']);
  });

  it('run up to and with their last day', async () => {
    expect(await ids('', '2003')).toEqual(['64005']);
  });

  it('go back to those that ran on a day', async () => {
    expect(await ids('(endedSince: "2026-08-20")')).toEqual(['64003', '64004', '64002']);
    expect(await ids('(endedSince: "2024-12-31")')).toEqual(['64003', '64004', '64002', '64001']);
    expect(await ids('(endedSince: "2030-01-01")')).toEqual(['64003', '64002']);
  });

  it('can be those of some kinds, and those begun since a day (V20)', async () => {
    expect(await ids('(kinds: [PLAN], endedSince: "2000-01-01")')).toEqual(['64002', '64001']);
    expect(await ids('(kinds: [])')).toEqual([]);
    expect(await ids('(startedSince: "2026-08-20")')).toEqual(['64003']);
  });

  it('give plan and contract end, without those that ended', async () => {
    expect(
      await subscriber(
        '2001',
        'plan { subscriptionId offer { name monthlyFeeFen brand { name } } } contractEndsOn',
      ),
    ).toEqual({
      plan: {
        subscriptionId: '64002',
        offer: { name: '产品1', monthlyFeeFen: 5_800, brand: { name: '全球通' } },
      },
      contractEndsOn: '2027-09-09',
    });
    expect(await subscriber('2002', 'plan { subscriptionId } contractEndsOn')).toEqual({
      plan: null,
      contractEndsOn: null,
    });
  });

  it('give the prices beyond the allowance where the offer sets them', async () => {
    expect(
      await subscriber(
        '2001',
        `plan { offer { overage { perMinuteFen perSmsFen perMegabyteFen } } }
         subscriptions(kinds: [DATA_PLAN]) { offer { kind overage { perMinuteFen } } }`,
      ),
    ).toEqual({
      plan: { offer: { overage: { perMinuteFen: 15, perSmsFen: 10, perMegabyteFen: 0 } } },
      subscriptions: [{ offer: { kind: 'DATA_PLAN', overage: null } }],
    });
  });

  it('name the third party behind an SP service (P10)', async () => {
    expect(
      await subscriber(
        '2001',
        `subscriptions(kinds: [SP_SERVICE], endedSince: "2026-08-20") {
           startedOn endedOn channel ownerType openedByStaffId
           serviceProvider { code name } offer { kind family serviceClass brand { name } }
         }`,
      ),
    ).toEqual({
      subscriptions: [
        {
          startedOn: '2026-08-01',
          endedOn: '2026-10-15',
          channel: 'RETAIL',
          ownerType: 'PERSONAL',
          openedByStaffId: null,
          serviceProvider: { code: 'SP01', name: '示例SP' },
          offer: { kind: 'SP_SERVICE', family: 'VALUE_ADDED', serviceClass: 'VALUE_ADDED', brand: null },
        },
      ],
    });
  });
});

it('counts as value-added orders those begun in the last three months, running or not', async () => {
  expect(
    await valueAddedOrders([
      subscriptionRow(2001, 64_001, 3, { started_on: '2026-08-19' }),
      subscriptionRow(2001, 64_002, 3, { started_on: '2026-08-20', ended_on: '2026-09-01' }),
      subscriptionRow(2001, 64_003, 3, { started_on: '2026-11-01' }),
    ]),
  ).toEqual([{ subscriptionId: '64003' }, { subscriptionId: '64002' }]);
});

it('tells value-added orders by the class of the product, not by its kind', async () => {
  const startedOn = { started_on: '2026-11-01' };
  const spService = PEOPLE['offer']?.find(({ kind }) => kind === 'SP_SERVICE') as Row;
  const offers = [
    { ...spService, offer_id: 5, kind: 'FUNCTION', service_class: 'BASIC' },
    { ...spService, offer_id: 6, kind: 'FUNCTION' },
    { ...spService, offer_id: 7, kind: 'DATA_PLAN' },
    { ...spService, offer_id: 8, kind: 'PLAN', service_class: 'BASIC' },
  ];
  const orders = [5, 6, 7, 8].map((offer) => subscriptionRow(2001, 64_000 + offer, offer, startedOn));

  expect(await valueAddedOrders(orders, offers)).toEqual([
    { subscriptionId: '64007' },
    { subscriptionId: '64006' },
  ]);
});

async function valueAddedOrders(subscription: readonly Row[], offers: readonly Row[] = []) {
  const busy = await createCrm({ ...PEOPLE, offer: [...(PEOPLE['offer'] ?? []), ...offers], subscription });
  const { data, errors } = await busy.ask(
    '{ subscriber(subscriberId: "2001") { valueAddedOrders { subscriptionId } } }',
  );
  await busy.remove();
  expect(errors).toBeUndefined();
  return data.subscriber.valueAddedOrders;
}

it('loads lines, orders, offers and devices as entities', async () => {
  const { data, errors } = await crm.askEntities(
    `__typename ... on Subscriber { serviceNumber } ... on ProductSubscription { startedOn offer { offerId } }
     ... on Offer { name } ... on Device { model }`,
    [
      { __typename: 'Subscriber', subscriberId: '2003' },
      { __typename: 'Subscriber', subscriberId: 'x' },
      { __typename: 'ProductSubscription', subscriptionId: '64005' },
      { __typename: 'Offer', offerId: '2' },
      { __typename: 'Device', deviceId: 'd00d' },
    ],
  );

  expect(errors).toEqual([expect.objectContaining({ path: ['_entities', 1], ...FORBIDDEN })]);
  expect(data._entities).toEqual([
    { __typename: 'Subscriber', serviceNumber: '13808002003' },
    null,
    { __typename: 'ProductSubscription', startedOn: '2025-01-01', offer: { offerId: '4' } },
    { __typename: 'Offer', name: '产品2' },
    { __typename: 'Device', model: 'X1' },
  ]);
});

it('shows fifty lines and a hundred orders of those who have more', async () => {
  const busy = await createCrm({
    ...PEOPLE,
    customer: [customerRow(1001)],
    subscriber: Array.from({ length: 60 }, (_, nth) => subscriberRow(2001 + nth, 1001)),
    subscription: Array.from({ length: 120 }, (_, nth) => subscriptionRow(2060, 64_001 + nth, 1)),
  });

  const { data } = await busy.ask(
    '{ customer(customerId: "1001") { subscribers { subscriberId subscriptions { subscriptionId } } } }',
  );

  const { subscribers } = data.customer;
  expect(subscribers).toHaveLength(50);
  expect(subscribers[0].subscriberId).toBe('2060');
  expect(subscribers[0].subscriptions).toHaveLength(100);
  expect(subscribers[0].subscriptions[0].subscriptionId).toBe('64120');
  await busy.remove();
});
