/** Starts the systems and the subgraphs they need. All stay up, idle, while one of them is asked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startIdentityServer } from '../gateway/access/testing/identity-server.ts';
import { withoutAccess } from '../gateway/engine/without-access.ts';
import { newKeysFile } from '../subgraphs/kit/keys.ts';
import { type Child, findFreePorts, startChild } from './child.ts';
import { SUBGRAPH_NAMES, type SubgraphHost, subgraphArgs } from './systems/subgraph-hosts.ts';
import type { Surroundings, System } from './systems/system.ts';

/**
 * A gateway has core 0 to itself; its subgraphs share core 1 with the load. So
 * each gateway gets exactly one core, and those over HTTP get the rest of
 * another one on top.
 */
export const GATEWAY_CORE = 0;
export const OTHER_CORE = 1;

export interface Running {
  readonly system: System;
  readonly port: number;
  readonly pid: number;
  /** Process of its subgraphs, which other systems may share. */
  readonly subgraphsPid: number | null;
}

export interface Stage {
  /** Of somebody who may see every customer of the made-up operator, as its desktop would ask. */
  token(): Promise<string>;
  /** @throws Error that says why a system did not start. */
  start(system: System): Promise<Running>;
  stop(): Promise<void>;
}

interface Subgraphs extends Pick<Surroundings, 'supergraph' | 'subgraphUrls'> {
  readonly pid: number | null;
}

/** @param scratchDir Folder for files that live as long as the stage. */
export function createStage(dataDir: string, scratchDir: string): Stage {
  const children: Child[] = [];
  const hosts = new Map<SubgraphHost, Promise<Subgraphs>>();
  const keysFile = join(scratchDir, 'keys.json');
  writeFileSync(keysFile, newKeysFile('bench-1'), { mode: 0o600 });
  const provider = startIdentityServer();

  async function start(system: System): Promise<Running> {
    const subgraphs = await subgraphsOf(system);
    const [port = 0] = await findFreePorts(1);
    const { issuer } = await provider;
    const identity = { issuer, keysFile, stateDir: join(scratchDir, `state-${system.name}`) };
    const surroundings = { dataDir, port, identity, ...subgraphs };
    const child = await startChild({
      args: system.args(surroundings),
      env: system.env?.(surroundings) ?? {},
      ports: [port],
      core: GATEWAY_CORE,
    });
    children.push(child);
    return { system, port, pid: child.pid, subgraphsPid: subgraphs.pid };
  }

  async function subgraphsOf({ subgraphs: host }: System): Promise<Subgraphs> {
    if (host === null) return { supergraph: '', subgraphUrls: {}, pid: null };
    let subgraphs = hosts.get(host);
    if (!subgraphs) {
      subgraphs = startSubgraphs(host);
      hosts.set(host, subgraphs);
    }
    return subgraphs;
  }

  async function startSubgraphs(host: SubgraphHost): Promise<Subgraphs> {
    const ports = await findFreePorts(SUBGRAPH_NAMES.length);
    const child = await startChild({ args: subgraphArgs(host, dataDir, ports), ports, core: OTHER_CORE });
    children.push(child);
    const subgraphUrls = Object.fromEntries(
      SUBGRAPH_NAMES.map((name, at) => [name, `http://127.0.0.1:${ports[at]}/graphql`]),
    );
    const supergraph = join(scratchDir, `supergraph-${host}.graphql`);
    writeFileSync(supergraph, withAddresses(subgraphUrls));
    return { supergraph, subgraphUrls, pid: child.pid };
  }

  return {
    start,
    token: async () =>
      (await provider).token({ sub: 'A000001', role: 'HOTLINE_AGENT', regions: ['*'], scope: 'explore' }),
    async stop() {
      await Promise.all(children.map((child) => child.stop()));
      await (await provider).stop();
    },
  };
}

/**
 * The committed supergraph, which all gateways serve, with the addresses of these subgraphs. Without its
 * rules: the stock gateway refuses a supergraph that has any, and the others would enforce nothing by it.
 */
function withAddresses(urls: Readonly<Record<string, string>>): string {
  const sdl = readFileSync(new URL('../schema/generated/supergraph.graphql', import.meta.url), 'utf8');
  return withoutAccess(sdl).replaceAll(
    /(@join__graph\(name: "(\w+)", url: )"[^"]*"/g,
    (_, start: string, name: string) => {
      return `${start}"${urls[name]}"`;
    },
  );
}
