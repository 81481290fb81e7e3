/** A small gateway for the tests of the explorer: the real routes over a real GraphQL endpoint. */
import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/fastify';
import { explorerRoutes } from '../../routes/explorer.ts';

const SCHEMA = buildSchema(`
  type Query { "Whoever uses a number." subscriber(number: String!): Subscriber }
  type Subscriber { number: String! name: String balance: Int }
`);

const SCREEN_POP = `# What the agent needs when the phone rings.
query ScreenPop($number: String!) {
  subscriber(number: $number) {
    number
    name
    balance
  }
}
`;

export const OPERATIONS = [
  {
    name: 'ivr-balance',
    operationName: 'IvrBalance',
    hash: '1'.repeat(64),
    body: 'query IvrBalance($number: String!) {\n  subscriber(number: $number) { balance }\n}\n',
    personal: true,
    variables: { number: 'String!' },
  },
  {
    name: 'screen-pop',
    operationName: 'ScreenPop',
    hash: '2'.repeat(64),
    body: SCREEN_POP,
    personal: true,
    variables: { number: 'String!' },
  },
];

export const ORDINARY = {
  id: 'ordinary',
  serviceNumber: '13800000001',
  zh: '普通客户',
  en: 'Ordinary customer',
};
export const ARREARS = {
  id: 'arrears',
  serviceNumber: '13800000002',
  zh: '欠费停机',
  en: 'Suspended for arrears',
};

/** As many as the operator has, to see how the list looks and scrolls. */
const OTHERS = Array.from({ length: 28 }, (_, index) => ({
  id: `other-${index}`,
  serviceNumber: String(13_800_000_003 + index),
  zh: '使用人与机主不同，两人都有名字',
  en: 'The user is not the holder, and both have a name',
}));

export async function createTestApp(distDir: string): Promise<FastifyInstance> {
  const subscriber = ({ number }: { number: string }) => ({
    number,
    name: `客户${number.slice(-1)}`,
    balance: 1234,
  });
  const app = fastify();
  app.all('/graphql', createHandler({ schema: SCHEMA, rootValue: { subscriber } }));
  await app.register(explorerRoutes, {
    distDir,
    operations: OPERATIONS,
    examples: {
      'ivr-balance': { number: ORDINARY.serviceNumber },
      'screen-pop': { number: ORDINARY.serviceNumber },
    },
    cases: [ORDINARY, ARREARS, ...OTHERS],
    now: '2026-11-20T10:00:00+08:00',
  });
  return app;
}
