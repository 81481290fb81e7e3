import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent, request } from 'undici';
import { toRequest } from './testing/ask-boss.ts';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
});
afterAll(() => boss.close());

const LINES = ['KF1003', { CustID: '1001' }] as const;

describe('a connection', () => {
  const RESET = { code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) };
  const agent = new Agent();
  afterAll(() => agent.destroy());
  const send = (fault: string, signal?: AbortSignal) => {
    const [url, options] = toRequest(boss.url, ...LINES, { fault });
    return request(url, { ...options, dispatcher: agent, ...(signal && { signal }) });
  };

  it('is reset before the answer by drop', async () => {
    await expect(send('drop')).rejects.toMatchObject(RESET);
  });

  it('is reset within the answer by drop-midway', async () => {
    const { statusCode, headers, body } = await send('drop-midway');
    expect([statusCode, headers['x-boss-synthetic']]).toEqual([200, 'true']);
    await expect(body.arrayBuffer()).rejects.toMatchObject(RESET);
  });

  it('brings an answer in many pieces by drip', async () => {
    const { headers, body } = await send('drip');
    const pieces: number[] = [];
    for await (const piece of body) {
      pieces.push(piece.length);
      if (pieces.length === 5) break;
    }
    expect(pieces.reduce((sum, length) => sum + length)).toBeLessThan(Number(headers['content-length']) / 2);
  });

  it.each(['hang', 'delay=600000'])('waits in vain by %s, and others do not', async (fault) => {
    const leave = new AbortController();
    const outcomes: string[] = [];
    const waiting = send(fault, leave.signal).then(
      () => outcomes.push('answered'),
      () => outcomes.push('gave up'),
    );
    for (let nth = 0; nth < 5; nth++) await boss.ask(...LINES);
    expect(outcomes).toEqual([]);
    leave.abort();
    await waiting;
    expect(outcomes).toEqual(['gave up']);
  });

  it('that hangs does not keep the BOSS from closing', async () => {
    const closing = await startBoss();
    const outcomes = ['hang', 'drip', 'delay=600000'].map((fault) =>
      closing.ask(...LINES, { fault }).then(
        () => 'answered',
        () => 'lost',
      ),
    );
    await closing.ask(...LINES);
    await closing.close();
    expect(await Promise.all(outcomes)).toEqual(['lost', 'lost', 'lost']);
  });
});
