/** `/graphql`: GraphQL over HTTP, for any document or the hash of a trusted one. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { TrustedDocument } from '../../schema/tools/trusted-documents.ts';
import { requestError } from '../error-codes.ts';
import type { Lane } from '../graphql-lane.ts';
import { sendError } from '../http-errors.ts';
import type { Outcome } from '../request-context.ts';

/** Mistakes in a well-formed request. With `application/json` GraphQL over HTTP wants 200 for them. */
const REQUEST_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

const PERSONAL_BY_GET =
  'This document takes personal data, which does not belong in an address that is logged and cached on its way. ' +
  'Send the hash and the variables as the JSON body of a POST.';

interface GraphqlOptions {
  readonly lane: Lane;
  readonly operations: readonly TrustedDocument[];
}

export const graphqlRoute: FastifyPluginAsync<GraphqlOptions> = async (app, { lane, operations }) => {
  // No address may carry the variables of these.
  const personal = new Set<unknown>(operations.filter((each) => each.personal).map(({ hash }) => hash));

  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    // Apollo Server would ask other methods for a header against forgery first.
    async onRequest({ method, url }, reply) {
      if (method !== 'GET' && method !== 'POST') {
        reply.header('allow', 'GET, POST');
        return sendError(reply, requestError('METHOD_NOT_ALLOWED', 'Ask with POST, or with GET.'));
      }
      if (method === 'GET' && personal.has(hashIn(searchOf(url)))) {
        reply.header('allow', 'POST');
        return sendError(reply, requestError('METHOD_NOT_ALLOWED', PERSONAL_BY_GET));
      }
    },
    async handler(request, reply) {
      const body = await lane(request, reply, {
        method: request.method,
        search: searchOf(request.url),
        body: withPersistedQuery(request.body),
      });
      if (isLegacyMistake(reply, request.outcome)) reply.code(200);
      return body;
    },
  });
};

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/** The hash by which a GET names a trusted document. What is malformed, Apollo Server refuses. */
function hashIn(search: string): unknown {
  try {
    const extensions: unknown = JSON.parse(new URLSearchParams(search).get('extensions') ?? '');
    const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined;
    return isRecord(persisted) ? persisted['sha256Hash'] : undefined;
  } catch {
    return undefined;
  }
}

function isLegacyMistake(reply: FastifyReply, outcome: Outcome | null): boolean {
  return (
    // Not the 406 for a client that accepts no JSON.
    reply.statusCode === 400 &&
    String(reply.getHeader('content-type')).startsWith('application/json') &&
    outcome?.hasData === false &&
    REQUEST_MISTAKES.has(outcome.codes[0] ?? '')
  );
}

/**
 * Brings both ways of naming a trusted document, `documentId` and a
 * `persistedQuery` without version, to the one that Apollo Server reads.
 */
function withPersistedQuery(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const { documentId, ...rest } = body;
  const extensions = isRecord(body['extensions']) ? body['extensions'] : {};
  const persisted = extensions['persistedQuery'];
  const sha256Hash =
    typeof documentId === 'string'
      ? documentId.replace(/^sha256:/, '')
      : isRecord(persisted)
        ? persisted['sha256Hash']
        : undefined;
  if (sha256Hash === undefined) return body;
  return { ...rest, extensions: { ...extensions, persistedQuery: { version: 1, sha256Hash } } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
