/** What one client request carries through Apollo Server. */
import type { Socket } from 'node:net';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { SubgraphRequest } from '#kit/subgraph';
import type { ClientRequest } from './engine/transport.ts';

export interface RequestContext extends ClientRequest {
  /** Its pace is that of any document until it is known which one it is. */
  asker: SubgraphRequest;
  /** Logs under the request's correlation id. */
  readonly log: FastifyBaseLogger;
  readonly outcome: Outcome;
}

/** What became of the request, for its status and its line in the log. */
export interface Outcome {
  /** Name of the trusted document; undefined for any other document. */
  operation?: string;
  /** Codes of the errors in the answer. */
  codes: readonly string[];
  /** Coordinates of the fields asked for that must be on record. */
  fieldsOnRecord: readonly string[];
  /** False where no part of the operation ran. */
  hasData: boolean;
  /** Lets go of the data, once they are text. */
  forget(): void;
  /** Of a large operation: the next may begin. */
  endTurn(): void;
}

/** @param socket Held instead of the response: it outlives the request anyway, and much hangs on a response. */
export function createRequestContext(
  log: FastifyBaseLogger,
  socket: Socket,
  outcome: Outcome,
  asker: SubgraphRequest,
): RequestContext & { end(): void } {
  const contexts = new Map<string, object>();
  let controller: AbortController | undefined;
  const abort = (): void => controller?.abort();
  return {
    log,
    outcome,
    asker,
    contexts,
    leaving() {
      if (!controller) {
        controller = new AbortController();
        if (socket.destroyed) abort();
        else socket.once('close', abort);
      }
      return controller.signal;
    },
    /** The answer is there: who leaves now calls nothing off, and what subgraphs kept is garbage at once. */
    end() {
      contexts.clear();
      if (controller) socket.off('close', abort);
    },
  };
}

/** @param names Names of the trusted documents, by hash. */
export function outcomes(names: ReadonlyMap<string, string>): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ queryHash, response: { body }, contextValue: { outcome } }) {
          if (body.kind !== 'single') return;
          const { data, errors = [] } = body.singleResult;
          const operation = queryHash === undefined ? undefined : names.get(queryHash);
          if (operation !== undefined) outcome.operation = operation;
          outcome.codes = errors.map(({ extensions }) => String(extensions?.['code']));
          outcome.hasData = data !== undefined;
          const { singleResult } = body;
          // Apollo Server's request lives on in accessors until the next full collection, and so would this.
          outcome.forget = () => {
            singleResult.data = null;
          };
        },
      };
    },
  };
}
