/** Where a supergraph says that its subgraphs are. */

const GRAPH = /@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g;

/** @returns Address by name of the subgraph. */
export function addressesIn(supergraphSdl: string): ReadonlyMap<string, string> {
  return new Map(Array.from(supergraphSdl.matchAll(GRAPH), ([, name = '', url = '']) => [name, url]));
}

/** The same supergraph, with its subgraphs elsewhere. */
export function withAddresses(supergraphSdl: string, addresses: ReadonlyMap<string, string>): string {
  return supergraphSdl.replaceAll(
    GRAPH,
    (_, name: string, url: string) => `@join__graph(name: "${name}", url: "${addresses.get(name) ?? url}")`,
  );
}
