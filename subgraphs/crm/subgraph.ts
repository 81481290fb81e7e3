import { type Clock, toDay, toEpochSeconds } from '#kit/clock';
import type { Database } from '#kit/database';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { type Context, createLoaders, createSources } from './loaders.ts';
import { resolvers } from './resolvers.ts';

/** Customers, subscribers, products and staff: who somebody is, and what they have. */
export function createCrmSubgraph(db: Database, clock: Clock): Subgraph {
  const sources = createSources(db);
  return createSubgraph({
    name: 'crm',
    resolvers,
    createContext(): Context {
      const now = clock();
      const today = toDay(now);
      return {
        today,
        nowAt: toEpochSeconds(now),
        lookup: sources.lookup.matches,
        numbersHeldSinceAt: new Map(),
        loaders: createLoaders(sources, today),
      };
    },
  });
}
