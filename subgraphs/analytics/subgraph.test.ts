import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORBIDDEN, reachRow } from '#kit/testing/reach';
import {
  type Analytics,
  CUSTOMER,
  createAnalytics,
  customer,
  SUBSCRIBER,
  subscriber,
} from './testing/analytics.ts';

let analytics: Analytics;

const ids = Array.from({ length: 100 }, (_, i) => i + 1);

beforeAll(async () => {
  analytics = await createAnalytics(100, { customer_reach: [...ids, 900].map((id) => reachRow(id)) });
});

afterAll(() => analytics.remove());

describe('a customer', () => {
  it('has every section', async () => {
    const { data, errors } = await analytics.askEntities(CUSTOMER, [customer('1')]);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [
        {
          customerId: '1',
          marketingHistory: {
            year: 2026,
            count: 1,
            offers: [{ offerId: '7' }],
            treatments: [{ treatmentId: '100', treatedAt: '2026-10-01T10:00:00+08:00', reason: null }],
          },
          retentionHistory: {
            count: 1,
            reasons: [{ reason: '资费高', count: 1 }],
            productTypes: ['主套餐'],
            treatments: [{ treatmentId: '101', campaignKind: 'RETAIN', offer: null }],
          },
          opportunities: [
            { opportunityId: '101', kind: 'RETENTION', rank: 1, offer: { offerId: '8' } },
            { opportunityId: '100', kind: 'SALE', rank: 2, subscriber: { subscriberId: '10' } },
          ],
          warnings: [{ kind: 'CONTRACT_ENDING', subscriber: { subscriberId: '10' }, month: '2026-12' }],
          segmentMemberships: [{ code: 'LONG_TENURE', name: '老客户', since: '2021-05-01' }],
        },
      ],
    });
  });

  it('has one score of each kind asked for, computed or not, and no number before', async () => {
    const fields =
      '... on Customer { scores(kinds: [VALUE, FEE_SENSITIVITY, VALUE]) { kind state value band asOf reasons { code } } }';
    const unknown = { state: 'NOT_COMPUTED', value: null, band: null, asOf: null, reasons: [] };

    expect((await analytics.askEntities(fields, [customer('1'), customer('2')])).data).toEqual({
      _entities: [
        {
          scores: [
            { kind: 'VALUE', ...unknown },
            { kind: 'FEE_SENSITIVITY', ...unknown },
          ],
        },
        {
          scores: [
            { kind: 'VALUE', ...unknown },
            {
              kind: 'FEE_SENSITIVITY',
              state: 'COMPUTED',
              value: 81.5,
              band: 'HIGH',
              asOf: '2026-11-19',
              reasons: [{ code: 'BILL_QUERIES' }],
            },
          ],
        },
      ],
    });
  });

  it('is offered nothing unchecked, and nothing at all when highly fee-sensitive', async () => {
    const fields = '... on Customer { opportunities(kind: SALE) { kind state stateReason } }';
    expect((await analytics.askEntities(fields, [customer('1'), customer('2')])).data).toEqual({
      _entities: [
        {
          opportunities: [
            { kind: 'SALE', state: 'UNCHECKED', stateReason: '资费敏感度尚未评分，审核前请勿推荐' },
          ],
        },
        {
          opportunities: [
            { kind: 'SALE', state: 'WITHHELD', stateReason: '客户资费敏感度高，不宜推荐套餐和新业务' },
          ],
        },
      ],
    });
  });

  it('that analytics has nothing on has empty lists and counts of zero', async () => {
    const { data, errors } = await analytics.askEntities(CUSTOMER, [customer('900')]);
    const nothing = {
      marketingHistory: { year: 2026, count: 0, offers: [], treatments: [] },
      retentionHistory: { count: 0, reasons: [], productTypes: [], treatments: [] },
      opportunities: [],
      guidance: [],
      callReasons: null,
      expectedLossFen: null,
      warnings: [],
      segmentMemberships: [],
    };

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ _entities: [nothing] });
  });
});

describe('a subscriber', () => {
  it('has trend, interpretations and the place of the churn score', async () => {
    expect((await analytics.askEntities(SUBSCRIBER, [subscriber('10')])).data).toEqual({
      _entities: [
        {
          subscriberId: '10',
          churn: { kind: 'CHURN', state: 'NOT_COMPUTED', value: null },
          usageTrend: {
            fromMonth: '2026-08',
            toMonth: '2026-10',
            voice: { recent: 300, previous: 300, changePercent: 0 },
          },
          interpretations: [
            { kind: 'DATA_USE', month: '2026-10', evidence: { code: 'DATA_USE_MODERATE' } },
            { kind: 'MESSAGING_USE', month: '2026-10', evidence: { code: 'MESSAGING_NOT_ACTIVE' } },
            { kind: 'ROAMING', month: '2026-11', evidence: { code: 'ROAMING_NONE' } },
          ],
        },
      ],
    });
  });

  it('of which nothing was counted has no trend and no interpretation, and that is no error', async () => {
    const { data, errors } = await analytics.askEntities(SUBSCRIBER, [subscriber('11')]);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [{ usageTrend: null, interpretations: null }],
    });
  });
});

it('finds treatments and opportunities by id, and says of no other whether there is one', async () => {
  const of = [
    { __typename: 'Treatment', treatmentId: '101' },
    { __typename: 'Treatment', treatmentId: '999999' },
    { __typename: 'Opportunity', opportunityId: '200' },
    { __typename: 'Opportunity', opportunityId: 'none' },
  ];
  const fields = '... on Treatment { treatmentId reason } ... on Opportunity { opportunityId state }';

  expect(await analytics.askEntities(fields, of)).toEqual({
    data: {
      _entities: [
        { treatmentId: '101', reason: '资费高' },
        null,
        { opportunityId: '200', state: 'WITHHELD' },
        null,
      ],
    },
    errors: [1, 3].map((at) => expect.objectContaining({ path: ['_entities', at], ...FORBIDDEN })),
  });
});
