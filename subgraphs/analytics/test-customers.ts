/** For tests: customers with two lines and something in every section, and a way to ask for them. */
import { type ExecutionResult, execute, parse } from 'graphql';
import { createAnalyticsSubgraph } from './subgraph.ts';
import {
  createTestDatabase,
  featureMonth,
  featureRow,
  opportunityRow,
  scoreRow,
  type TestDatabase,
  treatmentRow,
} from './test-database.ts';

export const clock = () => new Date('2026-11-20T10:00:00+08:00');
const MONTHS = ['04', '05', '06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}`);

export async function createCustomers(count: number): Promise<TestDatabase> {
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  return createTestDatabase({
    subscriber_ref: ids.flatMap((id) =>
      [0, 1].map((line) => ({
        customer_id: id,
        subscriber_id: id * 10 + line,
        status: 'ACTIVE',
        contract_ends_on: line === 0 ? '2026-12-10' : null,
      })),
    ),
    feature_month: ids.flatMap((id) => MONTHS.map((month) => featureRow(id * 10, featureMonth(month)))),
    treatment: ids.flatMap((id) => [
      treatmentRow(id * 100, id),
      treatmentRow(id * 100 + 1, id, { campaign_kind: 'RETAIN', reason: '资费高', offer_id: null }),
    ]),
    opportunity: ids.flatMap((id) => [
      opportunityRow(id * 100, id, { rank_no: 2 }),
      opportunityRow(id * 100 + 1, id, { rank_no: 1, kind: 'RETENTION', offer_id: 8 }),
    ]),
    score: [scoreRow('CUSTOMER', 2)],
    segment_membership: ids.map((id) => ({
      customer_id: id,
      code: 'LONG_TENURE',
      name: '老客户',
      since: '2021-05-01',
    })),
  });
}

export async function ask(
  test: TestDatabase,
  of: readonly object[],
  fields: string,
): Promise<ExecutionResult> {
  const { schema, createContext } = createAnalyticsSubgraph(test.db, clock);
  return execute({
    schema,
    document: parse(`query ($of: [_Any!]!) { _entities(representations: $of) { ${fields} } }`),
    variableValues: { of },
    contextValue: createContext(),
  });
}

export const customer = (customerId: string) => ({ __typename: 'Customer', customerId });
export const subscriber = (subscriberId: string) => ({ __typename: 'Subscriber', subscriberId });

export const CUSTOMER = `... on Customer {
  customerId
  scores { kind state value band reasons { code } modelVersion asOf }
  marketingHistory { year count offers { offerId } treatments { treatmentId treatedAt offer { offerId } reason } }
  retentionHistory { count reasons { reason count } productTypes treatments { treatmentId campaignKind offer { offerId } } }
  opportunities { opportunityId kind rank offer { offerId } subscriber { subscriberId } state stateReason reason { code numbers { name value unit } } }
  warnings { kind severity month subscriber { subscriberId } evidence { code numbers { value unit } } }
  segmentMemberships { code name since }
}`;
export const SUBSCRIBER = `... on Subscriber {
  subscriberId
  churn { kind state value }
  usageTrend { fromMonth toMonth voice { recent previous changePercent } }
  interpretations { kind month evidence { code } }
}`;
