/** What a team would write by hand for two screens instead of a graph: fastify and prepared statements. */
import fastify, { type FastifyInstance } from 'fastify';
import type { PortfolioRequest } from './vip-portfolio.ts';

const SCREEN_POP = {
  type: 'object',
  required: ['number'],
  properties: { number: { type: 'string' } },
} as const;

const VIP_PORTFOLIO = {
  type: 'object',
  required: ['staffId'],
  properties: {
    staffId: { type: 'string' },
    first: { type: 'integer' },
    after: { type: 'string', nullable: true },
  },
} as const;

/** What a database answers; `sqlite/` reads at once, `mariadb/` over connections. */
export interface Screens {
  /** @param number As it was dialled. @throws BAD_USER_INPUT where it is none. */
  screenPop(number: string): object | Promise<object>;
  /** @throws BAD_USER_INPUT where the page's length or cursor is none of ours. */
  vipPortfolio(request: PortfolioRequest): object | Promise<object>;
  close(): Promise<void>;
}

/** Closes the screens when it is closed. */
export async function createHandWritten(screens: Screens): Promise<FastifyInstance> {
  const app = fastify({ logger: false });
  app.setErrorHandler((error: Error, _, reply) =>
    isBadInput(error) ? reply.code(400).send({ errors: [{ message: error.message }] }) : reply.send(error),
  );
  app.addHook('onClose', async () => {
    await screens.close();
  });
  app.post<{ Body: { readonly number: string } }>(
    '/screen-pop',
    { schema: { body: SCREEN_POP } },
    async ({ body }) => ({ data: await screens.screenPop(body.number) }),
  );
  app.post<{ Body: PortfolioRequest }>(
    '/vip-portfolio',
    { schema: { body: VIP_PORTFOLIO } },
    async ({ body }) => ({ data: await screens.vipPortfolio(body) }),
  );
  await app.ready();
  return app;
}

/** As the shared rules for numbers and pages refuse what they cannot read. */
function isBadInput(error: Error & { readonly extensions?: { readonly code?: unknown } }): boolean {
  return error.extensions?.code === 'BAD_USER_INPUT';
}
