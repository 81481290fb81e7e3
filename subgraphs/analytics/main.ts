/** Composition root of analytics in a process of its own. */
import { runSubgraph } from '#kit/subgraph-process';
import { readPolicy } from './policy.ts';
import { createAnalyticsSubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'analytics',
    system: 'analytics',
    keys: [],
    build: ({ db, clock }) => ({
      subgraph: createAnalyticsSubgraph(db, clock, readPolicy(process.env['PANORAMA_POLICY'])),
    }),
  },
  process.env,
);
