/** The demonstration's keypad: seals what is keyed in, for who tries the graph out. */
import type { FastifyPluginAsync } from 'fastify';
import type { Collector } from './collector.ts';

export function collectorRoutes(collector: Collector): FastifyPluginAsync {
  return async (app) => {
    app.post<{ Body: { password?: unknown } | undefined }>('/collector/blocks', async ({ body }, reply) => {
      const password = body?.password;
      if (typeof password !== 'string' || !/^\d{6}$/.test(password)) {
        return reply.code(400).type('text/plain; charset=utf-8').send('password must be six digits.\n');
      }
      return reply.type('text/plain; charset=utf-8').send(await collector.seal(password));
    });
  };
}
