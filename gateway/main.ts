/** Composition root of the gateway: the only file here that reads the environment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig, port } from '#kit/config';
import { openSqlite } from '#kit/database';
import { readWorld } from '../mocks/world/read-world.ts';
import { seedIfMissing } from '../mocks/world/seed-if-missing.ts';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import { createAnalyticsSubgraph } from '../subgraphs/analytics/subgraph.ts';
import { createBillingSubgraph } from '../subgraphs/billing/subgraph.ts';
import { createContactsSubgraph } from '../subgraphs/contacts/subgraph.ts';
import { createCrmSubgraph } from '../subgraphs/crm/subgraph.ts';
import { createApp } from './app.ts';
import { findExamples } from './examples.ts';
import { explorerRoutes } from './routes/explorer.ts';
import { stopOnSignals } from './shutdown.ts';

const root = join(import.meta.dirname, '..');
const generated = (file: string): string => readFileSync(join(root, 'schema/generated', file), 'utf8');

async function start(): Promise<void> {
  const { PORT, HOST, PANORAMA_DATA, LOG_LEVEL } = loadConfig(
    z.object({
      PORT: port.default(4000),
      HOST: z.string().min(1).default('127.0.0.1'),
      /** Folder of the synthetic operator's databases; filled when it is empty. */
      PANORAMA_DATA: z.string().min(1).default('./data'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    }),
    process.env,
  );

  await seedIfMissing(PANORAMA_DATA);
  const world = readWorld(PANORAMA_DATA);
  // The embedded operator stands still at one moment, so that its answers do too.
  const clock = (): Date => new Date(world.now);
  const open = (source: string) => openSqlite({ file: join(PANORAMA_DATA, `${source}.sqlite`), source });
  const databases = {
    crm: open('crm'),
    billing: open('billing'),
    analytics: open('analytics'),
    contacts: open('contacts'),
  };
  const crm = createCrmSubgraph(databases.crm, clock);
  const operations = JSON.parse(generated('operations.json')) as readonly TrustedDocument[];
  const numbers = world.namedCases.map(({ serviceNumber }) => serviceNumber);
  const examples = await findExamples(crm, operations, numbers);

  const app = await createApp({
    supergraphSdl: generated('supergraph.graphql'),
    subgraphs: [
      crm,
      createBillingSubgraph(databases.billing, clock),
      createAnalyticsSubgraph(databases.analytics, clock),
      createContactsSubgraph(databases.contacts, clock),
    ],
    operations,
    pages: async (scope) => {
      const distDir = join(root, 'gateway/explorer/dist');
      await scope.register(explorerRoutes, {
        distDir,
        operations,
        examples,
        cases: world.namedCases,
        now: world.now,
      });
    },
    logger: { level: LOG_LEVEL },
  });
  app.addHook('onClose', async () => {
    for (const database of Object.values(databases)) database.close();
  });

  const url = await app.listen({ port: PORT, host: HOST });
  stopOnSignals(app, { timeoutMs: 10_000, exit: process.exit });
  console.log(welcome(url, numbers[0]));
}

function welcome(url: string, number = ''): string {
  return `
Panorama is serving ${url}
  ${url}/          where to begin
  ${url}/explorer  ask the graph

  curl ${url}/operations/screen-pop -H 'content-type: application/json' -d '{"number":"${number}"}'
`;
}

/** One clear line for what an operator can mend; a stack helps nobody here. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use. Stop what uses it, or set PORT to another one.';
  }
  return error.message;
}

start().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
