/** Composition root of billing in a process of its own. */
import { runSubgraph } from '#kit/subgraph-process';
import { createBillingSubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'billing',
    system: 'billing',
    keys: ['receiptKey'],
    build: ({ db, clock, trail, keys: { receiptKey } }) => ({
      subgraph: createBillingSubgraph(db, clock, { receiptKey, trail }),
    }),
  },
  process.env,
);
