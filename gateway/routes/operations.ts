/**
 * `/operations`: trusted documents by name, for systems without a GraphQL
 * client. The variables are the JSON body; the answer is that of `/graphql`.
 */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { TrustedDocument } from '../../schema/tools/trusted-documents.ts';
import { requestError } from '../error-codes.ts';
import type { Lane } from '../graphql-lane.ts';
import { sendError } from '../http-errors.ts';
import { toVariables } from '../query-variables.ts';

interface OperationsOptions {
  readonly lane: Lane;
  readonly operations: readonly TrustedDocument[];
}

interface ByName {
  readonly Params: { readonly name: string };
}

export const operationsRoutes: FastifyPluginAsync<OperationsOptions> = async (app, { lane, operations }) => {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const listed = operations.map((operation) => ({
    name: operation.name,
    description: descriptionIn(operation.body),
    methods: methodsOf(operation),
    variables: operation.variables,
    hash: operation.hash,
  }));

  app.get('/operations', async () => ({ operations: listed }));

  app.route<ByName>({
    url: '/operations/:name',
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    // Found before the body is parsed, so that a wrong name is what is reported.
    async onRequest({ params, method }, reply) {
      const operation = byName.get(params.name);
      if (!operation) return sendError(reply, requestError('NOT_FOUND', notFound([...byName.keys()])));
      const allowed = methodsOf(operation);
      if (allowed.includes(method === 'HEAD' ? 'GET' : method)) return;
      reply.header('allow', allowed.join(', '));
      const why =
        method === 'GET' || method === 'HEAD'
          ? personalByGet(operation)
          : `Ask with ${allowed.join(' or ')}.`;
      return sendError(reply, requestError('METHOD_NOT_ALLOWED', why));
    },
    async handler(request, reply) {
      const operation = byName.get(request.params.name) as TrustedDocument;
      const variables = variablesOf(request, operation);
      const unknown = Object.keys(variables).find((name) => !Object.hasOwn(operation.variables, name));
      if (unknown !== undefined) {
        return sendError(reply, requestError('BAD_REQUEST', unknownVariable(unknown, operation)));
      }
      return lane(request, reply, {
        method: 'POST',
        search: '',
        // A document that only reads is safe without the header that keeps forms out of `/graphql`.
        headers: { 'content-type': 'application/json' },
        body: {
          operationName: operation.operationName,
          variables,
          extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
        },
      });
    },
  });
};

function methodsOf({ personal }: TrustedDocument): string[] {
  return personal ? ['POST'] : ['GET', 'POST'];
}

function variablesOf(
  { method, body, query }: FastifyRequest,
  { variables }: TrustedDocument,
): Record<string, unknown> {
  if (method !== 'POST') return toVariables(query as Record<string, string | string[]>, variables);
  if (body === undefined || body === null) return {};
  if (typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>;
  throw requestError('BAD_REQUEST', 'The body must be a JSON object with the variables of the operation.');
}

/** The comment at the top of the file, without directives for tools. */
function descriptionIn(body: string): string {
  const lines = body.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, ''))
    .filter((line) => !line.startsWith('personal-data:'))
    .join(' ')
    .trim();
}

function notFound(names: readonly string[]): string {
  return `There is no such operation. There are: ${names.join(', ')}.`;
}

function personalByGet({ name }: TrustedDocument): string {
  return (
    `${name} takes personal data, which does not belong in an address that is logged and cached on its way. ` +
    'Send the variables as the JSON body of a POST.'
  );
}

/** The name is shown where it is one: what was sent instead of a name may be a value, and personal. */
function unknownVariable(name: string, operation: TrustedDocument): string {
  const known = Object.entries(operation.variables).map(([variable, type]) => `${variable}: ${type}`);
  const shown = /^[A-Za-z_]{1,40}$/.test(name) ? `"${name}"` : 'of a name that was sent';
  return `${operation.name} has no variable ${shown}. It takes: ${known.join(', ') || 'none'}.`;
}
