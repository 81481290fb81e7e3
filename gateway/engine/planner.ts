/**
 * The planner: which subgraph is asked for what, and in which order.
 *
 * It is Hive's, in Rust (MIT): it passes every public conformance case, plans in
 * threads of its own, stops when it is told to, and makes one fetch of all that
 * a level wants of one subgraph. ARCHITECTURE.md compares it with `@apollo/query-planner`.
 */
import { type PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner';
import { requestError } from '../error-codes.ts';

export type { PlanNode };

export interface Planner {
  /**
   * @param operation The text of one operation.
   * @returns Undefined where there is nothing to fetch.
   * @throws GraphQLError with code PLANNING_TIMEOUT; Error when it can't be planned at all.
   */
  plan(operation: string): Promise<PlanNode | undefined>;
}

interface PlannerLimits {
  /** How long one operation may take, waiting included. */
  readonly deadlineMs: number;
  /** Planned at a time. Each takes a thread of the pool that file access needs too. */
  readonly concurrency: number;
}

/** No label of a progressive `@override` is active: they move traffic by chance, and answers must not. */
const NO_LABELS: Set<string> = new Set();

/** @throws Error when the planner can't read the supergraph. */
export function createPlanner(
  supergraphSdl: string,
  { deadlineMs, concurrency }: PlannerLimits = { deadlineMs: 500, concurrency: 2 },
): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  const waiting: (() => void)[] = [];
  let underWay = 0;

  return {
    async plan(operation) {
      const signal = AbortSignal.timeout(deadlineMs);
      if (underWay < concurrency) underWay += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        if (signal.aborted) throw tooSlow();
        return (await planner.planAsync(operation, null, NO_LABELS, 0, signal)).node;
      } catch (error) {
        throw signal.aborted ? tooSlow() : error;
      } finally {
        // The place goes to the next in line.
        const next = waiting.shift();
        if (next) next();
        else underWay -= 1;
      }
    },
  };
}

function tooSlow(): Error {
  return requestError(
    'PLANNING_TIMEOUT',
    'The operation takes too long to plan. Ask for less at once, or split it into several requests.',
  );
}
