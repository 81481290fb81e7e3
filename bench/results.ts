/** What a run found. Written as JSON as it is; `report.ts` makes tables of it. */
import type { Machine } from './machine.ts';
import type { Sample } from './measure.ts';
import type { Operation } from './operations.ts';
import type { SubgraphHost } from './systems/subgraph-hosts.ts';
import type { System } from './systems/system.ts';

export interface Settings {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  readonly compared: number;
  readonly customers: number;
}

export interface OperationResult {
  readonly operation: Operation;
  /** One sample a round; none where the answers differ. */
  readonly samples: readonly (Sample & { readonly round: number })[];
  /** Why it was not measured to the end, if it was not. */
  readonly problem?: string;
}

export interface SystemResult {
  readonly name: string;
  readonly title: string;
  /** Who hosts its subgraphs; null where no HTTP is between the gateway and the data. */
  readonly subgraphs: SubgraphHost | null;
  readonly database: System['database'];
  readonly packages: readonly string[];
  /** Why it did not start. */
  readonly problem?: string;
  readonly operations: readonly OperationResult[];
}

export interface Results {
  readonly startedAt: string;
  readonly commit: string;
  /** Whether files differed from the commit. */
  readonly dirty: boolean;
  readonly command: string;
  readonly settings: Settings;
  readonly machine: Machine;
  /** The database server, where there is one: its version and what its speed depends on. */
  readonly mariadb: string | null;
  readonly systems: readonly SystemResult[];
}
