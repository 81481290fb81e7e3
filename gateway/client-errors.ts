/** What a client sees of an error, and what the log keeps of a bug. */
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { describeBug, describeCause } from '#kit/describe-error';
import { CLIENT_CODES, type ClientCode, isClientCode } from './error-codes.ts';
import { LIMITS } from './limits.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Apollo Server's `formatError`: lets through message and path of errors that
 * are meant for clients, with code, source and retryable, and masks the rest.
 */
export function toClientError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(error) ?? 'INTERNAL_SERVER_ERROR';
  const { path, locations, extensions } = formatted;
  const source = extensions?.['source'];
  return {
    message: code === 'INTERNAL_SERVER_ERROR' ? 'Internal error.' : messageFor(code, formatted.message),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: {
      code,
      retryable: CLIENT_CODES[code].retryable,
      ...(typeof source === 'string' && { source }),
    },
  };
}

function messageFor(code: ClientCode, message: string): string {
  if (code !== 'TOO_MANY_TOKENS') return message;
  return `A document may have ${LIMITS.tokens} tokens. Split it into several requests.`;
}

/** The code to show, or undefined where the error is a bug. */
function codeOf(error: unknown): ClientCode | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const { code, http } = error.extensions;
  // The parser has no other way to say which of its limits a document passed.
  if (code === 'GRAPHQL_PARSE_FAILED' && /more tha[nt] \d+ tokens/.test(error.message))
    return 'TOO_MANY_TOKENS';
  if (isClientCode(code)) return code;
  // Apollo Server gives some refusals of a malformed request a status and no code.
  return code === undefined && isBadRequest(http) ? 'BAD_REQUEST' : undefined;
}

function isBadRequest(http: unknown): boolean {
  return typeof http === 'object' && http !== null && 'status' in http && http.status === 400;
}

/** Logs bugs and why systems failed, without a word that may come from a customer's record. */
export function bugLog(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { log } }) {
          for (const failure of sourceFailures(errors)) log.warn(failure, 'source failed');
          for (const error of errors) {
            const code = codeOf(error);
            if (code === undefined || code === 'INTERNAL_SERVER_ERROR') log.error(describeBug(error), 'bug');
          }
        },
      };
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      requestContext.contextValue.log.error(describeBug(error), 'bug');
    },
  };
}

/** The first failure of each system: one that is down fails many fields in the same way. */
function sourceFailures(errors: readonly GraphQLError[]): Iterable<object> {
  const bySource = new Map<unknown, object>();
  for (const error of errors) {
    const { code, source } = error.extensions;
    if (!String(code).startsWith('SOURCE_') || bySource.has(source)) continue;
    bySource.set(source, { source, code, ...describeCause(error) });
  }
  return bySource.values();
}
