import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULTS } from './faults.ts';
import type { BossReply, Family } from './testing/ask-boss.ts';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
});
afterAll(() => boss.close());

/** Two lines; arrears; an account: each with what one fault or another needs. */
const LINES = ['KF1003', { CustID: '1001' }] as const;
const ARREARS = ['KF1006', { AcctID: '4001' }] as const;
const ACCOUNT = ['KF1004', { AcctID: '4001' }] as const;

type Expected = (reply: BossReply, family: Family) => void;

const CASES: readonly (readonly [
  fault: string,
  asked: readonly [string, Record<string, string>],
  expected: Expected,
])[] = [
  ['delay=1', LINES, ({ content }) => expect(content).toMatchObject({ SubscrbNum: '2' })],
  ['truncate=300', LINES, ({ status, body }) => expect([status, body.length]).toEqual([200, 300])],
  ['empty-answer', LINES, ({ status, body }) => expect([status, body.length]).toEqual([200, 0])],
  ['http-500', LINES, ({ status }) => expect(status).toBe(500)],
  [
    'html-page',
    LINES,
    ({ status, headers, body }) => {
      expect([status, headers['content-type']]).toEqual([200, 'text/html']);
      expect(body.toString()).toMatch(/^<!DOCTYPE html>/);
    },
  ],
  [
    'no-charset',
    LINES,
    ({ headers, text }, family) => {
      expect(headers['content-type']).toBe(CONTENT_TYPES[family]);
      expect(text.match(/encoding="UTF-8"/g)).toHaveLength(2);
    },
  ],
  ['no-charset=bare', LINES, ({ text }) => expect(text).not.toContain('encoding')],
  [
    'rsptype-1',
    LINES,
    ({ envelope }) => expect(envelope).toMatchObject({ ...responseOf('1', '9001'), SvcCont: '' }),
  ],
  ['wrong-transido', LINES, (reply) => expect(transIdoOf(reply)).toBe('X1')],
  ['testflag', LINES, ({ envelope }) => expect(envelope['TestFlag']).toBe('1')],
  [
    'empty-body',
    LINES,
    ({ envelope }) => expect(envelope).toMatchObject({ ...responseOf('0', '0000'), SvcCont: '' }),
  ],
  [
    'truncated-cdata',
    LINES,
    ({ text, envelope }, family) => {
      expect(text.endsWith(`]]></SvcCont></${family}>`)).toBe(true);
      expect(envelope).toMatchObject(responseOf('0', '0000'));
      expect(envelope['SvcCont']).not.toContain('</KF1003Rsp>');
      expect(envelope['SvcCont']).toContain('<KF1003Rsp><RspCode>0000');
    },
  ],
  [
    'duplicate-answer',
    LINES,
    ({ text }) => {
      expect(text.match(/<\?xml version="1.0" encoding="UTF-8"\?><(InterBOSS|UniBSS)>/g)).toHaveLength(2);
      expect(text.match(/<\/KF1003Rsp>/g)).toHaveLength(2);
    },
  ],
  [
    'doctype',
    LINES,
    ({ text }) => expect(text).toMatch(/^<\?xml[^>]*><\w+>.*\?><!DOCTYPE KF1003Rsp><KF1003Rsp>/),
  ],
  [
    'doctype=envelope',
    LINES,
    ({ text }, family) =>
      expect(text).toMatch(new RegExp(`^<\\?xml[^>]*><!DOCTYPE ${family}><${family}>.*\\?><KF1003Rsp>`)),
  ],
  [
    'entity-bomb',
    LINES,
    ({ text }) => {
      expect(text).toContain('<!DOCTYPE KF1003Rsp [<!ENTITY bomb0 "lol"><!ENTITY bomb1 "&bomb0;&bomb0;');
      expect(text).toContain('</RspCode><RspDesc>&bomb9;</RspDesc>');
    },
  ],
  [
    'entity-bomb=envelope',
    LINES,
    ({ text }, family) => {
      expect(text).toContain(`?><!DOCTYPE ${family} [<!ENTITY bomb0 "lol">`);
      expect(text.match(/<RspDesc>&bomb9;<\/RspDesc>/g)).toHaveLength(1);
    },
  ],
  [
    '2998-2009',
    LINES,
    ({ envelope, content }) => {
      expect(envelope).toMatchObject(responseOf('2', '2998'));
      expect(content).toEqual({ RspCode: '2009', RspDesc: '用户不存在或状态不正常' });
    },
  ],
  [
    '3A34',
    LINES,
    ({ envelope, content }) => {
      expect(envelope).toMatchObject(responseOf('2', '2998'));
      expect(content).toMatchObject({ RspCode: '3A34', SubscrbNum: '2' });
    },
  ],
  [
    'wrong-operation',
    LINES,
    ({ envelope, contentRoot, content }) => {
      expect(envelope).toMatchObject(responseOf('0', '0000'));
      expect(contentRoot).toBe('KF1002Rsp');
      expect(content).toEqual({ RspCode: '0000', RspDesc: '成功', CustNum: '0' });
    },
  ],
  ['empty-element', ARREARS, ({ content }) => expect(content['ArrearageFee']).toBe('')],
  [
    'empty-element=PaidFee',
    ARREARS,
    ({ content }) => expect(content).toMatchObject({ Arrear: [{ PaidFee: '' }, { PaidFee: '' }] }),
  ],
  [
    'empty-element=3',
    ACCOUNT,
    ({ content }) => expect(content).toMatchObject({ AcctNum: '1', Acct: { CustID: '1001', PayMode: '' } }),
  ],
  ['empty-element', LINES, ({ content }) => expect(content['SubscrbNum']).toBe('')],
  ['missing-element=RspCode', LINES, ({ content }) => expect(content).not.toHaveProperty('RspCode')],
  [
    'missing-element=CashAmount',
    ACCOUNT,
    ({ content }) => {
      expect(content['Acct']).toMatchObject({ GiftAmount: '5000' });
      expect(content['Acct']).not.toHaveProperty('CashAmount');
    },
  ],
  [
    'not-a-number',
    ACCOUNT,
    ({ content }) => expect(content['Acct']).toMatchObject({ CreditVale: 'abc', CashAmount: '25050' }),
  ],
  [
    'not-a-number=CashAmount',
    ACCOUNT,
    ({ content }) => expect(content['Acct']).toMatchObject({ CreditVale: '100000', CashAmount: 'abc' }),
  ],
  [
    'single-instead-of-list',
    LINES,
    ({ content }) => expect(content).toMatchObject({ SubscrbNum: '2', Subscrb: { SubscrbID: '2001' } }),
  ],
  ['wrong-count', LINES, ({ content }) => expect(content['SubscrbNum']).toBe('3')],
  ['wrong-count=0', LINES, ({ content }) => expect(content['SubscrbNum']).toBe('0')],
  [
    'deep=20000',
    LINES,
    ({ text }) => {
      expect(text).toMatch(/<Subscrb>.*<\/Subscrb><Deep><Deep>.*<\/Deep><\/Deep><\/KF1003Rsp>/);
      expect(text.match(/<Deep>/g)).toHaveLength(20_000);
    },
  ],
  [
    'huge=300000',
    LINES,
    ({ body, content }) => {
      expect(body.length).toBeGreaterThan(300_000);
      expect(String(content['Filler'])).toHaveLength(300_000);
    },
  ],
];

const CONTENT_TYPES = { InterBOSS: 'text/xml', UniBSS: 'application/x-www-form-urlencoded' };

const responseOf = (RspType: string, RspCode: string) => ({ Response: { RspType, RspCode } });

function transIdoOf({ envelope }: BossReply): unknown {
  return envelope['TransIDO'] ?? (envelope['TransInfo'] as Record<string, unknown>)['TransIDO'];
}

describe.each<Family>(['InterBOSS', 'UniBSS'])('%s', (family) => {
  it.each(CASES)('%s', async (fault, [operation, fields], expected) => {
    const reply = await boss.ask(operation, fields, { family, fault, transIdo: 'T1' });
    expect(reply.headers['x-boss-fault']).toBe(fault.replace(/=.*/, ''));
    expected(reply, family);
  });
});

it('is tested for every fault there is', () => {
  const tested = new Set(CASES.map(([fault]) => fault.replace(/=.*/, '')));
  // In charset.test.ts and deliver.test.ts.
  for (const name of ['gbk-bytes', 'bad-utf8', 'drop', 'drop-midway', 'drip', 'hang']) tested.add(name);
  expect([...tested].sort()).toEqual(Object.keys(FAULTS).sort());
});

it('several at once all come', async () => {
  const { envelope, content } = await boss.ask(...ARREARS, {
    fault: 'testflag, empty-element=ArrearNum,missing-element=ArrearageFee',
  });
  expect(envelope['TestFlag']).toBe('1');
  expect(content['ArrearNum']).toBe('');
  expect(content).not.toHaveProperty('ArrearageFee');
});

it.each([
  ['single-instead-of-list', ['KF1006', { AcctID: '4002' }]],
  ['missing-element=Cash', ACCOUNT],
  ['empty-element=99', ACCOUNT],
  ['not-a-number', ['KF1004', { AcctID: '9' }]],
  ['wrong-count=1', ACCOUNT],
] as const)('%s says when there is nothing to act on', async (fault, [operation, fields]) => {
  const { status, body } = await boss.ask(operation, fields, { fault });
  expect([status, body.toString()]).toEqual([501, 'A fault found nothing to act on.\n']);
});

it.each(['slow', 'toString', 'delay', 'delay=soon', 'huge=1000000000', 'hang=1', 'missing-element'])(
  '%s is refused: it is no fault',
  async (fault) => {
    expect((await boss.ask(...LINES, { fault })).status).toBe(400);
  },
);
