import { expect, it } from '@jest/globals';
import { CUSTOMER, createAnalytics, customer, SUBSCRIBER, subscriber } from './testing/analytics.ts';

it('sends one statement for each section, for one customer and for a hundred', async () => {
  const analytics = await createAnalytics(100);
  const portfolio = Array.from({ length: 100 }, (_, i) => customer(String(i + 1)));

  for (const customers of [portfolio.slice(0, 1), portfolio]) {
    analytics.statements.length = 0;
    expect((await analytics.askEntities(CUSTOMER, customers)).errors).toBeUndefined();
    // Reach, lines with their months, treatments (both histories), opportunities, scores (states and guidance),
    // segments, figures with reasons to call.
    expect(analytics.statements).toHaveLength(7);
  }

  analytics.statements.length = 0;
  await analytics.askEntities(
    SUBSCRIBER,
    portfolio.map((_, i) => subscriber(String((i + 1) * 10))),
  );
  expect(analytics.statements).toHaveLength(3);
  await analytics.remove();
});

it('nulls each section with its path and keeps the customer when the system is down', async () => {
  const down = await createAnalytics(1);
  await down.db.close();
  const { data, errors } = await down.askEntities(CUSTOMER, [customer('1')]);
  await down.remove();

  const sections = [
    'scores',
    'marketingHistory',
    'retentionHistory',
    'opportunities',
    'guidance',
    'callReasons',
    'expectedLossFen',
    'warnings',
    'segmentMemberships',
  ];
  expect(data).toEqual({
    _entities: [{ customerId: '1', ...Object.fromEntries(sections.map((section) => [section, null])) }],
  });
  expect(errors?.map(({ path }: { path: unknown }) => path)).toEqual(
    expect.arrayContaining(sections.map((section) => ['_entities', 0, section])),
  );
  for (const error of errors ?? []) {
    expect(error.message).toBe('The analytics system is not reachable.');
    expect(error.extensions).toEqual({ code: 'SOURCE_UNAVAILABLE', source: 'analytics', retryable: true });
  }
});
