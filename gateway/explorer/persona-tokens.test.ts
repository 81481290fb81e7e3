import { describe, expect, it, jest } from '@jest/globals';
import { createPersonaTokens } from './persona-tokens.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');

/** A provider whose clock is an hour ahead of the browser's, and that numbers its tokens. */
function createTestTokens(seconds = 900) {
  let now = NOON;
  let count = 0;
  const iat = NOON / 1_000 + 3_600;
  const requestToken = jest.fn(async (_personaId: string) => {
    count += 1;
    const claims = { iat, exp: iat + seconds, jti: count };
    return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
  });
  const tokens = createPersonaTokens(requestToken, () => now);
  return { tokens, requestToken, wait: (ms: number) => (now += ms) };
}

describe('tokens of personas', () => {
  it('are fetched when first needed, once for all who ask meanwhile', async () => {
    const { tokens, requestToken } = createTestTokens();

    const [first, second] = await Promise.all([tokens.get('auditor'), tokens.get('auditor')]);

    expect(first).toBe(second);
    expect(requestToken.mock.calls).toEqual([['auditor']]);
  });

  it('are renewed a minute before they end, whatever the clock of this computer', async () => {
    const { tokens, wait } = createTestTokens(900);
    const first = await tokens.get('auditor');

    wait(839_000);
    expect(await tokens.get('auditor')).toBe(first);
    wait(1_000);
    expect(await tokens.get('auditor')).not.toBe(first);
  });

  it('are renewed once when several queries are refused with the same one', async () => {
    const { tokens, requestToken } = createTestTokens();
    const refused = await tokens.get('auditor');

    const renewed = await Promise.all([tokens.renew('auditor', refused), tokens.renew('auditor', refused)]);

    expect(renewed[0]).not.toBe(refused);
    expect(renewed[1]).toBe(renewed[0]);
    expect(requestToken).toHaveBeenCalledTimes(2);
  });

  it('are asked for again after the provider failed', async () => {
    const { tokens, requestToken } = createTestTokens();
    requestToken.mockRejectedValueOnce(new Error('down'));

    await expect(tokens.get('auditor')).rejects.toThrow('down');

    expect(await tokens.get('auditor')).toMatch(/^e30\./);
  });
});
