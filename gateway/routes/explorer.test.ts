import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import type { Persona } from '../explorer/explorer-config.ts';
import { explorerRoutes } from './explorer.ts';

const ARREARS = {
  id: 'arrears',
  serviceNumber: '13800000002',
  customerId: '1',
  subscriberId: '2',
  zh: '欠费停机',
  en: 'Suspended for arrears',
};

const operation = (name: string, variables: Readonly<Record<string, string>>) => ({
  name,
  operationName: 'Operation',
  hash: '0'.repeat(64),
  body: `query Operation { ${name} }`,
  personal: true,
  variables,
});

const AUDITOR = {
  id: 'auditor',
  role: 'AUDITOR',
  zh: '审计员 苏静',
  en: 'Su Jing, auditor',
  sees: { zh: '审计记录', en: 'The audit trail' },
};

interface TestAppOptions {
  readonly distDir?: string;
  readonly personas?: readonly Persona[];
}

async function createTestApp({
  distDir = '/nonexistent',
  personas = [AUDITOR],
}: TestAppOptions = {}): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(explorerRoutes, {
    distDir,
    operations: [
      operation('group-account', { customerId: 'ID!', first: 'Int! = 20', after: 'String' }),
      operation('screen-pop', { number: 'String!' }),
    ],
    examples: { 'screen-pop': { number: '13800000001' } },
    cases: [ARREARS],
    now: '2026-11-20T10:00:00+08:00',
    personas,
  });
  return app;
}

describe('landing page', () => {
  it('leads a newcomer from / with a query that works as pasted', async () => {
    const app = await createTestApp();

    const { headers, body } = await app.inject({ url: '/', headers: { host: '127.0.0.1:4321' } });

    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="zh-CN">');
    expect(body).toContain('<a class="button" href="/explorer/">');
    expect(body).toContain('curl http://127.0.0.1:4321/operations/screen-pop');
    expect(body).toContain(
      'TOKEN=$(curl -s -X POST http://127.0.0.1:4321/demo/personas/hotline-agent/token)',
    );
    expect(body).toContain('-H &#34;authorization: Bearer $TOKEN&#34;');
    expect(body).toContain('{&#34;number&#34;:&#34;13800000001&#34;}');
  });

  it('speaks English by switch, without script', async () => {
    const app = await createTestApp();

    const { headers, body } = await app.inject('/?lang=en');

    expect(body).toContain('<html lang="en">');
    expect(body).toContain('Suspended for arrears');
    expect(body).toContain('href="/explorer/?case=arrears&amp;lang=en"');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('lists who may be asked as, where the demo identity provider is, and nobody elsewhere', async () => {
    const demo = await (await createTestApp()).inject('/?lang=en');
    const own = await (await createTestApp({ personas: [] })).inject('/?lang=en');

    expect(demo.body).toContain('<code>auditor</code> <b>Su Jing, auditor</b> <span>The audit trail</span>');
    expect(own.body).not.toContain('/demo');
    expect(own.body).toContain('-H &#34;authorization: Bearer $TOKEN&#34;');
    expect(own.body).toContain('is a token of your identity provider');
  });

  it('keeps a forged host out of the command', async () => {
    const app = await createTestApp();

    const { body } = await app.inject({ url: '/', headers: { host: 'a$(touch b)"<script>' } });

    expect(body).toContain('curl http://127.0.0.1:4000/operations/screen-pop');
    expect(body).not.toContain('touch');
  });
});

describe('explorer without its bundle', () => {
  it('says how to build it, and the landing page still answers', async () => {
    const app = await createTestApp();

    const explorer = await app.inject('/explorer/');

    expect(explorer.statusCode).toBe(503);
    expect(explorer.body).toContain('npm run build:explorer');
    expect((await app.inject('/')).statusCode).toBe(200);
  });
});

describe('what the explorer is told', () => {
  it('begins with screen-pop, and says which variables each document requires', async () => {
    // Any folder with an index.html will do for a bundle.
    const app = await createTestApp({ distDir: join(import.meta.dirname, '../explorer') });

    const { operations, cases, personas } = (await app.inject('/explorer/config.json')).json();

    expect(operations).toMatchObject([
      { name: 'screen-pop', variables: { number: '13800000001' }, requires: ['number'] },
      { name: 'group-account', variables: {}, requires: ['customerId'] },
    ]);
    expect(cases).toEqual([ARREARS]);
    expect(personas).toBe(true);
  });
});
