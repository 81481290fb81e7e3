/** What analytics recommends, with its reasons: the table `opportunity`. */
import type { Database } from '#kit/database';
import { prepareShortLists } from '#kit/first-per-key';
import { toIds } from '#kit/ids';
import { MAX_OPPORTUNITIES, type Opportunity } from '../model.ts';
import { readNumbers } from './evidence-numbers.ts';

interface OpportunityRow {
  opportunity_id: number;
  customer_id: number;
  subscriber_id: number;
  kind: Opportunity['kind'];
  offer_id: number;
  rank_no: number;
  reason_code: string;
  reason_zh: string;
  reason_en: string;
  numbers: string;
  held: number;
}

const COLUMNS: readonly Exclude<keyof OpportunityRow, 'held'>[] = [
  'opportunity_id',
  'customer_id',
  'subscriber_id',
  'kind',
  'offer_id',
  'rank_no',
  'reason_code',
  'reason_zh',
  'reason_en',
  'numbers',
];

/** Whether the line is one of the customer's own. */
const HELD =
  'exists (select 1 from subscriber_ref as own where own.customer_id = opportunity.customer_id ' +
  'and own.subscriber_id = opportunity.subscriber_id) as held';

export interface OpportunitiesSource {
  /**
   * The best opportunities of several customers in one statement, best first, so many for each customer and
   * kind.
   */
  byCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, Opportunity[]>>;
  byIds(opportunityIds: readonly string[]): Promise<ReadonlyMap<string, Opportunity>>;
}

/** @param limit Rows for each customer and kind. */
export function createOpportunitiesSource(db: Database, limit = MAX_OPPORTUNITIES): OpportunitiesSource {
  const readByCustomers = prepareShortLists<{ ids: readonly number[] }, OpportunityRow>(
    db,
    (sql, { ids }) =>
      sql('opportunity')
        .select(...COLUMNS, sql.raw(HELD))
        .where(db.oneOf('customer_id', ids)),
    {
      key: ['customer_id', 'kind'],
      orderBy: [
        ['rank_no', 'asc'],
        ['opportunity_id', 'asc'],
      ],
      columns: [...COLUMNS, 'held'],
      limit,
    },
  );
  const readByIds = db.prepare<{ ids: readonly number[] }, OpportunityRow>((sql, { ids }) =>
    sql('opportunity')
      .select(...COLUMNS, sql.raw(HELD))
      .where(db.oneOf('opportunity_id', ids)),
  );
  return {
    async byCustomers(customerIds) {
      const lists = await readByCustomers(
        { ids: toIds(customerIds) },
        ({ customer_id, kind }) => `${customer_id} ${kind}`,
      );
      const best = [...lists.values()].flat().sort(byRank).map(toOpportunity);
      return Map.groupBy(best, ({ customerId }) => customerId);
    },
    async byIds(opportunityIds) {
      const rows = await readByIds({ ids: toIds(opportunityIds) });
      return new Map(rows.map((row) => [String(row.opportunity_id), toOpportunity(row)]));
    },
  };
}

function byRank(a: OpportunityRow, b: OpportunityRow): number {
  return a.rank_no - b.rank_no || a.opportunity_id - b.opportunity_id;
}

function toOpportunity(row: OpportunityRow): Opportunity {
  return {
    opportunityId: String(row.opportunity_id),
    customerId: String(row.customer_id),
    subscriberId: String(row.subscriber_id),
    isOwnLine: row.held === 1,
    kind: row.kind,
    offerId: String(row.offer_id),
    rank: row.rank_no,
    reason: {
      code: row.reason_code,
      textZh: row.reason_zh,
      textEn: row.reason_en,
      numbers: readNumbers(row.numbers),
    },
  };
}
