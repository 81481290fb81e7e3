/**
 * Composition root of a gateway for any supergraph: its subgraphs are asked
 * over HTTP, where it says they are.
 *
 *   npm run gateway -- --supergraph FILE --port N
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { port as portNumber } from '#kit/config';
import { explainStartFailure } from '#kit/start-failure';
import { stopOnSignals } from '#kit/stop-on-signals';
import { openToAnybody } from './access/anybody.ts';
import { createApp } from './app.ts';
import { followSupergraphFile } from './supergraph-file.ts';

const USAGE = `Serves any Federation 2 supergraph over the subgraph addresses that it names.

  npm run gateway -- --supergraph FILE [--port 4000] [--host 127.0.0.1] [--log info]

The file is followed: a new version is compiled and takes over without a request being dropped.
`;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      host: { type: 'string', default: '127.0.0.1' },
      log: { type: 'string', default: 'info' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.supergraph === undefined) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const port = portNumber.safeParse(values.port);
  if (!port.success) throw new Error('--port must be a port number, 0 to 65535.');
  const supergraphSdl = readFileSync(values.supergraph, 'utf8');
  const app = await createApp({
    ...openToAnybody(),
    supergraphSdl,
    subgraphs: [],
    operations: [],
    logger: { level: values.log },
  });
  followSupergraphFile(app, { file: values.supergraph, inUse: supergraphSdl });
  const url = await app.listen({ port: port.data, host: values.host });
  stopOnSignals(app, { timeoutMs: 10_000, exit: process.exit });
  console.log(`Serving ${values.supergraph} at ${url}/graphql`);
}

start().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exit(1);
});
