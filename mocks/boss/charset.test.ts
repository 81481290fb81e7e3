import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
let chinese: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
  chinese = await startBoss({ charset: 'GB18030' });
});
afterAll(async () => {
  await boss.close();
  await chinese.close();
});

const LINES = ['KF1003', { CustID: '1001' }] as const;

describe('bytes', () => {
  const decode = (body: Buffer) => new TextDecoder('utf-8', { fatal: true }).decode(body);

  it.each([
    ['gbk-bytes', () => boss],
    ['bad-utf8', () => boss],
    ['bad-utf8', () => chinese],
  ])('of %s are not what they are said to be', async (fault, of) => {
    const { headers, body } = await of().ask(...LINES, { fault });
    expect(headers['content-type']).toBe('text/xml; charset=UTF-8');
    expect(body.toString('latin1')).toContain('encoding="UTF-8"');
    expect(() => decode(body)).toThrow('not valid for encoding');
  });

  it('of gbk-bytes are GB18030 within percent-encoding too', async () => {
    const { body } = await boss.ask(...LINES, { fault: 'gbk-bytes', family: 'UniBSS' });
    // 成功
    expect(body.toString('latin1')).toContain('%B3%C9%B9%A6');
  });

  it('of GB18030 are as they were when HTTP does not say so', async () => {
    const { headers, body } = await chinese.ask(...LINES, { fault: 'no-charset' });
    expect(headers['content-type']).toBe('text/xml');
    expect(body.toString('latin1')).toContain('encoding="GB18030"');
    expect(() => decode(body)).toThrow('not valid for encoding');
  });
});
