/**
 * The process that plans. Its parent (`planner.ts`) sends operations one by one.
 * Nothing that a planner does here, be it endless, greedy or a crash, is felt
 * by the requests that the parent serves.
 */
import { type PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner';

export type PlannerName = 'hive' | 'apollo';

export interface PlanOrder {
  readonly planner: PlannerName;
  readonly operation: string;
}

/** The answer to the order before; `fault` where the planner has no plan. */
export interface PlanReply {
  readonly node?: PlanNode | undefined;
  readonly fault?: string;
}

type PlanNow = (operation: string) => PlanNode | undefined | Promise<PlanNode | undefined>;

/** No label of a progressive `@override` is active: they move traffic by chance, and answers must not. */
const NO_LABELS: Set<string> = new Set();

function createHivePlanner(supergraphSdl: string): PlanNow {
  const planner = new QueryPlanner(supergraphSdl);
  return (operation) => planner.plan(operation, null, NO_LABELS, 0).node;
}

/** Heavy to load and seldom needed, so only then. */
async function createApolloPlanner(supergraphSdl: string): Promise<PlanNow> {
  const apollo = await import('./apollo-planner.ts');
  return apollo.createApolloPlanner(supergraphSdl);
}

function serve(supergraphSdl: string): void {
  const planners = new Map<PlannerName, Promise<PlanNow> | PlanNow>();
  const plannerOf = (name: PlannerName): Promise<PlanNow> | PlanNow => {
    const planner =
      planners.get(name) ??
      (name === 'hive' ? createHivePlanner(supergraphSdl) : createApolloPlanner(supergraphSdl));
    planners.set(name, planner);
    return planner;
  };
  const answer = async ({ planner, operation }: PlanOrder): Promise<PlanReply> => {
    try {
      return { node: await (await plannerOf(planner))(operation) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  };
  process.on('message', (order: PlanOrder) => {
    void answer(order).then((reply) => process.send?.(reply));
  });
  // From now on time counts.
  process.send?.('ready');
}

// Its first message is the supergraph; a parent that is gone needs no plans.
process.once('message', serve);
process.once('disconnect', () => process.exit());
