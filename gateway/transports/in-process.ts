/** Reaches a subgraph that lives in the gateway's own process: a function call, no network. */
import type { GraphQLDataSource } from '@apollo/gateway';
import { execute, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { malformed } from '#kit/errors';
import type { Subgraph } from '#kit/subgraph';
import { createDocumentCache } from './document-cache.ts';

export function createInProcessSource({ name, schema, createContext }: Subgraph): GraphQLDataSource {
  const documentOf = createDocumentCache();
  // All fetches of a client's request share the subgraph's context, so its loaders.
  const contexts = new WeakMap<object, object>();

  function contextFor(request: object): object {
    let context = contexts.get(request);
    if (!context) {
      context = createContext();
      contexts.set(request, context);
    }
    return context;
  }

  return {
    async process({ request: { query = '', variables, operationName }, context }) {
      const { data, errors } = await execute({
        schema,
        document: documentOf(query),
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        contextValue: contextFor(context),
      });
      return {
        ...(data !== undefined && { data }),
        // Real errors, not their JSON: the log follows them to their cause.
        ...(errors && { errors: errors.map((error) => withSource(error, name)) as GraphQLFormattedError[] }),
      };
    },
  };
}

/**
 * Whether graphql-js refused what a resolver returned for an enum or a scalar
 * of its own. It has no code for that: the words, and that it names no place in
 * the document as it does for arguments, tell.
 */
function isUnreadableValue({ originalError: cause }: GraphQLError): boolean {
  return (
    cause instanceof GraphQLError &&
    cause.nodes === undefined &&
    cause.extensions['code'] === undefined &&
    /^(Enum "\w+"|Int|Float|String|Boolean|ID) cannot represent /.test(cause.message)
  );
}

/** A resolver's error, naming the system that it comes from. */
function withSource(error: GraphQLError, source: string): GraphQLError {
  if (isUnreadableValue(error)) {
    const { message, extensions } = malformed(source, 'a value');
    return new GraphQLError(message, { path: error.path, originalError: error, extensions });
  }
  return new GraphQLError(error.message, {
    path: error.path,
    originalError: error,
    extensions: { source, ...error.extensions },
  });
}
