/** What a team would write by hand for two screens instead of a graph: fastify and prepared statements. */
import fastify, { type FastifyInstance } from 'fastify';
import { readWorld } from '../../mocks/world/read-world.ts';
import { createScreenPop } from './screen-pop.ts';
import { prepareStatements } from './statements.ts';
import { openSystems } from './systems.ts';
import { createVipPortfolio, type PortfolioRequest } from './vip-portfolio.ts';

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

/** @param dataDir Folder that the made-up operator was seeded into. */
export async function createHandWritten(dataDir: string): Promise<FastifyInstance> {
  const { now } = readWorld(dataDir);
  // The operator stands still at the moment it was made for, as it does in the product.
  const clock = (): Date => new Date(now);
  const systems = openSystems(dataDir);
  const statements = prepareStatements(systems);
  // In one transaction a request sees one state of each file, and locks it once.
  const screenPop = systems.transaction(createScreenPop(statements, clock));
  const vipPortfolio = systems.transaction(createVipPortfolio(statements, clock));

  const app = fastify({ logger: false });
  app.setErrorHandler((error: Error, _, reply) =>
    isBadInput(error) ? reply.code(400).send({ errors: [{ message: error.message }] }) : reply.send(error),
  );
  app.addHook('onClose', async () => {
    systems.close();
  });
  app.post<{ Body: { readonly number: string } }>(
    '/screen-pop',
    { schema: { body: SCREEN_POP } },
    async ({ body }) => ({ data: screenPop(body.number) }),
  );
  app.post<{ Body: PortfolioRequest }>(
    '/vip-portfolio',
    { schema: { body: VIP_PORTFOLIO } },
    async ({ body }) => ({ data: vipPortfolio(body) }),
  );
  await app.ready();
  return app;
}

/** As the shared rules for numbers and pages refuse what they cannot read. */
function isBadInput(error: Error & { readonly extensions?: { readonly code?: unknown } }): boolean {
  return error.extensions?.code === 'BAD_USER_INPUT';
}
