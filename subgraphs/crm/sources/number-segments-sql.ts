/** Number ranges, as assigned to operators and placed in regions. */
import type { Database } from '#kit/database';
import type { NumberOrigin } from '../model.ts';

interface SegmentRow {
  readonly prefix: string;
  readonly operator: NumberOrigin['operator'];
  readonly region_code: string | null;
}

/** Ranges are told apart by three digits at least (`130`) and eight at most (an area code and more). */
const PREFIX_LENGTHS = [8, 7, 6, 5, 4, 3] as const;

export interface NumberSegmentsSource {
  /** The narrowest range that a number lies in; a number in no assigned range is absent. */
  byNumbers(serviceNumbers: readonly string[]): Promise<ReadonlyMap<string, NumberOrigin>>;
}

export function createNumberSegmentsSource(db: Database): NumberSegmentsSource {
  const byPrefixes = db.prepare<{ prefixes: readonly string[] }, SegmentRow>((sql, { prefixes }) =>
    sql('number_segment').select('prefix', 'operator', 'region_code').where(db.oneOf('prefix', prefixes)),
  );
  return {
    async byNumbers(serviceNumbers) {
      const rows = await byPrefixes({ prefixes: [...new Set(serviceNumbers.flatMap(prefixesOf))] });
      const segments = new Map(rows.map((row) => [row.prefix, toOrigin(row)]));
      const origins = serviceNumbers.map((number) => [number, narrowest(number, segments)] as const);
      return new Map(origins.flatMap(([number, origin]) => (origin ? [[number, origin]] : [])));
    },
  };
}

/**
 * The narrowest range depends on the first digits alone. This stands for all
 * numbers that begin alike and so lie in one: short enough to be nobody's, and
 * long enough that each length of prefix leaves something.
 */
export function toRangeKey(number: string): string {
  return `${number.slice(0, Math.min(PREFIX_LENGTHS[0], number.length - 1))}*`;
}

function narrowest(number: string, segments: ReadonlyMap<string, NumberOrigin>): NumberOrigin | undefined {
  const prefix = prefixesOf(number).find((candidate) => segments.has(candidate));
  return prefix === undefined ? undefined : segments.get(prefix);
}

/** Longest first. */
function prefixesOf(number: string): string[] {
  return PREFIX_LENGTHS.flatMap((length) => (number.length > length ? [number.slice(0, length)] : []));
}

function toOrigin({ operator, region_code: regionCode }: SegmentRow): NumberOrigin {
  return { operator, regionCode };
}
