/** What the churn model learns from and is judged by: lines on the first days of months, with what became of them. */
import type { CustomerFacts } from '../facts.ts';
import { FEATURES } from './features.ts';
import { readFeatures } from './model.ts';
import { isLost, type Part, snapshotDays, viewOf } from './snapshots.ts';

export interface Dataset {
  /** One after the other, `FEATURES.length` numbers each. */
  readonly rows: Float64Array;
  /** 1 where the line was lost. */
  readonly labels: Uint8Array;
}

export type Datasets = Readonly<Record<Part, Dataset>>;

/** More customers teach nothing more, and would not fit in memory. */
const MOST_CUSTOMERS = 100_000;

export interface DatasetBuilder {
  add(customer: CustomerFacts): void;
  finish(): Datasets;
}

interface Growing {
  readonly rows: number[];
  readonly labels: number[];
}

/**
 * @param customers How many there are: of more than 100,000 every so many-th is taken, by their ids and so the same in
 *   each run.
 * @param complaintsAMonth Expected of a customer on a day, of what was known then.
 */
export function createDatasetBuilder(
  asOf: string,
  customers: number,
  complaintsAMonth: (customer: CustomerFacts, day: string) => number,
): DatasetBuilder {
  const days = snapshotDays(asOf);
  const every = Math.ceil(customers / MOST_CUSTOMERS);
  const parts: Record<Part, Growing> = {
    TRAIN: { rows: [], labels: [] },
    VALIDATE: { rows: [], labels: [] },
    TEST: { rows: [], labels: [] },
  };
  return {
    add(customer) {
      if (scattered(customer.customerId) % every !== 0) return;
      for (const { day, part } of days) {
        let rate: number | undefined;
        for (const line of customer.lines) {
          const seen = viewOf(customer, line, day, 0);
          if (!seen) continue;
          const lost = isLost(seen);
          if (lost === null) continue;
          rate ??= complaintsAMonth(customer, day);
          const { rows, labels } = parts[part];
          rows.push(...readFeatures({ ...seen, complaintsAMonth: rate }));
          labels.push(lost ? 1 : 0);
        }
      }
    },
    finish: () => ({
      TRAIN: toDataset(parts.TRAIN),
      VALIDATE: toDataset(parts.VALIDATE),
      TEST: toDataset(parts.TEST),
    }),
  };
}

function toDataset({ rows, labels }: Growing): Dataset {
  return { rows: Float64Array.from(rows), labels: Uint8Array.from(labels) };
}

export function rowAt({ rows }: Dataset, nth: number): Float64Array {
  return rows.subarray(nth * FEATURES.length, (nth + 1) * FEATURES.length);
}

/** Neighbouring ids are families and units: which are taken must not hang on that. */
function scattered(id: number): number {
  let hash = Math.imul(id ^ (id >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
