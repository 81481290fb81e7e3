/**
 * A subgraph in a process of its own: GraphQL over HTTP on mercurius, for the
 * gateway alone. Whatever else comes gets 401 and nothing more, `_service` and
 * addresses that do not exist included.
 */
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { GraphQLError } from 'graphql';
import mercurius from 'mercurius';
import { describeBug, describeCause, extensionsOf } from './describe-error.ts';
import { ERROR_CODES, malformed } from './errors.ts';
import { type ContextKey, createContextVerifier } from './signed-context.ts';
import type { Asker, Subgraph } from './subgraph.ts';
import { isUnreadableValue } from './unreadable-value.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once the signature is verified. */
    asker: Asker | null;
  }
}

export interface SubgraphAppOptions {
  readonly contextKeys: readonly ContextKey[];
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
}

/** What the gateway is told beside the answer: whom was looked at, for its record. */
interface NotedAccesses {
  readonly saw: readonly string[];
  readonly refused: readonly (string | null)[];
}

/** A plan's fetch may carry the representations of a whole portfolio. */
const BODY_BYTES = 4 * 1_024 * 1_024;

/** Builds, and never listens. Serves `POST /graphql`, and `GET /live` without a signature. */
export async function createSubgraphApp(
  subgraph: Subgraph,
  { contextKeys, logger = false }: SubgraphAppOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    logger,
    // The gateway logs requests, each with an id; a fetch of a plan is no event.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    return503OnClosing: false,
  });
  const verify = createContextVerifier(subgraph.name, contextKeys);

  let isReady = true;
  app.decorate('becomeUnready', () => {
    isReady = false;
  });
  // The gateway keeps connections: each is ended with an answer, and not by a reset under the next question.
  app.addHook('onSend', async (_, reply) => {
    if (!isReady) reply.header('connection', 'close');
  });

  app.decorateRequest('asker', null);
  app.addHook('onRequest', async ({ method, url, headers }, reply) => {
    if (method === 'GET' && url === '/live') return;
    if (method !== 'POST' || url !== '/graphql' || headers['signature'] === undefined) await refuse(reply);
  });
  app.removeAllContentTypeParsers();
  // The digest is of the body as it was sent, so it is verified before anything is read from it.
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (request: FastifyRequest, body: string): Promise<unknown> => {
      request.asker = verify(request.headers, body);
      return request.asker ? JSON.parse(body) : undefined;
    },
  );
  app.addHook('preValidation', async ({ method, asker }, reply) => {
    if (method === 'POST' && !asker) await refuse(reply);
  });
  app.setErrorHandler(async (_, __, reply) => refuse(reply));
  app.get('/live', async () => ({ live: true }));

  await app.register(mercurius, {
    schema: subgraph.guardedSchema,
    jit: 1,
    context: ({ asker }) => {
      if (!asker) throw new Error('Nobody asks.');
      const saw = new Set<string>();
      const refused: (string | null)[] = [];
      const accesses = {
        saw: (id: string) => void saw.add(id),
        refused: (id: string | null) => void refused.push(id),
      };
      return Object.assign(subgraph.createContext({ ...asker, accesses }), {
        noted: (): NotedAccesses => ({ saw: [...saw], refused }),
      });
    },
    errorFormatter: ({ data, errors, extensions }) => ({
      statusCode: 200,
      response: {
        data: data ?? null,
        ...(errors && { errors: errors.map((error) => toSubgraphError(error, subgraph.name, app.log)) }),
        ...(extensions && { extensions }),
      },
    }),
  });
  app.graphql.addHook('onResolution', async (execution, context) => {
    const { noted } = context as unknown as { noted(): NotedAccesses };
    execution.extensions = { ...execution.extensions, accesses: noted() };
  });
  return app;
}

async function refuse(reply: { code(status: number): { send(body: object): unknown } }): Promise<void> {
  await reply.code(401).send({
    errors: [{ message: 'Only the gateway may ask.', extensions: { code: 'UNAUTHENTICATED' } }],
  });
}

/** What is no error of ours is a bug, of which nobody outside learns more than that it happened. */
function toSubgraphError(thrown: GraphQLError, source: string, log: FastifyBaseLogger): GraphQLError {
  const error = isUnreadableValue(thrown) ? malformed(source, 'a value') : thrown;
  const extensions = extensionsOf(error);
  const { code } = extensions;
  const isOurs = typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
  if (!isOurs) log.error(describeBug(error), 'bug');
  // The gateway learns the code, and only here is it known why.
  else if (code.startsWith('SOURCE_') || code === 'AUDIT_UNAVAILABLE') {
    log.warn({ code, ...describeCause(error) }, 'source failed');
  }
  return new GraphQLError(isOurs ? error.message : 'Internal error.', {
    ...(thrown.path && { path: thrown.path }),
    extensions: { source, ...(isOurs ? extensions : { code: 'INTERNAL_SERVER_ERROR' }) },
  });
}
