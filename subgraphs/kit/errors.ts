/**
 * Every error this graph returns on purpose.
 *
 * The code is the contract: clients branch on `extensions.code`, never on the
 * message. An error that is not in this table is a bug; the gateway masks it.
 */
import { GraphQLError } from 'graphql';

export const ERROR_CODES = {
  UNAUTHENTICATED: {
    retryable: false,
    meaning: 'There is no valid token, or its rights were taken back: sign in again.',
  },
  FORBIDDEN: {
    retryable: false,
    meaning: 'Your role does not include the field, or the customer is not yours to see (or does not exist).',
  },
  NEEDS_PURPOSE: {
    retryable: false,
    meaning: 'Say what it is needed for, in the header `panorama-purpose`.',
  },
  NEEDS_AUTHENTICATION: {
    retryable: false,
    meaning: 'The customer must be authenticated first; send the receipt as `panorama-authentication`.',
  },
  LIMIT_REACHED: { retryable: false, meaning: 'Too many of these within a time; the message says which.' },
  AUDIT_UNAVAILABLE: {
    retryable: true,
    meaning: 'Who looks cannot be recorded at the moment, and this is not shown unrecorded.',
  },
  BAD_USER_INPUT: {
    retryable: false,
    meaning: 'An argument is malformed or out of range; the message says what to change.',
  },
  SOURCE_UNAVAILABLE: { retryable: true, meaning: 'The system behind this field refused or failed.' },
  SOURCE_TIMEOUT: { retryable: true, meaning: 'The system behind this field was too slow.' },
  SOURCE_MALFORMED: { retryable: false, meaning: 'The system behind this field sent what we cannot read.' },
  SOURCE_TOO_LARGE: {
    retryable: false,
    meaning: 'The system behind this field sent more than we accept.',
  },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

interface ErrorDetail {
  /** System that failed: `crm`, `billing`, `analytics`, `contacts` or `boss`. */
  readonly source?: string;
  /** Logged, never sent to the client. */
  readonly cause?: unknown;
}

export function appError(
  code: ErrorCode,
  message: string,
  { source, cause }: ErrorDetail = {},
): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, retryable: ERROR_CODES[code].retryable, ...(source !== undefined && { source }) },
    originalError: cause instanceof Error ? cause : null,
  });
}

/** What a system is that gives no answer; never its address, or what it said. */
export function unreachable(source: string, cause?: unknown): GraphQLError {
  return appError('SOURCE_UNAVAILABLE', `The ${source} system is not reachable.`, { source, cause });
}

/**
 * What a system sent and we cannot read.
 *
 * @param what Names the thing, never its content, which may be personal.
 */
export function malformed(source: string, what: string, cause?: unknown): GraphQLError {
  return appError('SOURCE_MALFORMED', `The ${source} system sent ${what} that cannot be read.`, {
    source,
    cause,
  });
}
