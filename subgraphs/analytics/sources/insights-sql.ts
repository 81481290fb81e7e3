/** What the scoring job left beside scores: the tables `customer_figure` and `call_reason`. No row of the first, not covered yet. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { type CallReason, type Insights, MAX_CALL_REASONS } from '../model.ts';
import { readNumbers } from './evidence-numbers.ts';

interface FigureRow {
  readonly customer_id: number;
  readonly expected_loss_fen: number | null;
}

/** A figure comes once for each of the reasons, and once with nulls where there is none. */
type InsightRow = FigureRow & (ReasonRow | { readonly rank_no: null });

interface ReasonRow {
  readonly rank_no: number;
  readonly code: CallReason['code'];
  readonly text_zh: string;
  readonly text_en: string;
  readonly numbers: string;
  readonly as_of: string;
}

export interface InsightsSource {
  /** Of several customers in one statement; who was not covered is absent. */
  byCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, Insights>>;
}

export function createInsightsSource(db: Database): InsightsSource {
  const read = db.prepare<{ ids: readonly number[] }, InsightRow>((sql, { ids }) =>
    sql({ figure: 'customer_figure' })
      .leftJoin({ reason: 'call_reason' }, 'reason.customer_id', 'figure.customer_id')
      .select(
        'figure.customer_id',
        'expected_loss_fen',
        'rank_no',
        'code',
        'text_zh',
        'text_en',
        'numbers',
        'reason.as_of',
      )
      .where(db.oneOf('figure.customer_id', ids))
      .orderBy(['figure.customer_id', 'rank_no']),
  );
  return {
    async byCustomers(customerIds) {
      const byCustomer = Map.groupBy(await read({ ids: toIds(customerIds) }), (row) => row.customer_id);
      return new Map([...byCustomer].map(([id, rows]) => [String(id), toInsights(rows)]));
    },
  };
}

function toInsights(rows: readonly InsightRow[]): Insights {
  return {
    expectedLossFen: rows[0]?.expected_loss_fen ?? null,
    callReasons: rows
      .flatMap((row) => (row.rank_no === null ? [] : toCallReason(row)))
      .slice(0, MAX_CALL_REASONS),
  };
}

function toCallReason({ rank_no: rank, code, text_zh, text_en, numbers, as_of }: ReasonRow): CallReason {
  const evidence = { code, textZh: text_zh, textEn: text_en, numbers: readNumbers(numbers) };
  return { rank, code, evidence, asOf: as_of };
}
