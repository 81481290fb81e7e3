/** Composition root of contacts in a process of its own. */
import { z } from 'zod';
import { loadConfig, redAbove } from '#kit/config';
import { runSubgraph } from '#kit/subgraph-process';
import { createContactsSubgraph } from './subgraph.ts';

const schema = z.object({ PANORAMA_RED_ABOVE: redAbove });

runSubgraph(
  {
    name: 'contacts',
    system: 'contacts',
    keys: [],
    build({ db, clock }) {
      const { PANORAMA_RED_ABOVE } = loadConfig(schema, process.env);
      return { subgraph: createContactsSubgraph(db, clock, { redAbove: PANORAMA_RED_ABOVE }) };
    },
  },
  process.env,
);
