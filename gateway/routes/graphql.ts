/** `/graphql`: GraphQL over HTTP, for any document or the hash of a trusted one. */
import type { FastifyPluginAsync } from 'fastify';
import type { Lane } from '../graphql-lane.ts';
import type { Outcome } from '../request-context.ts';

/** Mistakes in a well-formed request. With `application/json` GraphQL over HTTP wants 200 for them. */
const REQUEST_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

export const graphqlRoute: FastifyPluginAsync<{ lane: Lane }> = async (app, { lane }) => {
  app.route({
    url: '/graphql',
    // Apollo Server answers 405 with `Allow` to all but GET and POST.
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    async handler(request, reply) {
      const body = await lane(request, reply, {
        method: request.method,
        search: searchOf(request.url),
        body: withPersistedQuery(request.body),
      });
      if (isLegacyMistake(reply.getHeader('content-type'), request.outcome)) reply.code(200);
      return body;
    },
  });
};

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function isLegacyMistake(contentType: unknown, outcome: Outcome | null): boolean {
  return (
    String(contentType).startsWith('application/json') &&
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
