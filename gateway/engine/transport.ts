/** How the engine reaches a subgraph. `gateway/transports/` has the ways there are. */
import type { DocumentNode } from 'graphql';
import type { SubgraphRequest } from '#kit/subgraph';

/** One client request. */
export interface ClientRequest {
  /** Who asks, as subgraphs are told; the engine itself looks at what is granted and no further. */
  readonly asker: SubgraphRequest;
  /**
   * What subgraphs of this process keep for the request, by their names. Here
   * and not in a WeakMap: the garbage of a request lived in one until the next
   * full collection, for a third of the time of a screen pop.
   */
  readonly contexts: Map<string, object>;
  /** Aborted when the client leaves; made when somebody first wants to know. */
  readonly leaving?: () => AbortSignal;
}

/** What a plan sends to one subgraph; the same text for every request. */
export interface SubgraphOperation {
  readonly kind: 'query' | 'mutation';
  readonly text: string;
  readonly document: DocumentNode;
}

/** An error as a subgraph reports it; its path is that of the subgraph's own answer. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  /** Logged, never sent to the client. */
  readonly originalError?: unknown;
}

export interface SubgraphAnswer {
  /** Belongs to the engine from here on: it merges other answers into it. */
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

/**
 * Runs a prepared operation.
 *
 * @throws GraphQLError with code SOURCE_TIMEOUT, SOURCE_UNAVAILABLE, SOURCE_MALFORMED or SOURCE_TOO_LARGE
 *   and the subgraph's name as `source`; without a path, which only the engine knows.
 */
export type SubgraphCall = (
  variables: Readonly<Record<string, unknown>>,
  request: ClientRequest,
) => Promise<SubgraphAnswer> | SubgraphAnswer;

export interface Transport {
  /** Called once for each operation of a plan; what can be known before a request is done here. */
  prepare(operation: SubgraphOperation): SubgraphCall;
  /** Lets go of connections. */
  close?(): Promise<void>;
}
