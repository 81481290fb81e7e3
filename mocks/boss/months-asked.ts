import { addMonths } from '#kit/clock';
import type { Asked, Refusal } from './operation.ts';
import { fromMonth } from './wire-values.ts';

/** Months that may be asked for at once: those that are kept, and some. */
const MAX_MONTHS = 36;

/** First and last month asked for, `YYYY-MM`, both included; or why not. */
export function monthsAsked(asked: Asked): { readonly from: string; readonly to: string } | Refusal {
  const from = fromMonth(asked.get('BeginMonth') ?? '');
  const to = fromMonth(asked.get('EndMonth') ?? '');
  if (from === undefined || to === undefined || from > to) return '1001';
  return to > addMonths(from, MAX_MONTHS - 1) ? '1002' : { from, to };
}
