/** What one client request carries through Apollo Server. */
import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientRequest } from './engine/transport.ts';

export interface RequestContext extends ClientRequest {
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
  /** False where no part of the operation ran. */
  hasData: boolean;
}

export function createRequestContext(
  { log }: FastifyRequest,
  { raw }: FastifyReply,
  outcome: Outcome,
): RequestContext {
  let signal: AbortSignal | undefined;
  return {
    log,
    outcome,
    contexts: new Map(),
    leaving() {
      signal ??= abortedWithout(raw);
      return signal;
    },
  };
}

/** Aborted when the connection closes before the response is sent. */
function abortedWithout(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  if (response.destroyed) controller.abort();
  response.once('close', () => {
    if (!response.writableEnded) controller.abort();
  });
  return controller.signal;
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
        },
      };
    },
  };
}
