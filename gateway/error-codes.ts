/**
 * Every code a client can meet. A subgraph's own errors come from the kit's
 * table; the gateway adds those of the request itself. An error with any other
 * code is a bug and reaches the client as INTERNAL_SERVER_ERROR.
 */

import { GraphQLError } from 'graphql';
import { ERROR_CODES } from '#kit/errors';

interface CodeEntry {
  /** HTTP status where no part of the operation ran. */
  readonly status: number;
  readonly retryable: boolean;
  readonly meaning: string;
}

export const REQUEST_CODES = {
  BAD_REQUEST: { status: 400, retryable: false, meaning: 'The HTTP request is not a GraphQL request.' },
  GRAPHQL_PARSE_FAILED: { status: 400, retryable: false, meaning: 'The document is not GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    retryable: false,
    meaning: 'The document does not fit the graph; the first mistake is reported.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    retryable: false,
    meaning: 'The document does not say which operation to run, or the graph has none of that kind.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    retryable: false,
    meaning: 'No trusted document has this hash. New ones are not registered at run time.',
  },
  BODY_TOO_LARGE: { status: 413, retryable: false, meaning: 'The request body is over the limit.' },
  TOO_MANY_TOKENS: { status: 400, retryable: false, meaning: 'The document is too long.' },
  TOO_DEEP: { status: 400, retryable: false, meaning: 'The document nests too deep.' },
  TOO_MANY_ALIASES: { status: 400, retryable: false, meaning: 'The document has too many aliases.' },
  TOO_MANY_ROOT_FIELDS: { status: 400, retryable: false, meaning: 'The document asks too much at once.' },
  TOO_MANY_FIELDS: {
    status: 400,
    retryable: false,
    meaning: 'The document, its fragments written out, has too many fields.',
  },
  TOO_COSTLY: {
    status: 400,
    retryable: false,
    meaning: 'The operation could return too much: pages within pages multiply.',
  },
  PLANNING_TIMEOUT: {
    status: 400,
    retryable: false,
    meaning: 'The operation takes too long to plan; ask for less at once.',
  },
  IDENTITY_PROVIDER_UNAVAILABLE: {
    status: 503,
    retryable: true,
    meaning: 'The identity provider has not given its keys yet, so no token can be checked.',
  },
  // Also codes of fields, where the rest is answered. Of a whole request they have a status.
  UNAUTHENTICATED: { status: 401, ...ERROR_CODES.UNAUTHENTICATED },
  FORBIDDEN: { status: 403, ...ERROR_CODES.FORBIDDEN },
  LIMIT_REACHED: { status: 429, ...ERROR_CODES.LIMIT_REACHED },
  AUDIT_UNAVAILABLE: { status: 503, ...ERROR_CODES.AUDIT_UNAVAILABLE },
  NOT_FOUND: { status: 404, retryable: false, meaning: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false, meaning: 'The address does not answer this method.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false, meaning: 'The request body is not JSON.' },
  SHUTTING_DOWN: { status: 503, retryable: true, meaning: 'The gateway is stopping; ask another one.' },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    retryable: false,
    meaning: 'A fault of ours; the log has it under the correlation id of the answer.',
  },
} as const satisfies Record<string, CodeEntry>;

type RequestCode = keyof typeof REQUEST_CODES;
export type ClientCode = RequestCode | keyof typeof ERROR_CODES;

export const CLIENT_CODES: Readonly<Record<ClientCode, Pick<CodeEntry, 'retryable' | 'meaning'>>> = {
  ...ERROR_CODES,
  ...REQUEST_CODES,
};

export function isClientCode(code: unknown): code is ClientCode {
  return typeof code === 'string' && Object.hasOwn(CLIENT_CODES, code);
}

/** Refuses a request. Apollo Server takes the HTTP status from `extensions.http`. */
export function requestError(code: RequestCode, message: string, cause?: GraphQLError): GraphQLError {
  const { status, retryable } = REQUEST_CODES[code];
  return new GraphQLError(message, {
    ...(cause?.nodes && { nodes: cause.nodes }),
    extensions: { code, retryable, http: { status } },
  });
}
