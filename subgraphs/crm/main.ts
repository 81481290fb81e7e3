/** Composition root of crm in a process of its own. */
import { runSubgraph } from '#kit/subgraph-process';
import { createCrmSubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'crm',
    system: 'crm',
    keys: [],
    build: ({ db, clock, trail }) => ({ subgraph: createCrmSubgraph(db, clock, trail) }),
  },
  process.env,
);
