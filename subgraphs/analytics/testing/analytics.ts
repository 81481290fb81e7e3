/** The analytics system and its subgraph. */
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows, type TestDatabase } from '#kit/testing/database';
import { reachRow } from '#kit/testing/reach';
import { testRequest, testViewer } from '#kit/testing/viewer';
import type { Viewer } from '#kit/viewer';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import * as insights from '../migrations/004-insights.ts';
import { createAnalyticsSubgraph } from '../subgraph.ts';
import { callReasonRow, featureMonth, featureRow, opportunityRow, scoreRow, treatmentRow } from './rows.ts';

const MONTHS = ['04', '05', '06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}`);

export interface Analytics extends TestDatabase, Asked {}

export function createAnalyticsDatabase(rows: Rows): Promise<TestDatabase> {
  return createTestDatabase('analytics', [tables, indexes, insights], rows);
}

/** Customers 1 to `count`, with two lines each and something in every section. */
export function createAnalytics(count: number, own: Rows = {}): Promise<Analytics> {
  return createAnalyticsOf({ ...rowsOf(count), ...own });
}

export async function createAnalyticsOf(rows: Rows, viewer: Viewer = testViewer()): Promise<Analytics> {
  const database = await createAnalyticsDatabase(rows);
  const subgraph = createAnalyticsSubgraph(database.db, testClock);
  return { ...database, ...asked(subgraph, () => testRequest(viewer)) };
}

export function rowsOf(count: number): Rows {
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  return {
    customer_reach: ids.map((id) => reachRow(id)),
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
    call_reason: ids.flatMap((id) => [callReasonRow(id, 1), callReasonRow(id, 2, { code: 'USUAL' })]),
    customer_figure: ids.map((id) => ({ customer_id: id, expected_loss_fen: id * 100, as_of: '2026-11-20' })),
    segment_membership: ids.map((id) => ({
      customer_id: id,
      code: 'LONG_TENURE',
      name: '老客户',
      since: '2021-05-01',
    })),
  };
}

/** With what contacts says of him: by default nothing that speaks against an offer. */
export const customer = (
  customerId: string,
  live: object = { openComplaintCount: 0, doNotDisturb: false },
) => ({
  __typename: 'Customer',
  customerId,
  ...live,
});
export const subscriber = (subscriberId: string) => ({ __typename: 'Subscriber', subscriberId });

export const CUSTOMER = `... on Customer {
  customerId
  scores { kind state value band reasons { code } modelVersion asOf }
  marketingHistory { year count offers { offerId } treatments { treatmentId treatedAt offer { offerId } reason } }
  retentionHistory { count reasons { reason count } productTypes treatments { treatmentId campaignKind offer { offerId } } }
  opportunities { opportunityId kind rank offer { offerId } subscriber { subscriberId } state stateReason stateReasons { code } reason { code numbers { name value unit } } }
  guidance { code kind evidence { textZh numbers { value unit } } }
  callReasons { rank code asOf evidence { code textZh numbers { name value unit } } }
  expectedLossFen
  warnings { kind severity month subscriber { subscriberId } evidence { code numbers { value unit } } }
  segmentMemberships { code name since }
}`;
export const SUBSCRIBER = `... on Subscriber {
  subscriberId
  churn { kind state value }
  usageTrend { fromMonth toMonth voice { recent previous changePercent } }
  interpretations { kind month evidence { code } }
}`;
