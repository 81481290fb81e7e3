import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Analytics, createAnalytics, customer, subscriber } from './testing/analytics.ts';

const FIELDS =
  '... on Customer { warnings { kind } } ... on Subscriber { usageTrend { voice { recent previous } } }';
const trend = { usageTrend: { voice: { recent: 300, previous: 300 } } };
const warned = { warnings: [{ kind: 'CONTRACT_ENDING' }] };

let analytics: Analytics;
beforeAll(async () => {
  analytics = await createAnalytics(2);
});
afterAll(() => analytics.remove());
beforeEach(() => {
  analytics.statements.length = 0;
});

describe('the trend of a line', () => {
  it.each([
    ['before', [subscriber('10'), customer('1')], [trend, warned]],
    ['after', [customer('1'), subscriber('10')], [warned, trend]],
  ])('costs no statement when its holder is asked about in the same turn, %s it', async (_, of, expected) => {
    expect((await analytics.askEntities(FIELDS, of)).data).toEqual({ _entities: expected });
    // Whose they are, and what was asked.
    expect(analytics.statements).toHaveLength(2);
  });

  it('is read by itself when the line is of somebody else, and a line of nobody known has none', async () => {
    const of = [customer('1'), subscriber('20'), subscriber('999')];
    expect((await analytics.askEntities(FIELDS, of)).data).toEqual({
      _entities: [warned, trend, null],
    });
    expect(analytics.statements).toHaveLength(3);
  });
});
