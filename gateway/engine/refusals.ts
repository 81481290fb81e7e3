/** What the answer says of fields that who asks may not see: an error for each place, up to a number. */
import { GraphQLError } from 'graphql';
import { refusalOf } from '#kit/access/refusal';
import type { Demand } from '#kit/access/rules';
import type { DataPath } from './run.ts';

export interface Refusals {
  add(path: DataPath, demand: Demand): void;
  errors(): GraphQLError[];
}

/** A field refused in a list of a thousand is refused a thousand times, and no client reads that. */
export const MOST_REFUSALS = 100;

export function createRefusals(): Refusals {
  const reported: GraphQLError[] = [];
  /** Those that are only counted, by their codes. */
  const others = new Map<unknown, { readonly refusal: GraphQLError; count: number }>();
  return {
    add(path, demand) {
      const refusal = refusalOf(demand);
      const { message, extensions } = refusal;
      if (reported.length < MOST_REFUSALS) {
        reported.push(new GraphQLError(message, { path: [...path], extensions }));
        return;
      }
      const same = others.get(extensions['code']) ?? { refusal, count: 0 };
      same.count += 1;
      others.set(extensions['code'], same);
    },
    errors: () => [...reported, ...[...others.values()].map(toSummary)],
  };
}

function toSummary({
  refusal: { message, extensions },
  count,
}: {
  refusal: GraphQLError;
  count: number;
}): GraphQLError {
  return new GraphQLError(`${count} more fields of this answer are null for the same reason: ${message}`, {
    extensions,
  });
}
