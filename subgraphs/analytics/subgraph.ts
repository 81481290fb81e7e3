import type { Clock } from '#kit/clock';
import type { Database } from '#kit/database';
import { createOwners, createOwnersSource } from '#kit/owners';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { createContext, createSources } from './loaders.ts';
import { OWNED } from './owners.ts';
import { resolvers } from './resolvers.ts';

/**
 * The analytics system: scores, warnings, interpretations, opportunities and
 * treatments. Owns `Treatment` and `Opportunity`; extends `Customer` and `Subscriber`.
 */
export function createAnalyticsSubgraph(db: Database, clock: Clock): Subgraph {
  const sources = createSources(db);
  const owners = createOwnersSource(db, OWNED);
  return createSubgraph({
    name: 'analytics',
    resolvers,
    createContext: (request) => createContext(sources, clock, createOwners(owners, request)),
  });
}
