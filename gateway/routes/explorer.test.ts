import { describe, expect, it } from '@jest/globals';
import { createTestApp } from '../explorer/testing/app.ts';

const DIST = new URL('../explorer/dist', import.meta.url).pathname;

describe('landing page', () => {
  it('leads a newcomer from / with a query that works as pasted', async () => {
    const app = await createTestApp(DIST);

    const { headers, body } = await app.inject({ url: '/', headers: { host: '127.0.0.1:4321' } });

    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="zh-CN">');
    expect(body).toContain('<a class="button" href="/explorer/">');
    expect(body).toContain('curl http://127.0.0.1:4321/operations/screen-pop');
    expect(body).toContain('{&#34;number&#34;:&#34;13800000001&#34;}');
  });

  it('speaks English by switch, without script', async () => {
    const app = await createTestApp(DIST);

    const { headers, body } = await app.inject('/?lang=en');

    expect(body).toContain('<html lang="en">');
    expect(body).toContain('Suspended for arrears');
    expect(body).toContain('href="/explorer/?case=arrears&amp;lang=en"');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('keeps a forged host out of the command', async () => {
    const app = await createTestApp(DIST);

    const { body } = await app.inject({ url: '/', headers: { host: 'a$(touch b)"<script>' } });

    expect(body).toContain('curl http://127.0.0.1:4000/operations/screen-pop');
    expect(body).not.toContain('touch');
  });
});

describe('explorer without its bundle', () => {
  it('says how to build it, and the landing page still answers', async () => {
    const app = await createTestApp('/nonexistent');

    const explorer = await app.inject('/explorer/');

    expect(explorer.statusCode).toBe(503);
    expect(explorer.body).toContain('npm run build:explorer');
    expect((await app.inject('/')).statusCode).toBe(200);
  });
});
