import { OPERATIONS } from '../operations.ts';
import type { System } from './system.ts';

const embedded = {
  subgraphs: null,
  operations: OPERATIONS,
  packages: [],
  wantsToken: true,
  args: () => ['gateway/main.ts'],
  env: ({ dataDir, port, identity }) => ({
    PANORAMA_DATA: dataDir,
    PANORAMA_STATE: identity.stateDir,
    PANORAMA_KEYS: identity.keysFile,
    OIDC_ISSUER: identity.issuer,
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

/** What access costs is the difference to this one. */
export const oursOpen: System = {
  ...embedded,
  name: 'ours-open',
  title: 'Panorama, in process, without access control and record',
  dialect: 'query',
  wantsToken: false,
  args: ({ dataDir, port }) => [
    'bench/processes/open-panorama.ts',
    '--data',
    dataDir,
    '--port',
    String(port),
  ],
  env: () => ({}),
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
