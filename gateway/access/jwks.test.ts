import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Access } from './access.ts';
import { createKeySet, type KeySet } from './jwks.ts';
import { fetchKeysFrom } from './provider-keys.ts';
import { createTestAccess, identify, refusalFor } from './testing/access.ts';
import { type IdentityServer, startIdentityServer } from './testing/identity-server.ts';

const MINUTE = 60_000;

let server: IdentityServer;
let keys: KeySet;
let access: Access;
let now: number;
let faults: (string | null)[];

/** A gateway that starts now. Time stands still but for what a test adds to `now`. */
function start(options: { refreshMs?: number; timeoutMs?: number } = {}): void {
  now = 0;
  faults = [];
  const { issuer } = server;
  const fetchKeys = fetchKeysFrom({ issuer, ...(options.timeoutMs && { timeoutMs: options.timeoutMs }) });
  keys = createKeySet({
    fetchKeys,
    refreshMs: options.refreshMs ?? MINUTE,
    now: () => now,
    onFault: (why) => faults.push(why),
  });
  access = createTestAccess({ issuer, keys });
}

beforeEach(async () => {
  server = await startIdentityServer();
});
afterEach(async () => {
  keys.close();
  await server.stop().catch(() => {});
});

const unknownKey = async () => server.token({}, { kid: 'nobody-knows' });

describe('keys of the identity provider', () => {
  it('are asked for once, however many tokens come', async () => {
    start();
    const token = await server.token();

    await Promise.all(Array.from({ length: 50 }, () => identify(access, token)));

    expect(server.asked()).toBe(1);
  });

  it('stay in use through an outage of any length, and its provider is not stormed', async () => {
    start();
    await identify(access, await server.token());
    await server.stop();

    for (let minute = 0; minute < 60; minute += 1) {
      now += MINUTE;
      // Not a token seen before.
      expect(await identify(access, await server.token({ n: minute }))).toMatchObject({ subject: 'A000001' });
    }
    expect(server.asked()).toBe(1);
  });

  it('are asked for once in 30 s by tokens of unknown keys, while the provider answers', async () => {
    start();
    await identify(access, await server.token());
    for (let second = 0; second < 300; second += 1) {
      now += 1_000;
      const tokens = await Promise.all([unknownKey(), unknownKey()]);
      for (const token of tokens) expect((await refusalFor(access, token))[0]).toBe('UNAUTHENTICATED');
    }
    expect(server.asked()).toBe(1 + 10);
  });

  it('are asked for once in 30 s by tokens of unknown keys, while it fails', async () => {
    start();
    await identify(access, await server.token());
    server.answerKeysWith((reply) => reply.writeHead(500).end());
    for (let second = 0; second < 300; second += 1) {
      now += 1_000;
      expect(await refusalFor(access, await unknownKey())).toEqual([
        'UNAUTHENTICATED',
        'The token is not valid here: its key is not known.',
      ]);
    }
    expect(server.asked()).toBe(1 + 10);
    expect(await identify(access, await server.token())).toBeDefined();
  });

  it('are asked for once in 30 s while there are none yet, and tokens are refused for the moment', async () => {
    server.answerKeysWith((reply) => reply.writeHead(503).end());
    start();
    const token = await server.token();
    for (let second = 0; second < 90; second += 1) {
      expect((await refusalFor(access, token))[0]).toBe('IDENTITY_PROVIDER_UNAVAILABLE');
      now += 1_000;
    }
    expect(server.asked()).toBe(3);

    server.answerKeysWith(null);
    expect(await identify(access, token)).toBeDefined();
    expect(faults).toEqual(['it answered with status 503', null]);
  });

  it('are found once a provider that did not run at the start does', async () => {
    await server.stop();
    start();
    const token = await server.token();
    expect((await refusalFor(access, token))[0]).toBe('IDENTITY_PROVIDER_UNAVAILABLE');

    await server.restart();
    now += 30_000;

    expect(await identify(access, token)).toBeDefined();
  });

  it('may be rotated: the first token of a new key brings it', async () => {
    start();
    await identify(access, await server.token());
    await server.rotate();
    now += 30_000;

    expect(await identify(access, await server.token())).toBeDefined();
    expect(server.asked()).toBe(2);
  });

  it('are refreshed in the background, and a key withdrawn opens nothing, not even for a token known', async () => {
    start({ refreshMs: 10 });
    const token = await server.token();
    await identify(access, token);
    await server.rotate();
    const { version } = keys;
    now += 50_000;
    while (keys.version === version) await delay(5);

    expect(await refusalFor(access, token)).toEqual([
      'UNAUTHENTICATED',
      'The token is not valid here: its key is not known.',
    ]);
  });

  it.each([
    ['hangs', () => {}, 'it does not answer'],
    ['sends without end', endless, 'its answer is too large'],
    ['sends no JSON', (reply) => reply.end('<html>'), 'its answer is not JSON'],
    ['sends no keys', (reply) => reply.end('{"keys":[]}'), 'its keys cannot be read'],
    ['sends null', (reply) => reply.end('null'), 'its keys cannot be read'],
    [
      'sends secrets',
      (reply) => reply.end('{"keys":[{"kty":"oct","k":"AAAA"}]}'),
      'none of its keys can be used',
    ],
    ['sends elsewhere', (reply) => reply.writeHead(302, { location: '/other' }).end(), 'it does not answer'],
    ['resets', (reply) => reply.destroy(), 'it does not answer'],
  ] as [string, Parameters<IdentityServer['answerKeysWith']>[0], string][])(
    'stay as they were where the provider %s',
    async (_, answer, why) => {
      start({ timeoutMs: 300 });
      await identify(access, await server.token());
      server.answerKeysWith(answer);
      now += 30_000;

      expect((await refusalFor(access, await unknownKey()))[0]).toBe('UNAUTHENTICATED');

      expect(faults).toEqual([why]);
      expect(await identify(access, await server.token())).toBeDefined();
    },
  );

  it('are taken from the provider of that name only', async () => {
    const fetchKeys = fetchKeysFrom({ issuer: `${server.issuer}/` });

    await expect(fetchKeys()).rejects.toThrow('its configuration names another issuer');
  });
});

function endless(reply: Parameters<NonNullable<Parameters<IdentityServer['answerKeysWith']>[0]>>[0]): void {
  const chunk = ' '.repeat(65_536);
  const more = (): void => {
    while (!reply.destroyed && reply.write(chunk));
    if (!reply.destroyed) reply.once('drain', more);
  };
  more();
}
