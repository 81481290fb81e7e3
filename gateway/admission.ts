/**
 * Decides whether a parsed document may run, and lets large ones take turns. Apollo Server's own validation is
 * off: it would report up to a hundred mistakes, and come before our limits.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  specifiedRules,
  validate,
} from 'graphql';
import { COST_LIMIT, createCosts, tooCostly } from './cost.ts';
import type { Documents } from './documents.ts';
import { requestError } from './error-codes.ts';
import { findExceededLimit } from './limits.ts';
import type { RequestContext } from './request-context.ts';
import { createTurns, LARGE } from './turns.ts';

export function admission(documents: Documents): ApolloServerPlugin<RequestContext> {
  const costOf = createCosts();
  const takeTurn = createTurns();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, queryHash, document, operation, request, contextValue }) {
          if (!documents.trusted.has(queryHash)) requireExplorer(contextValue);
          if (!documents.isAccepted(queryHash, schema)) {
            const refusal = findExceededLimit(document) ?? findMistake(schema, document);
            if (refusal) throw refusal;
            documents.keep(queryHash, document, schema);
          }
          requireRunnable(schema, operation, request.operationName);
          // Each time, and of trusted documents too: variables decide the size of pages.
          const cost = costOf(schema, document, operation, request.variables ?? {});
          if (cost > COST_LIMIT) throw tooCostly(cost);
          if (cost >= LARGE) contextValue.outcome.endTurn = await takeTurn();
        },
      };
    },
  };
}

/** Staff and channels run the trusted documents; to ask anything else is a right of its own. */
function requireExplorer({ asker }: RequestContext): void {
  if (asker.viewer.grants.scopes.has('explore')) return;
  throw requestError(
    'FORBIDDEN',
    'Your role may run trusted documents only: send the hash of one, or a token with the scope `explore`.',
  );
}

/** The first mistake only: a document with a thousand would cost and leak a thousand. */
function findMistake(schema: GraphQLSchema, document: DocumentNode): GraphQLError | undefined {
  const [mistake] = validate(schema, document, specifiedRules, { maxErrors: 1 });
  return mistake && requestError('GRAPHQL_VALIDATION_FAILED', messageOf(mistake), mistake);
}

/** graphql-js gives up, with these words, on a document that asks for one field too many times over. */
function messageOf({ message }: GraphQLError): string {
  return message === 'Validation aborted.'
    ? 'The document repeats fields too often to be checked. Ask for each field once.'
    : message;
}

function requireRunnable(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  name: string | undefined,
): asserts operation is OperationDefinitionNode {
  if (!operation) {
    throw requestError(
      'OPERATION_RESOLUTION_FAILURE',
      name === undefined
        ? 'The document has several operations, or none. Name one in `operationName`.'
        : `The document has no operation named "${name}".`,
    );
  }
  if (!schema.getRootType(operation.operation)) {
    throw requestError(
      'OPERATION_RESOLUTION_FAILURE',
      `This graph has no ${operation.operation} operations.`,
    );
  }
}
