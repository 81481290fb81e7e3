import { describe, expect, it } from '@jest/globals';
import type { Persona } from './explorer-config.ts';
import { createWhoAsks, type WhoAsks } from './who-asks.ts';

const person = (id: string): Persona => ({ id, role: 'ANY', zh: id, en: id, sees: { zh: '', en: '' } });
const PEOPLE = [person('auditor'), person('hotline-agent')];

/** Tokens are named after the person, and counted. */
function createTestWhoAsks(personas = PEOPLE, remembered: string | null = null) {
  const memory = new Map(remembered === null ? [] : [['panorama:persona', remembered]]);
  const whoAsks = createWhoAsks({
    personas,
    tokens: { get: async (id) => `${id}-1`, renew: async (id) => `${id}-2` },
    memory: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
    },
  });
  return { whoAsks, memory };
}

/** Asks a server that refuses these tokens. @returns The headers of each try. */
async function ask(whoAsks: WhoAsks, refused: readonly string[] = [], own = {}) {
  const tries: Record<string, string>[] = [];
  await whoAsks.ask(own, async (headers) => {
    tries.push(Object.fromEntries(headers));
    return new Response(null, { status: refused.includes(headers.get('authorization') ?? '') ? 401 : 200 });
  });
  return tries;
}

describe('who asks', () => {
  it('is the hotline agent until somebody else is picked, and remembers nothing but whom', async () => {
    const { whoAsks, memory } = createTestWhoAsks();
    expect(await ask(whoAsks)).toEqual([{ authorization: 'Bearer hotline-agent-1' }]);

    whoAsks.pick('auditor');
    whoAsks.state('AUDIT');
    whoAsks.prove('receipt');

    expect(await ask(whoAsks)).toEqual([
      {
        authorization: 'Bearer auditor-1',
        'panorama-purpose': 'AUDIT',
        'panorama-authentication': 'receipt',
      },
    ]);
    expect([...memory]).toEqual([['panorama:persona', 'auditor']]);
  });

  it('is who was picked last time, if there is still such a person', () => {
    expect(createTestWhoAsks(PEOPLE, 'auditor').whoAsks.now().persona?.id).toBe('auditor');
    expect(createTestWhoAsks(PEOPLE, 'dismissed').whoAsks.now().persona?.id).toBe('hotline-agent');
  });

  it('lets go of a receipt when somebody else asks: it counts for who authenticated the customer', () => {
    const { whoAsks } = createTestWhoAsks();
    whoAsks.prove('receipt');

    whoAsks.pick('auditor');

    expect(whoAsks.now().receipt).toBe('');
  });

  it('asks once more with a new token when the first is refused', async () => {
    const { whoAsks } = createTestWhoAsks();

    const tries = await ask(whoAsks, ['Bearer hotline-agent-1']);

    expect(tries.map(({ authorization }) => authorization)).toEqual([
      'Bearer hotline-agent-1',
      'Bearer hotline-agent-2',
    ]);
    expect(whoAsks.now().problem).toBeNull();
  });

  it('says so when the new token is refused as well, until somebody else is picked', async () => {
    const { whoAsks } = createTestWhoAsks();

    await ask(whoAsks, ['Bearer hotline-agent-1', 'Bearer hotline-agent-2']);
    expect(whoAsks.now().problem).toBe('REFUSED_PERSON');

    whoAsks.pick('auditor');
    expect(whoAsks.now().problem).toBeNull();
  });

  it('sends headers of the editor as they are, above its own', async () => {
    const { whoAsks } = createTestWhoAsks();

    const tries = await ask(whoAsks, ['Bearer mine'], { Authorization: 'Bearer mine', 'x-other': '1' });

    expect(tries).toEqual([{ authorization: 'Bearer mine', 'x-other': '1' }]);
  });
});

describe('who asks, without a demo identity provider', () => {
  it('sends nothing before a token is pasted', async () => {
    const { whoAsks } = createTestWhoAsks([]);

    await expect(ask(whoAsks)).rejects.toThrow('NO_TOKEN');

    expect(whoAsks.now().problem).toBe('NO_TOKEN');
  });

  it('takes a token however it was copied, and tells when it is refused', async () => {
    const { whoAsks } = createTestWhoAsks([]);
    whoAsks.paste(' Bearer eyJ.pay\n  load.sig\n');

    expect(await ask(whoAsks)).toEqual([{ authorization: 'Bearer eyJ.payload.sig' }]);
    await ask(whoAsks, ['Bearer eyJ.payload.sig']);

    expect(whoAsks.now().problem).toBe('REFUSED_TOKEN');
  });
});
