/** What is measured: how to start it, and how to ask it. */
import type { Mariadb } from '../mariadb.ts';
import type { Dialect, Operation } from '../operations.ts';
import type { Identity } from './identity.ts';
import type { SubgraphHost } from './subgraph-hosts.ts';

/** What a system may need to know of the others to start. */
export interface Surroundings {
  readonly dataDir: string;
  readonly port: number;
  /** File with the supergraph, its addresses those of the system's subgraphs. */
  readonly supergraph: string;
  readonly identity: Identity;
  /** Of the system's subgraphs, by name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** Null where there is none: then no system that reads one is started. */
  readonly mariadb: Mariadb | null;
}

export interface System {
  /** For `--only`. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Who hosts the subgraphs; null where the system reads the data itself. */
  readonly subgraphs: SubgraphHost | null;
  /** What holds the data. */
  readonly database: 'sqlite' | 'mariadb';
  readonly dialect: Dialect;
  /** Whether who asks must show a token of `identity`. */
  readonly wantsToken?: boolean;
  readonly operations: readonly Operation[];
  /** Packages whose versions the report names. */
  readonly packages: readonly string[];
  args(surroundings: Surroundings): readonly string[];
  env?(surroundings: Surroundings): Readonly<Record<string, string>>;
  /** @throws Error when the running process is not what it claims to be. */
  verify?(pid: number): void;
}
