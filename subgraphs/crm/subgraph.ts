import type { AuditTrail } from '#kit/audit/trail';
import { type Clock, onceADay, toDay, toEpochSeconds } from '#kit/clock';
import type { Database } from '#kit/database';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { createContext, createSources } from './loaders.ts';
import { resolvers } from './resolvers.ts';

/**
 * Customers, subscribers, products and staff: who somebody is, and what they have.
 *
 * @param trail Where it is recorded who had what revealed.
 */
export function createCrmSubgraph(db: Database, clock: Clock, trail: AuditTrail): Subgraph {
  const sources = createSources(db);
  const dayOf = onceADay(toDay);
  return createSubgraph({
    name: 'crm',
    resolvers,
    createContext(request) {
      const now = clock();
      return createContext(sources, trail, { today: dayOf(now), nowAt: toEpochSeconds(now) }, request);
    },
  });
}
