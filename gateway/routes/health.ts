/**
 * `/live` says that the process runs, `/ready` that it wants work. The app
 * listens only after every trusted document is planned, so a gateway that
 * answers is warm, and is unready only while it stops.
 */
import fp from 'fastify-plugin';
import { requestError } from '../error-codes.ts';
import { sendError } from '../http-errors.ts';

const STOPPING = 'The gateway is stopping. Send the request again; another one will take it.';

export const health = fp(async (app) => {
  let ready = true;
  let closing = false;
  app.decorate('becomeUnready', () => {
    ready = false;
  });
  app.addHook('preClose', async () => {
    ready = false;
    closing = true;
  });

  app.get('/live', async () => ({ live: true }));
  app.get('/ready', async (_, reply) => reply.code(ready ? 200 : 503).send({ ready }));

  // A connection that is kept alive can bring work after the gateway began to close.
  app.addHook('onRequest', async (request, reply) => {
    if (!closing || ['/live', '/ready'].includes(request.routeOptions.url ?? '')) return;
    return sendError(reply, requestError('SHUTTING_DOWN', STOPPING));
  });

  // Without this, what has begun is answered on a connection that then stays
  // open, idle, and keeps the gateway from stopping.
  app.addHook('onSend', async (_, reply) => {
    if (!ready) reply.header('connection', 'close');
  });
});
