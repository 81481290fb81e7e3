/** Composition root of billing in a process of its own. */
import { runSubgraph } from '#kit/subgraph-process';
import { createBillingSources } from './sources.ts';
import { createBillingSubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'billing',
    system: 'billing',
    keys: ['receiptKey'],
    async build({ db, clock, trail, keys: { receiptKey }, sources: { sections }, boss }) {
      const sources = await createBillingSources({ db, boss, clock }, sections.billing);
      return { subgraph: createBillingSubgraph(db, clock, { receiptKey, trail, sources }) };
    },
  },
  process.env,
);
