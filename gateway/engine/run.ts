/** What one request carries through its plan. */
import type { JsonObject } from './json.ts';
import type { Variables } from './normal-operation.ts';
import type { ClientRequest, SubgraphAnswer, SubgraphError } from './transport.ts';

/** A place in the data that subgraphs have answered so far. */
export type DataPath = readonly (string | number)[];

/** What a subgraph reported, or failed with, at a place in the data. */
export interface Failure {
  readonly error: SubgraphError;
  /** Undefined where the subgraph named no place and none can be found. */
  readonly path: DataPath | undefined;
  readonly source: string;
}

export interface Run {
  /** The root object; every fetch merges what it brings into it. */
  readonly data: JsonObject;
  readonly failures: Failure[];
  /** Coerced, defaults applied. */
  readonly variables: Variables;
  readonly request: ClientRequest;
  /** Fetches under way that another part of the plan makes too, by what they send. */
  readonly shared: Map<string, Promise<SubgraphAnswer>>;
}

/** A part of a plan, compiled. Returns nothing where nothing needs to be waited for. */
export type Step = (run: Run) => Promise<void> | undefined;
