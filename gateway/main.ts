/** Composition root of the gateway: the only file here that reads the environment. */
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig, port } from '#kit/config';
import { EXAMPLES } from '../mocks/world/examples.ts';
import { seedIfMissing } from '../mocks/world/seed-if-missing.ts';
import { createApp } from './app.ts';
import { openEmbedded, SUPERGRAPH_FILE } from './embedded.ts';
import { explorerRoutes } from './routes/explorer.ts';
import { stopOnSignals } from './shutdown.ts';
import { explainStartFailure } from './start-failure.ts';
import { followSupergraphFile } from './supergraph-file.ts';

async function start(): Promise<void> {
  const { PORT, HOST, PANORAMA_DATA, LOG_LEVEL } = loadConfig(
    z.object({
      PORT: port.default(4_000),
      HOST: z.string().min(1).default('127.0.0.1'),
      /** Folder of the synthetic operator's databases; filled when it is empty. */
      PANORAMA_DATA: z.string().min(1).default('./data'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    }),
    process.env,
  );

  await seedIfMissing(PANORAMA_DATA);
  const { world, subgraphs, supergraphSdl, operations, close } = openEmbedded(PANORAMA_DATA);

  const app = await createApp({
    supergraphSdl,
    subgraphs,
    operations,
    pages: (scope) =>
      explorerRoutes(scope, {
        distDir: join(import.meta.dirname, 'explorer/dist'),
        operations,
        examples: EXAMPLES,
        cases: world.namedCases,
        now: world.now,
      }),
    logger: { level: LOG_LEVEL },
  });
  app.addHook('onClose', async () => close());
  followSupergraphFile(app, { file: SUPERGRAPH_FILE, inUse: supergraphSdl });

  const url = await app.listen({ port: PORT, host: HOST });
  stopOnSignals(app, { timeoutMs: 10_000, exit: process.exit });
  console.log(welcome(url));
}

function welcome(url: string): string {
  const variables = JSON.stringify(EXAMPLES['screen-pop']);
  return `
Panorama is serving ${url}
  ${url}/          where to begin
  ${url}/explorer  ask the graph

  curl ${url}/operations/screen-pop -H 'content-type: application/json' -d '${variables}'
`;
}

start().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exit(1);
});
