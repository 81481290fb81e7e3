/**
 * Every error this graph returns on purpose.
 *
 * The code is the contract: clients branch on `extensions.code`, never on the
 * message. An error that is not in this table is a bug; the gateway masks it.
 */
import { GraphQLError } from 'graphql';

export const ERROR_CODES = {
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
  /** System that failed: `crm`, `billing`, `analytics` or `contacts`. */
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
