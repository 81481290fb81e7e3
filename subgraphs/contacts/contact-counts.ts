/** Figures over the contacts of the last twelve months (V18, V30, V31). */
import type { ChannelCount, TypeCount } from '#schema/contacts';
import type { ConsultationCount, ContactCount } from './model.ts';

/** `Customer.consultedTopics` may be no longer. */
const MAX_CONSULTED_TOPICS = 20;

/** Most used first; channels without contacts are left out. */
export function byChannel(counts: readonly ContactCount[]): ChannelCount[] {
  return sumBy(counts, ({ channel }) => channel).map(([channel, count]) => ({ channel, count }));
}

/** Most frequent first; types without contacts are left out. */
export function byType(counts: readonly ContactCount[]): TypeCount[] {
  return sumBy(counts, ({ type }) => type).map(([type, count]) => ({ type, count }));
}

/** Topic codes, most asked first, then the one asked about last. */
export function consultedTopics(
  consultations: readonly ConsultationCount[],
): { readonly code: string; readonly count: number; readonly lastAt: string }[] {
  const topics = new Map<string, { code: string; count: number; lastAt: string }>();
  for (const { topicCodes, count, lastAt } of consultations.toSorted(newestFirst)) {
    for (const code of topicCodes) {
      const known = topics.get(code) ?? { code, count: 0, lastAt };
      topics.set(code, { ...known, count: known.count + count });
    }
  }
  return [...topics.values()]
    .sort((a, b) => b.count - a.count || newestFirst(a, b))
    .slice(0, MAX_CONSULTED_TOPICS);
}

interface Dated {
  readonly lastAt: string;
}

function newestFirst(a: Dated, b: Dated): number {
  return b.lastAt.localeCompare(a.lastAt);
}

function sumBy<K>(counts: readonly ContactCount[], keyOf: (count: ContactCount) => K): [K, number][] {
  const sums = new Map<K, number>();
  for (const each of counts) sums.set(keyOf(each), (sums.get(keyOf(each)) ?? 0) + each.count);
  return [...sums].sort(([, a], [, b]) => b - a);
}
