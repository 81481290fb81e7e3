/** `@apollo/gateway`'s planner and executor over subgraphs in this process: a peer to compare with. */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import { execute, type GraphQLSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { withoutAccess } from '../without-access.ts';
import type { Execute, ExecutionError } from './oracle.ts';

type Request = Parameters<typeof executeQueryPlan>[2];
type Logger = Request['logger'];

/** @param createContext Called once for each request and subgraph that it reaches. */
export function createStockExecute(
  supergraphSdl: string,
  schemasByName: Readonly<Record<string, GraphQLSchema>>,
  createContext: (subgraph: string) => object = () => ({}),
): Execute {
  const supergraph = Supergraph.build(withoutAccess(supergraphSdl));
  const internalApiSchema = supergraph.apiSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const schema = internalApiSchema.toGraphQLJSSchema();
  const planner = new QueryPlanner(supergraph);
  const sources = Object.fromEntries(
    Object.entries(schemasByName).map(([name, subgraph]) => [name, createSource(name, subgraph)]),
  );

  return async (document, variables) => {
    const { errors, coerced } = getVariableValues(
      schema,
      getOperationAST(document)?.variableDefinitions ?? [],
      variables,
    );
    if (errors) return { errors };
    const plan = planner.buildQueryPlan(operationFromDocument(internalApiSchema, document));
    const request = {
      request: { variables: coerced },
      context: {},
      metrics: {},
      logger: silent,
    } as unknown as Request;
    const operation = buildOperationContext({ schema, operationDocument: document });
    const {
      data,
      errors: failures,
      extensions,
    } = await executeQueryPlan(plan, sources, request, operation, supergraphSchema, internalApiSchema);
    // It nulls what may not be null, and says so here only.
    const nulled = extensions?.['valueCompletion'] as readonly ExecutionError[] | undefined;
    return { data, errors: failures ?? nulled };
  };

  function createSource(name: string, schema: GraphQLSchema): GraphQLDataSource {
    const contexts = new WeakMap<object, object>();
    return {
      async process({ request: { query = '', variables }, context }) {
        const contextValue = contexts.get(context) ?? createContext(name);
        contexts.set(context, contextValue);
        const { data, errors } = await execute({
          schema,
          document: parse(query),
          variableValues: variables ?? {},
          contextValue,
        });
        return {
          ...(data !== undefined && { data: structuredClone(data) }),
          ...(errors && { errors: errors.map((error) => error.toJSON()) }),
        };
      },
    };
  }
}

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };
