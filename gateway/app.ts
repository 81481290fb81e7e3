/** Builds the gateway and never listens: `main.ts` does, tests inject. */
import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Grants } from '#kit/access/grants';
import type { SignContext } from '#kit/signed-context';
import type { Subgraph } from '#kit/subgraph';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import type { Access } from './access/access.ts';
import type { HashAddress } from './access/address-hash.ts';
import { requireViewer } from './access/require-viewer.ts';
import { admission } from './admission.ts';
import { bugLog, toClientError } from './client-errors.ts';
import { createDocuments, type Documents } from './documents.ts';
import { requestError } from './error-codes.ts';
import {
  createGateway as createEngineGateway,
  type Gateway,
  type GatewayInterface,
  type GatewayParts,
} from './executor.ts';
import { createLane } from './graphql-lane.ts';
import { answerErrorsInGraphqlForm, sendError } from './http-errors.ts';
import { LIMITS } from './limits.ts';
import { pace } from './pace.ts';
import type { Recorder } from './recorder.ts';
import { outcomes, type RequestContext } from './request-context.ts';
import { requestLog } from './request-log.ts';
import { graphqlRoute } from './routes/graphql.ts';
import { health } from './routes/health.ts';
import { operationsRoutes } from './routes/operations.ts';
import { securityHeaders } from './security-headers.ts';
import { connectTo } from './transports/connect.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Puts another supergraph in use. @throws Error when it can't be used; then nothing has changed. */
    reloadSupergraph: Gateway['reload'];
  }
}

export interface AppOptions {
  readonly supergraphSdl: string;
  /** Those in this process. The supergraph's others are asked over HTTP, where it says. */
  readonly subgraphs: readonly Subgraph[];
  readonly operations: readonly TrustedDocument[];
  readonly access: Access;
  readonly recorder: Recorder;
  /** Of the roles: trusted documents are compiled for each of them at start. */
  readonly grantSets?: readonly Grants[];
  /** Proves to subgraphs of other processes who asks. */
  readonly signContext?: SignContext;
  readonly hashAddress: HashAddress;
  /** Proxies that say whom a request comes from. */
  readonly trustedProxies?: string;
  /** Pages for people, under a content policy of their own. */
  readonly pages?: FastifyPluginAsync;
  /** Certificate and key, PEM: then it speaks https. */
  readonly tls?: { readonly cert: Uint8Array; readonly key: Uint8Array };
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
  /** What plans and executes; tests watch it, and engines are compared through it. */
  readonly createGateway?: (parts: GatewayParts) => Gateway;
}

/**
 * Once this resolves, every trusted document is parsed, validated and planned.
 *
 * @throws Error when the supergraph or a trusted document does not work.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { supergraphSdl, subgraphs, operations, createGateway = createEngineGateway } = options;
  const { access, recorder, hashAddress, grantSets = [] } = options;
  const documents = createDocuments(operations);
  const gateway = createGateway({
    supergraphSdl,
    connect: connectTo(subgraphs, options.signContext),
    trusted: documents.trusted,
    grantSets,
  });
  const apollo = createApollo(gateway, documents, operations);
  await apollo.start();

  // As an object: with `https` in sight, fastify's types would tell two kinds of app apart.
  const transport: object = options.tls ? { https: options.tls } : {};
  const app = fastify({
    ...transport,
    logger: options.logger ?? false,
    // `requestLog` writes what may be written.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies ?? false,
    bodyLimit: LIMITS.bodyBytes,
    // Nobody may hold a connection with half a request.
    requestTimeout: 10_000,
    // The typed refusal of `health` takes its place.
    return503OnClosing: false,
    frameworkErrors: (_, __, reply) => {
      void sendError(reply, requestError('BAD_REQUEST', 'The address is malformed.'));
    },
  });
  app.addHook('onClose', () => apollo.stop());
  app.decorate('reloadSupergraph', gateway.reload);

  readJsonBodiesOnly(app);
  answerErrorsInGraphqlForm(app);
  await app.register(requestLog);
  await app.register(securityHeaders);

  const lane = createLane({ apollo, recorder, hashAddress });
  await app.register(health);
  await app.register(async (graph) => {
    await graph.register(requireViewer, { access });
    await graph.register(graphqlRoute, { lane, operations });
    await graph.register(operationsRoutes, { lane, operations });
  });
  if (options.pages) await app.register(options.pages);
  return app;
}

function createApollo(
  gateway: GatewayInterface,
  documents: Documents,
  operations: readonly TrustedDocument[],
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    // Every option that follows the environment is set, so that none does.
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    // `admission` validates, after the limits and up to the first mistake.
    dangerouslyDisableValidation: true,
    documentStore: documents.store,
    persistedQueries: documents.persistedQueries,
    formatError: toClientError,
    // Its messages can quote a request; `bugLog` says what they would, without.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      admission(documents),
      bugLog(),
      pace(operations),
      outcomes(new Map(operations.map(({ hash, name }) => [hash, name]))),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** An empty body is no body: operations without variables need none, and `/graphql` says what it misses. */
function readJsonBodiesOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parseJson(request, body as string, done);
  });
}
