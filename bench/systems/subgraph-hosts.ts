/** The two ways in which the five subgraphs are hosted for gateways that reach them over HTTP. */
export type SubgraphHost = 'apollo' | 'mercurius';

/** In the order of `openEmbedded`. */
export const SUBGRAPH_NAMES = ['crm', 'billing', 'analytics', 'contacts', 'identity'] as const;

/** For people. */
export const HOST_TITLES: Readonly<Record<SubgraphHost, string>> = {
  apollo: 'stock @apollo/server subgraphs',
  mercurius: 'mercurius subgraphs with JIT',
};

/** All run in one process, so that their processor time can be told from the gateway's. */
export function subgraphArgs(host: SubgraphHost, dataDir: string, ports: readonly number[]): string[] {
  return [`bench/processes/${host}-subgraphs.ts`, '--data', dataDir, '--ports', ports.join(',')];
}
