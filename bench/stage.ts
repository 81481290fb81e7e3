/** Starts the systems and the subgraphs they need. All stay up, idle, while one of them is asked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startIdentityServer } from '../gateway/access/testing/identity-server.ts';
import { withoutAccess } from '../gateway/engine/without-access.ts';
import { newKeysFile } from '../subgraphs/kit/keys.ts';
import { type Child, findFreePorts, startChild } from './child.ts';
import { type Mariadb, NO_SERVER } from './mariadb.ts';
import type { Identity } from './systems/identity.ts';
import { ARE_OURS, SUBGRAPH_NAMES, type SubgraphHost, subgraphPrograms } from './systems/subgraph-hosts.ts';
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
  /** Processes of its subgraphs, which other systems may share. */
  readonly subgraphPids: readonly number[];
  /** Process of the database server that it asks; null where it asks none on this machine. */
  readonly databasePid: number | null;
}

export interface Stage {
  /** Of somebody who may see every customer of the made-up operator, as its desktop would ask. */
  token(): Promise<string>;
  /** @throws Error that says why a system did not start. */
  start(system: System): Promise<Running>;
  stop(): Promise<void>;
}

interface Subgraphs extends Pick<Surroundings, 'supergraph' | 'subgraphUrls'> {
  readonly pids: readonly number[];
}

export interface StageOptions {
  readonly dataDir: string;
  /** Folder for files that live as long as the stage. */
  readonly scratchDir: string;
  /** The server with the same operator, where there is one. */
  readonly mariadb: Mariadb | null;
}

export function createStage({ dataDir, scratchDir, mariadb }: StageOptions): Stage {
  const children: Child[] = [];
  const hosts = new Map<SubgraphHost, Promise<Subgraphs>>();
  const keysFile = join(scratchDir, 'keys.json');
  writeFileSync(keysFile, newKeysFile('bench-1'), { mode: 0o600 });
  const provider = startIdentityServer();

  async function start(system: System): Promise<Running> {
    const readsMariadb = system.database === 'mariadb';
    if (readsMariadb && !mariadb) throw new Error(NO_SERVER);
    const [port = 0] = await findFreePorts(1);
    const { issuer } = await provider;
    const identity = { issuer, keysFile, stateDir: join(scratchDir, `state-${system.name}`) };
    const subgraphs = await subgraphsOf(system, identity, port);
    const surroundings = { dataDir, port, identity, mariadb, ...subgraphs };
    const child = await startChild({
      args: system.args(surroundings),
      env: system.env?.(surroundings) ?? {},
      ports: [port],
      core: GATEWAY_CORE,
    });
    children.push(child);
    return {
      system,
      port,
      pid: child.pid,
      subgraphPids: subgraphs.pids,
      databasePid: readsMariadb ? (mariadb?.pid ?? null) : null,
    };
  }

  async function subgraphsOf(system: System, identity: Identity, gatewayPort: number): Promise<Subgraphs> {
    const { subgraphs: host } = system;
    if (host === null) return { supergraph: '', subgraphUrls: {}, pids: [] };
    let subgraphs = hosts.get(host);
    if (!subgraphs) {
      subgraphs = startSubgraphs(host, identity, gatewayPort);
      hosts.set(host, subgraphs);
    }
    return subgraphs;
  }

  async function startSubgraphs(
    host: SubgraphHost,
    identity: Identity,
    gatewayPort: number,
  ): Promise<Subgraphs> {
    const ports = await findFreePorts(SUBGRAPH_NAMES.length);
    const pids: number[] = [];
    for (const program of subgraphPrograms(host, { dataDir, ports, identity, gatewayPort })) {
      const child = await startChild({ ...program, core: OTHER_CORE });
      children.push(child);
      pids.push(child.pid);
    }
    const subgraphUrls = Object.fromEntries(
      SUBGRAPH_NAMES.map((name, at) => [name, `http://127.0.0.1:${ports[at]}/graphql`]),
    );
    const supergraph = join(scratchDir, `supergraph-${host}.graphql`);
    const sdl = withAddresses(subgraphUrls);
    writeFileSync(supergraph, ARE_OURS.has(host) ? sdl : withoutAccess(sdl));
    return { supergraph, subgraphUrls, pids };
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
 * The committed supergraph, which all gateways serve, with the addresses of these subgraphs. Over subgraphs
 * that answer anybody it goes without its rules: the stock gateway refuses a supergraph that has any, and the
 * others would enforce nothing by it.
 */
function withAddresses(urls: Readonly<Record<string, string>>): string {
  const sdl = readFileSync(new URL('../schema/generated/supergraph.graphql', import.meta.url), 'utf8');
  return sdl.replaceAll(/(@join__graph\(name: "(\w+)", url: )"[^"]*"/g, (_, start: string, name: string) => {
    return `${start}"${urls[name]}"`;
  });
}
