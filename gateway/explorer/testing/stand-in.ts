/** A small gateway and identity provider of fixed people, to try the explorer's tokens and headers on. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { explorerRoutes } from '../../routes/explorer.ts';
import { FIRST_OPERATION, type NamedCase, type Persona } from '../explorer-config.ts';

export interface StandIn {
  readonly origin: string;
  /** Headers of each query that was answered; the question for the schema does not count. */
  readonly asked: readonly Headers[];
  /** How many tokens each person got. */
  readonly issued: Readonly<Record<string, number>>;
  /** Takes back all tokens given so far. */
  revoke(): void;
  /** From now on nobody is let in, whatever the token. */
  letNobodyIn(): void;
  close(): Promise<void>;
}

interface StandInOptions {
  readonly distDir: string;
  /** False: as in production, without a demo identity provider. */
  readonly personas?: boolean;
  readonly tokenSeconds?: number;
}

export const STAND_IN_NAME = '黄晨宇';
export const PASTED_TOKEN = 'pasted.by.hand';

const SCHEMA = buildSchema(`
  type Query { customer(customerId: ID!): Customer }
  type Customer { customerId: ID! name: String vipGrade: String }
`);

const PEOPLE: readonly Persona[] = [
  {
    id: 'auditor',
    role: 'AUDITOR',
    zh: '审计员 苏静',
    en: 'Su Jing, auditor',
    sees: { zh: '审计记录与统计，看不到客户', en: 'The audit trail and statistics, no customer' },
  },
  {
    id: 'hotline-agent',
    role: 'HOTLINE_AGENT',
    zh: '话务员 林小雨',
    en: 'Lin Xiaoyu, hotline agent',
    sees: { zh: '四川、重庆的所有客户', en: 'Every customer of Sichuan and Chongqing' },
  },
];

const CUSTOMER_CARD = {
  name: FIRST_OPERATION,
  operationName: 'CustomerCard',
  hash: '0'.repeat(64),
  body: 'query CustomerCard($customerId: ID!) {\n  customer(customerId: $customerId) { customerId name vipGrade }\n}',
  personal: true,
  variables: { customerId: 'ID!' },
};

const DIAMOND: NamedCase = {
  id: 'diamond',
  serviceNumber: '13800000002',
  customerId: '1',
  subscriberId: '2',
  zh: '钻石卡客户',
  en: 'A diamond VIP',
};

export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  const { distDir, personas = true, tokenSeconds = 900 } = options;
  const app = fastify();
  const holders = new Map(personas ? [] : [[PASTED_TOKEN, 'hotline-agent']]);
  const asked: Headers[] = [];
  const issued: Record<string, number> = {};
  let isOpen = true;

  app.get('/demo/personas', async () => PEOPLE);
  app.post<{ Params: { id: string } }>('/demo/personas/:id/token', async ({ params: { id } }, reply) => {
    const token = madeUpToken(tokenSeconds);
    holders.set(token, id);
    issued[id] = (issued[id] ?? 0) + 1;
    return reply.type('text/plain; charset=utf-8').send(token);
  });
  app.post<{ Body: { query: string; variables?: Record<string, unknown> } }>(
    '/graphql',
    async ({ headers, body: { query, variables } }, reply) => {
      const person = holders.get(headers.authorization?.replace('Bearer ', '') ?? '');
      if (!person || !isOpen) return reply.code(401).send({ errors: [UNAUTHENTICATED] });
      if (!query.includes('__schema')) asked.push(new Headers(headers as Record<string, string>));
      const rootValue = { customer: ({ customerId }: { customerId: string }) => cardOf(customerId, person) };
      return graphql({ schema: SCHEMA, source: query, rootValue, variableValues: variables });
    },
  );
  await app.register((pages) =>
    explorerRoutes(pages, {
      distDir,
      operations: [CUSTOMER_CARD],
      examples: { [FIRST_OPERATION]: { customerId: '1' } },
      cases: [DIAMOND],
      now: '2026-11-20T10:00:00+08:00',
      personas: personas ? PEOPLE : [],
    }),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });

  return {
    origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    asked,
    issued,
    revoke: () => holders.clear(),
    letNobodyIn: () => {
      isOpen = false;
    },
    close: () => app.close(),
  };
}

const UNAUTHENTICATED = { message: 'The token is not valid.', extensions: { code: 'UNAUTHENTICATED' } };

function cardOf(customerId: string, person: string): object {
  return {
    customerId,
    vipGrade: 'DIAMOND',
    name() {
      if (person === 'hotline-agent') return STAND_IN_NAME;
      throw new GraphQLError('Your role may not see this.', { extensions: { code: 'FORBIDDEN' } });
    },
  };
}

/** As long as a token says, and nothing else of one: the stand-in knows its own. */
function madeUpToken(seconds: number): string {
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { jti: randomUUID(), iat, exp: iat + seconds };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}
