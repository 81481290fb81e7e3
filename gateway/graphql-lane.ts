/**
 * The one way from HTTP into the graph, for `/graphql` and `/operations`.
 *
 * A handler of our own instead of an integration package: it is this small, and
 * it must know the outcome for the status and for the log.
 */
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HashAddress } from './access/address-hash.ts';
import type { Recorder } from './recorder.ts';
import { createRequestContext, type Outcome, type RequestContext } from './request-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the request has been through the graph. */
    outcome: Outcome | null;
  }
}

/** Answers with Apollo Server's status; returns the body to send. */
export type Lane = (
  request: FastifyRequest,
  reply: FastifyReply,
  message: Pick<HTTPGraphQLRequest, 'method' | 'search' | 'body'> & {
    headers?: Readonly<Record<string, string>>;
  },
) => Promise<string>;

interface LaneParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly recorder: Recorder;
  readonly hashAddress: HashAddress;
}

export function createLane({ apollo, recorder, hashAddress }: LaneParts): Lane {
  return async (request, reply, { headers = {}, ...message }) => {
    const { viewer } = request;
    if (!viewer) throw new Error('A route into the graph must be behind requireViewer.');
    const outcome: Outcome = { codes: [], fieldsOnRecord: [], hasData: false, forget() {}, endTurn() {} };
    request.outcome = outcome;
    const record = recorder.begin(viewer);
    const { accesses } = record;
    const context = createRequestContext(request.log, request.raw.socket, outcome, {
      viewer,
      accesses,
      addressHash: hashAddress(request.ip),
      pace: 'SECTION',
    });
    const response = await apollo
      .executeHTTPGraphQLRequest({
        httpGraphQLRequest: { ...message, headers: toHeaderMap({ ...request.headers, ...headers }) },
        context: async () => context,
      })
      .finally(() => {
        context.end();
        outcome.forget();
        outcome.endTurn();
      });
    // What must be on record is not answered before it is.
    const { operation = 'ad hoc', fieldsOnRecord: fields, codes } = outcome;
    const recording = record.finish({ operation, fields, codes });
    if (recording) await recording;
    if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
    reply.code(response.status ?? 200);
    for (const [name, value] of response.headers) reply.header(name, value);
    return response.body.string;
  };
}

/** What Apollo Server reads: which form the client accepts, and what tells a call from a forged form. */
const READ_BY_APOLLO = [
  'accept',
  'content-type',
  'x-apollo-operation-name',
  'apollo-require-preflight',
] as const;

function toHeaderMap(headers: FastifyRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const name of READ_BY_APOLLO) {
    const value = headers[name];
    // Who wants JSON gets it without a wish too, and nothing has to be weighed.
    if (value === undefined || (name === 'accept' && value === 'application/json')) continue;
    map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
