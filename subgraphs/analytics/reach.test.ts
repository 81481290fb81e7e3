/** Whoever asks, by whichever way in: what belongs to a customer is shown where he is within reach. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Row } from '#kit/testing/database';
import { FORBIDDEN, insidersOf, lookedAfterRow, reachRow, strangersTo } from '#kit/testing/reach';
import { testViewer } from '#kit/testing/viewer';
import {
  type Analytics,
  CUSTOMER,
  createAnalyticsOf,
  customer,
  rowsOf,
  SUBSCRIBER,
  subscriber,
} from './testing/analytics.ts';
import {
  callReasonRow,
  featureMonth,
  featureRow,
  opportunityRow,
  scoreRow,
  treatmentRow,
} from './testing/rows.ts';

/** In everything that customer 1 has, and nowhere else. */
const CANARY = 'CANARY';
const VALUE = 12.345678;

const treatment = (treatmentId: string) => ({ __typename: 'Treatment', treatmentId });
const opportunity = (opportunityId: string) => ({ __typename: 'Opportunity', opportunityId });

const elsewhere = (id: number): Row => reachRow(id, { region_code: '110100' });
const ROWS = {
  ...rowsOf(2),
  customer_reach: [lookedAfterRow(1), elsewhere(2)],
  feature_month: [featureRow(10, featureMonth('2026-10')), featureRow(20, featureMonth('2026-10'))],
  treatment: [treatmentRow(100, 1, { campaign_kind: 'RETAIN', reason: CANARY }), treatmentRow(200, 2)],
  opportunity: [
    opportunityRow(100, 1, { reason_zh: CANARY }),
    opportunityRow(101, 1, { subscriber_id: 20, reason_zh: CANARY }),
    opportunityRow(200, 2),
  ],
  score: [
    scoreRow('CUSTOMER', 1, { value: VALUE }),
    scoreRow('SUBSCRIBER', 10, { kind: 'CHURN', value: VALUE }),
  ],
  segment_membership: [{ customer_id: 1, code: 'A', name: CANARY, since: '2021-05-01' }],
  call_reason: [callReasonRow(1, 1, { text_zh: CANARY }), callReasonRow(2, 1)],
  customer_figure: [1, 2].map((id) => ({
    customer_id: id,
    expected_loss_fen: 123_456_789,
    as_of: '2026-11-20',
  })),
};

const ENTITIES: readonly [what: string, key: object, selection: string, canary: string][] = [
  ['a customer', customer('1'), '... on Customer { customerId segmentMemberships { name } }', CANARY],
  ['scores of a customer', customer('1'), '... on Customer { scores { value } }', String(VALUE)],
  ['reasons to call', customer('1'), '... on Customer { callReasons { evidence { textZh } } }', CANARY],
  ['an expected loss', customer('1'), '... on Customer { expectedLossFen }', '123456789'],
  ['guidance', customer('1'), '... on Customer { guidance { code } }', 'FEE_SENSITIVITY_HIGH'],
  ['a line', subscriber('10'), '... on Subscriber { churn { value } }', String(VALUE)],
  ['a treatment', treatment('100'), '... on Treatment { treatmentId reason }', CANARY],
  ['an opportunity', opportunity('100'), '... on Opportunity { rank reason { textZh } }', CANARY],
];

describe.each(insidersOf('1'))('a viewer %s', (_, reach) => {
  let analytics: Analytics;
  beforeAll(async () => {
    analytics = await createAnalyticsOf(ROWS, testViewer({ reach }));
  });
  afterAll(() => analytics.remove());

  it.each(ENTITIES)('is shown %s', async (_what, key, selection, canary) => {
    const answer = await analytics.askEntities(selection, [key]);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(canary);
  });
});

describe.each(strangersTo('2'))('a viewer %s', (_, reach) => {
  let analytics: Analytics;
  beforeAll(async () => {
    analytics = await createAnalyticsOf(ROWS, testViewer({ reach }));
  });
  afterAll(() => analytics.remove());

  it.each(ENTITIES)('is not shown %s', async (_what, key, selection, canary) => {
    const answer = await analytics.askEntities(selection, [key]);
    expect(answer).toMatchObject({
      data: { _entities: [null] },
      errors: [{ path: ['_entities', 0], ...FORBIDDEN }],
    });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(canary);
  });

  it('is told the same of what there is not', async () => {
    const keys = [customer('77'), customer('x'), subscriber('77'), treatment('77'), opportunity('x')];
    const { data, errors } = await analytics.askEntities('__typename', keys);
    expect(data._entities).toEqual(keys.map(() => null));
    expect(errors).toMatchObject(keys.map((_key, at) => ({ path: ['_entities', at], ...FORBIDDEN })));
  });
});

describe('the manager of one customer', () => {
  let analytics: Analytics;
  beforeAll(async () => {
    const reach = { kind: 'PORTFOLIO', staffId: 'V000001' } as const;
    analytics = await createAnalyticsOf(ROWS, testViewer({ reach }));
  });
  afterAll(() => analytics.remove());

  it('is not led to the line of another by an opportunity', async () => {
    const selection = '... on Opportunity { rank subscriber { subscriberId churn { state } } }';
    const answer = await analytics.askEntities(selection, [opportunity('100'), opportunity('101')]);
    expect(answer).toMatchObject({
      data: {
        _entities: [
          { subscriber: { subscriberId: '10', churn: { state: 'COMPUTED' } } },
          { rank: 1, subscriber: null },
        ],
      },
      errors: [{ path: ['_entities', 1, 'subscriber'], ...FORBIDDEN }],
    });
  });

  it('is shown the one and refused the other in one request', async () => {
    const all = [customer('1'), customer('2'), subscriber('10'), subscriber('20')];
    const { data, errors } = await analytics.askEntities(`${CUSTOMER} ${SUBSCRIBER}`, all);
    expect(data).toMatchObject({ _entities: [{ customerId: '1' }, null, { subscriberId: '10' }, null] });
    expect(errors.filter(({ path }: { path: unknown[] }) => path.length === 2)).toMatchObject(
      [1, 3].map((at) => ({ path: ['_entities', at], ...FORBIDDEN })),
    );
  });
});
