/** Composition root of contacts in a process of its own. */
import { runSubgraph } from '#kit/subgraph-process';
import { createContactsSubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'contacts',
    system: 'contacts',
    keys: [],
    build: ({ db, clock }) => ({ subgraph: createContactsSubgraph(db, clock) }),
  },
  process.env,
);
