/** Errors of the HTTP request itself, in the same form as those of the graph. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { describeBug } from '#kit/describe-error';
import { toClientError } from './client-errors.ts';
import { REQUEST_CODES, requestError } from './error-codes.ts';
import { LIMITS } from './limits.ts';

export function answerErrorsInGraphqlForm(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal) return sendError(reply, refusal);
    request.log.error(describeBug(error), 'bug');
    return sendError(reply, requestError('INTERNAL_SERVER_ERROR', 'Internal error.'));
  });

  app.setNotFoundHandler((_, reply) =>
    sendError(reply, requestError('NOT_FOUND', 'There is nothing at this address.')),
  );
}

/** Sends one typed error with the HTTP status of its code. */
export function sendError(reply: FastifyReply, error: GraphQLError): FastifyReply {
  const code = error.extensions['code'] as keyof typeof REQUEST_CODES;
  return reply.code(REQUEST_CODES[code].status).send({ errors: [toClientError(error.toJSON(), error)] });
}

/** What we or fastify refused; the latter in our words, for its messages can quote the request. */
function toRefusal(error: unknown): GraphQLError | undefined {
  if (error instanceof GraphQLError) return error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return requestError(
      'BODY_TOO_LARGE',
      `A request body may have ${LIMITS.bodyBytes / 1_024} KB. Send less at once.`,
    );
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return requestError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as `content-type: application/json`.');
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return requestError('BAD_REQUEST', 'The request body is not valid JSON, or the request is malformed.');
  }
  return undefined;
}
