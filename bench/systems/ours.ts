import { OPERATIONS } from '../operations.ts';
import type { System } from './system.ts';

const embedded = {
  subgraphs: null,
  operations: OPERATIONS,
  packages: [],
  args: () => ['gateway/main.ts'],
  env: ({ dataDir, port }) => ({
    PANORAMA_DATA: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'silent',
  }),
} satisfies Partial<System>;

/** As `npm start` runs it: subgraphs and SQLite in the gateway's process. */
export const ours: System = {
  ...embedded,
  name: 'ours',
  title: 'Panorama, in process',
  dialect: 'query',
};

export const oursByHash: System = {
  ...embedded,
  name: 'ours-hash',
  title: 'Panorama, in process, document by hash',
  dialect: 'hash',
};

export const oursOverHttp: System = {
  name: 'ours-http',
  title: 'Panorama',
  subgraphs: 'mercurius',
  dialect: 'query',
  operations: OPERATIONS,
  packages: [],
  args: ({ supergraph, port }) => [
    'gateway/serve.ts',
    '--supergraph',
    supergraph,
    '--port',
    String(port),
    '--log',
    'silent',
  ],
};
