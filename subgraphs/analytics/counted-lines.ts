import type { ById } from '#kit/loader';
import type { CountedMonth, FeatureMonth, Line } from './model.ts';
import type { MonthRange } from './sources/features-sql.ts';
import type { LinesByCustomer, LinesSource } from './sources/lines-sql.ts';

interface CountedLines {
  byCustomers(customerIds: readonly string[]): Promise<LinesByCustomer>;
  /** Months of lines, whoever holds them. */
  monthsBySubscribers(
    subscriberIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CountedMonth[]>>;
}

/**
 * The lines of one request. A caller is shown warnings of all their lines and
 * the trend of the one that rings: its months came with the lines, and are not
 * read again.
 *
 * @param features Has the months of lines whose holder nobody asked about.
 */
export function createCountedLines(
  lines: LinesSource,
  features: ById<FeatureMonth[]>,
  range: MonthRange,
): CountedLines {
  let lastRead: Promise<LinesByCustomer> | null = null;
  return {
    byCustomers(customerIds) {
      lastRead = lines.byCustomers(customerIds, range);
      return lastRead;
    },
    async monthsBySubscribers(subscriberIds) {
      // Loaders of one turn are called one after the other: the customers may come after the lines.
      await Promise.resolve();
      const known = new Map<string, readonly CountedMonth[]>();
      for (const ofCustomer of (await lastRead)?.values() ?? []) keepMonths(ofCustomer, known);
      await Promise.all(
        subscriberIds.map(async (id) => {
          if (!known.has(id)) known.set(id, await features.load(id));
        }),
      );
      return known;
    },
  };
}

function keepMonths(lines: readonly Line[], bySubscriber: Map<string, readonly CountedMonth[]>): void {
  for (const { subscriberId, months } of lines) bySubscriber.set(subscriberId, months);
}
