/** The ways in which the five subgraphs are hosted for gateways that reach them over HTTP. */
import type { Program } from '../child.ts';
import type { Identity } from './identity.ts';
import { MADE_UP } from './made-up.ts';

export type SubgraphHost = 'apollo' | 'mercurius' | 'distributed';

/** In the order of `openEmbedded`. */
export const SUBGRAPH_NAMES = ['crm', 'billing', 'analytics', 'contacts', 'identity'] as const;

/** For people. */
export const HOST_TITLES: Readonly<Record<SubgraphHost, string>> = {
  apollo: 'stock @apollo/server subgraphs',
  mercurius: 'mercurius subgraphs with JIT',
  distributed: 'each subgraph in a process of its own, with access control and record',
};

/** Subgraphs that believe their gateway only, and have it write the record. The others answer anybody. */
export const ARE_OURS: ReadonlySet<SubgraphHost> = new Set(['distributed']);

export interface HostOptions {
  readonly dataDir: string;
  /** In the order of the names. */
  readonly ports: readonly number[];
  readonly identity: Identity;
  readonly gatewayPort: number;
}

/** Others than ours run in one process; both ways their processor time can be told from the gateway's. */
export function subgraphPrograms(host: SubgraphHost, options: HostOptions): Omit<Program, 'core'>[] {
  const { dataDir, ports, identity, gatewayPort } = options;
  if (host !== 'distributed') {
    return [
      {
        args: [`bench/processes/${host}-subgraphs.ts`, '--data', dataDir, '--ports', ports.join(',')],
        ports,
      },
    ];
  }
  return SUBGRAPH_NAMES.map((name, at) => {
    const port = ports[at] ?? 0;
    return {
      args: [`subgraphs/${name}/main.ts`],
      env: {
        HOST: '127.0.0.1',
        PORT: String(port),
        PANORAMA_DATA: dataDir,
        PANORAMA_STATE: identity.stateDir,
        PANORAMA_KEYS: identity.keysFile,
        PANORAMA_RECORD: `http://127.0.0.1:${gatewayPort}`,
        LOG_LEVEL: 'silent',
        PANORAMA_SOURCES: MADE_UP,
      },
      ports: [port],
    };
  });
}
