/** Starts the systems and the subgraphs they need. All stay up, idle, while one of them is asked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  async function start(system: System): Promise<Running> {
    const subgraphs = await subgraphsOf(system);
    const [port = 0] = await findFreePorts(1);
    const surroundings = { dataDir, port, ...subgraphs };
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
    async stop() {
      await Promise.all(children.map((child) => child.stop()));
    },
  };
}

/** The committed supergraph, which all gateways serve, with the addresses of these subgraphs. */
function withAddresses(urls: Readonly<Record<string, string>>): string {
  const sdl = readFileSync(new URL('../schema/generated/supergraph.graphql', import.meta.url), 'utf8');
  return sdl.replaceAll(/(@join__graph\(name: "(\w+)", url: )"[^"]*"/g, (_, start: string, name: string) => {
    return `${start}"${urls[name]}"`;
  });
}
