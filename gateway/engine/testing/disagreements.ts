/**
 * Why `@apollo/gateway` may differ from one schema of the same data: the first
 * known cause that an operation contains. `stock-faults.ts` shows each by example.
 */
import type { Execution } from './oracle.ts';

const CAUSES: readonly (readonly [string, RegExp])[] = [
  [
    'the arguments of @requires and of others are mixed',
    /\b(shippingCost|importDuty|digest|offer|blurb|blurbZh)\b/,
  ],
  ['lists within a list do not reach @requires', /\breceipt\b/],
  ['mutations change places', /^mutation/],
  ['an alias takes the name of a field that is needed', /\bown_|\b(\w+): \w+.*\b\w+: \1\b/s],
  ['conditions', /@(include|skip)\b/],
  [
    'fragments on interfaces and unions',
    /\bon (Party|Document|Media|Item|Hit|Award|Printed|Subject|FeedItem|Content)\b/,
  ],
];

/** @returns The cause, or undefined when none is known. */
export function disagreementOf(text: string, { data, errors }: Execution): string | undefined {
  if (data === undefined && errors) return 'there is no plan';
  return CAUSES.find(([, sign]) => sign.test(text))?.[0];
}
