/**
 * One line for each request. By construction it holds no personal data: the
 * route and not the address, the name of a trusted document and not a client's
 * words, and neither headers nor variables.
 */
import fp from 'fastify-plugin';

export const requestLog = fp(async (app) => {
  app.decorateRequest('outcome', null);

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-correlation-id', request.id);
  });

  app.addHook('onResponse', async (request, reply) => {
    const { outcome } = request;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        ...(outcome && { operation: outcome.operation ?? 'ad hoc' }),
        ...(outcome?.codes.length && { codes: [...new Set(outcome.codes)] }),
      },
      'request',
    );
  });
});
