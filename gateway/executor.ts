/**
 * The seam between Apollo Server and what answers a query. Everything that is
 * `@apollo/gateway` is in this file and in `transports/`.
 *
 * It runs `@apollo/gateway`'s planner and executor without its `ApolloGateway`
 * class, whose constructor starts an exporter that reports to a foreign host,
 * and which cannot plan an operation before a client asks for it.
 */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { type DocumentNode, GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Subgraph } from '#kit/subgraph';
import { findMisplacedNull } from './null-variables.ts';
import { adoptScalars } from './scalars.ts';
import { createInProcessSource } from './transports/in-process.ts';

export type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type LoadResult = Awaited<ReturnType<GatewayInterface['load']>>;
type Executor = NonNullable<LoadResult['executor']>;
type Execution = Awaited<ReturnType<Executor>>;

export interface GatewayParts {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly Subgraph[];
  /** Planned when the gateway loads, and never forgotten. By SHA-256 of their text. */
  readonly trusted: ReadonlyMap<string, DocumentNode>;
}

/** Bounds the memory of plans that are not trusted, in characters of their documents. */
const PLANNED_CHARACTERS = 400_000;

/** @throws Error when the supergraph, or a trusted document on it, cannot be planned. */
export function createGateway({ supergraphSdl, subgraphs, trusted }: GatewayParts): GatewayInterface {
  const supergraph = Supergraph.build(supergraphSdl);
  const internalApiSchema = supergraph.apiSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const schema = internalApiSchema.toGraphQLJSSchema();
  adoptScalars(schema);

  const planner = new QueryPlanner(supergraph);
  const trustedPlans = new Map<string, QueryPlan>();
  const recentPlans = new LRUCache<string, QueryPlan>({ maxSize: PLANNED_CHARACTERS });
  const sources: ServiceMap = Object.fromEntries(
    subgraphs.map((subgraph) => [subgraph.name, createInProcessSource(subgraph)]),
  );

  const plan = (document: DocumentNode, operationName: string | undefined): QueryPlan =>
    planner.buildQueryPlan(
      operationFromDocument(
        internalApiSchema,
        document,
        operationName === undefined ? {} : { operationName },
      ),
    );

  const planOnce: (request: Parameters<Executor>[0]) => QueryPlan = ({
    queryHash,
    document,
    operation,
    source,
  }) => {
    const name = operation.name?.value;
    const key = planKey(queryHash, name);
    const known = trustedPlans.get(key) ?? recentPlans.get(key);
    if (known) return known;
    const planned = plan(document, name);
    recentPlans.set(key, planned, { size: source.length });
    return planned;
  };

  const executor: Executor = async (request) => {
    const { errors, coerced = {} } = getVariableValues(
      schema,
      request.operation.variableDefinitions ?? [],
      request.request.variables ?? {},
      { maxErrors: 1 },
    );
    if (errors) return { errors: errors.slice(0, 1) };
    const misplaced = findMisplacedNull(schema, request.document, request.operation, coerced);
    if (misplaced) return { errors: [misplaced] };

    const operation = buildOperationContext({
      schema,
      operationDocument: request.document,
      ...(request.request.operationName && { operationName: request.request.operationName }),
    });
    return withCompletionErrors(
      await executeQueryPlan(
        planOnce(request),
        sources,
        request,
        operation,
        supergraphSchema,
        internalApiSchema,
      ),
    );
  };

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: supergraphSdl });
      return () => {};
    },
    async load() {
      for (const [hash, document] of trusted) {
        const name = getOperationAST(document)?.name?.value;
        trustedPlans.set(planKey(hash, name), plan(document, name));
      }
      return { executor };
    },
    async stop() {},
  };
}

function planKey(hash: string, operationName: string | undefined): string {
  return `${hash}:${operationName ?? ''}`;
}

/**
 * Where a subgraph answers null for a field that may not be null and gives no
 * reason, `@apollo/gateway` nulls the parent and says so in `extensions`, where
 * no client looks. Null must come with an error.
 */
function withCompletionErrors({ extensions, ...result }: Execution): Execution {
  const nulled: unknown = extensions?.['valueCompletion'];
  if (!Array.isArray(nulled)) return result;
  return {
    ...result,
    errors: nulled.map(
      ({ path }: GraphQLError) =>
        new GraphQLError('The system behind this field left out a value that must be there.', {
          path,
          extensions: { code: 'SOURCE_MALFORMED' },
        }),
    ),
  };
}
