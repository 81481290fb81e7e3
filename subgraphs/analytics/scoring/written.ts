/** What the job leaves for the graph: one row of each table, in the order of its columns. */
import type { SqlValue } from '#kit/database';
import { OPPORTUNITY_COLUMNS } from './opportunities.ts';

export const WRITTEN = {
  score: ['subject', 'subject_id', 'kind', 'value', 'band', 'reasons', 'model_version', 'as_of'],
  opportunity: OPPORTUNITY_COLUMNS,
  call_reason: ['customer_id', 'rank_no', 'code', 'text_zh', 'text_en', 'numbers', 'as_of'],
  customer_figure: ['customer_id', 'expected_loss_fen', 'as_of'],
} as const;

export type Written = keyof typeof WRITTEN;
export type WrittenRows = Readonly<Record<Written, SqlValue[][]>>;

export function noRows(): WrittenRows {
  return { score: [], opportunity: [], call_reason: [], customer_figure: [] };
}
