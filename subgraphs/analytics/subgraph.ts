import { type Clock, onceADay } from '#kit/clock';
import type { Database } from '#kit/database';
import { createOwners, createOwnersSource } from '#kit/owners';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { createContext, createSources } from './loaders.ts';
import { OWNED } from './owners.ts';
import { createPeriod } from './period.ts';
import { resolvers } from './resolvers.ts';
import { type GuidancePolicy, guidancePolicy } from './rules/guidance-policy.ts';

interface AnalyticsOptions {
  /** By default what the policy says of itself. */
  readonly guidance?: GuidancePolicy;
}

/**
 * The analytics system: scores, warnings, interpretations, opportunities, guidance
 * and treatments. Owns `Treatment` and `Opportunity`; extends `Customer` and `Subscriber`.
 */
export function createAnalyticsSubgraph(
  db: Database,
  clock: Clock,
  { guidance = guidancePolicy.parse({}) }: AnalyticsOptions = {},
): Subgraph {
  const sources = createSources(db);
  const owners = createOwnersSource(db, OWNED);
  const period = onceADay(createPeriod);
  return createSubgraph({
    name: 'analytics',
    resolvers,
    createContext: (request) =>
      createContext(sources, {
        period: period(clock()),
        owners: createOwners(owners, request),
        guidancePolicy: guidance,
      }),
  });
}
