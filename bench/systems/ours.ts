import { readdirSync, readlinkSync } from 'node:fs';
import { OPERATIONS } from '../operations.ts';
import { MADE_UP } from './made-up.ts';
import type { Surroundings, System } from './system.ts';

const embedded = {
  subgraphs: null,
  database: 'sqlite',
  operations: OPERATIONS,
  packages: [],
  wantsToken: true,
  args: () => ['gateway/main.ts'],
  env: (surroundings) => serviceEnv(surroundings),
} satisfies Partial<System>;

/** The environment of `gateway/main.ts`, whatever form of it is measured. */
function serviceEnv({ dataDir, port, identity }: Surroundings): Record<string, string> {
  return {
    PANORAMA_DATA: dataDir,
    PANORAMA_STATE: identity.stateDir,
    PANORAMA_KEYS: identity.keysFile,
    OIDC_ISSUER: identity.issuer,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'silent',
    PANORAMA_SOURCES: MADE_UP,
  };
}

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
  database: 'sqlite',
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

/** As `ours`, the four systems on a server: compared with `hand-written-mariadb`. */
export const oursOnMariadb: System = {
  ...embedded,
  name: 'ours-mariadb',
  title: 'Panorama, in process, on MariaDB',
  database: 'mariadb',
  dialect: 'query',
  env: (surroundings) => ({
    ...serviceEnv(surroundings),
    PANORAMA_SOURCES: surroundings.mariadb?.sourcesFile ?? '',
  }),
  // What the file did not name would be read from SQLite in silence.
  verify(pid) {
    const opened = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    if (opened.some((file) => file.endsWith('/crm.sqlite'))) throw new Error('It reads SQLite.');
  },
};

/** As `npm run start:distributed` runs it: rights, signatures and record included. */
export const oursDistributed: System = {
  ...embedded,
  name: 'ours-distributed',
  title: 'Panorama, distributed',
  subgraphs: 'distributed',
  dialect: 'query',
  env: (surroundings) => ({
    ...serviceEnv(surroundings),
    PANORAMA_SUBGRAPHS: 'remote',
    PANORAMA_SUPERGRAPH: surroundings.supergraph,
  }),
};
