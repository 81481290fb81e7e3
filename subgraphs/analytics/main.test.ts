/** How the process of a subgraph starts, or says why not, and ends: this one stands for all. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import knex from 'knex';
import * as tables from './migrations/001-tables.ts';
import * as indexes from './migrations/002-indexes.ts';
import * as insights from './migrations/004-insights.ts';

const MAIN = join(import.meta.dirname, './main.ts');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panorama-process-'));
  const builder = knex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'analytics.sqlite') },
    useNullAsDefault: true,
  });
  await tables.up(builder);
  await indexes.up(builder);
  await insights.up(builder);
  await builder.destroy();
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: unknown; readonly said: string }>;
  /** What it says first. */
  readonly said: Promise<string>;
}

function start(env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [MAIN], {
    env: { PORT: '0', PANORAMA_DATA: folder, PANORAMA_STATE: join(folder, 'state'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return {
    process: child,
    ended: once(child, 'close').then(([code]) => ({ code, said })),
    said: once(child.stdout, 'data').then(String),
  };
}

describe('the process of a subgraph', () => {
  it('says where it serves, answers the gateway alone, and ends well on a signal', async () => {
    const { process: child, said, ended } = start({});
    const [, url = ''] = /^analytics is serving (http:\S+\/graphql)\n$/.exec(await said) ?? [];

    expect(await (await fetch(new URL('/live', url))).json()).toEqual({ live: true });
    expect((await fetch(url, { method: 'POST', body: '{"query":"{ __typename }"}' })).status).toBe(401);
    const second = start({ PORT: new URL(url).port });
    expect(await second.ended).toEqual({
      code: 1,
      said: 'analytics did not start. The port is in use. Stop what uses it, or choose another one.\n',
    });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it.each([
    [
      'configuration that is wrong, all at once and no value',
      { PORT: 'x', LOG_LEVEL: 'loud', PANORAMA_RECORD: 'http://203.0.113.7', NODE_ENV: 'production' },
      [
        'analytics did not start. Bad configuration:',
        '  PORT: must be a port number, 0 to 65535',
        '  PANORAMA_KEYS: must be set in production: a file made by `npm run keys -- FILE`, or some of its keys',
        '  PANORAMA_RECORD: must be an origin that begins with https:// (http:// only to a private address)',
        '  LOG_LEVEL: must be fatal, error, warn, info, debug, trace or silent',
        '',
      ].join('\n'),
    ],
    [
      'a database that is not there',
      { PANORAMA_DATA: '/nowhere' },
      'analytics did not start. There is no /nowhere/analytics.sqlite. Run `npm run seed`, or set PANORAMA_DATA.\n',
    ],
  ])('names %s, and ends', async (_, env, expected) => {
    expect(await start(env).ended).toEqual({ code: 1, said: expected });
  });
});
