import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SHORT_BYTES } from './answer-reader.ts';
import {
  type BossClient,
  type BossEvent,
  type BossOptions,
  type CallOptions,
  createBossClient,
} from './client.ts';
import { answerBytes, answerText, found, refused } from './testing/answers.ts';
import { type Hub, say, startHub } from './testing/hub.ts';
import { count } from './units.ts';

const SECTION: CallOptions = { timeoutMs: 3_000 };
/** Long enough for an answer that is there, and short enough to wait for. */
const SOON: CallOptions = { timeoutMs: 150 };

let hub: Hub;
let clients: BossClient[];
let events: BossEvent[];

beforeEach(async () => {
  hub = await startHub();
  clients = [];
  events = [];
});

afterEach(async () => {
  await hub.close();
  await Promise.all(clients.map((client) => client.close()));
});

function connect(options: Partial<BossOptions> = {}): BossClient {
  const client = createBossClient({
    url: hub.url,
    envelope: 'InterBOSS',
    testFlag: '1',
    province: '351',
    report: (event) => events.push(event),
    ...options,
  });
  clients.push(client);
  return client;
}

const outcomes = (): string[] => events.map(({ outcome }) => outcome);
const failing = (code: string) =>
  expect.objectContaining({ extensions: expect.objectContaining({ code, source: 'boss' }) });

describe.each(['InterBOSS', 'UniBSS'] as const)('over %s', (envelope) => {
  it('asks with the header of its form and reads what is found', async () => {
    hub.answer(say('<N>7</N>'));
    const content = await connect({ envelope }).call('KF1004', { AcctID: '1', Note: 'a & <b>' }, SECTION);

    expect(content?.value('N', count)).toBe(7);
    expect(hub.asked).toMatchObject([
      { path: envelope === 'UniBSS' ? '/unibss' : '/interboss', operation: 'KF1004' },
    ]);
    expect(hub.asked[0]?.transactionId).toMatch(/^[A-Za-z0-9]{1,30}$/);
    const sent = [...(hub.asked[0]?.fields.values() ?? [])].join('');
    expect(sent).toContain('<BIPCode>KFBIP1004</BIPCode>');
    expect(sent).toContain('<HSNDUNS>3510</HSNDUNS>');
    expect(sent).toContain('<MsgReceiver>3511</MsgReceiver>');
    expect(sent).toContain('<TestFlag>1</TestFlag>');
    expect(sent).toContain('<RouteValue>351</RouteValue>');
    expect(sent).toContain(
      '<KF1004Req><AcctID>1</AcctID><Note>a &amp; &lt;b&gt;</Note></KF1004Req>]]></SvcCont>',
    );
  });

  it('never uses a transaction twice', async () => {
    const boss = connect({ envelope });
    await Promise.all(['1', '2', '3'].map((AcctID) => boss.call('KF1004', { AcctID }, SECTION)));
    await boss.call('KF1004', { AcctID: '1' }, SECTION);
    expect(new Set(hub.asked.map(({ transactionId }) => transactionId)).size).toBe(4);
  });
});

describe('an answer', () => {
  const failure = { rspType: '2', rspCode: '2998' };

  it('of 2009 is nobody', async () => {
    hub.answer(say('', { ...failure, content: refused('KF1004', '2009') }));
    expect(await connect().call('KF1004', {}, SECTION)).toBeNull();
    expect(outcomes()).toEqual(['ABSENT']);
  });

  it.each([
    ['SOURCE_MALFORMED', 'OTHER_TRANSACTION', { transactionId: 'X1' }],
    ['SOURCE_MALFORMED', 'OTHER_TRANSACTION', { operation: 'KF1005', content: found('KF1004') }],
    ['SOURCE_MALFORMED', 'OTHER_MODE', { testFlag: '0' }],
    ['SOURCE_MALFORMED', 'OTHER_MODE', { testFlag: '0', rspType: '1' }],
    ['SOURCE_UNAVAILABLE', 'HUB', { rspType: '1', rspCode: '9999', content: '' }],
    ['SOURCE_UNAVAILABLE', 'HUB', { rspType: '1', rspCode: '9999', content: 'no route' }],
    ['SOURCE_UNAVAILABLE', 'REFUSED', { ...failure, content: refused('KF1004', '1001') }],
    ['SOURCE_UNAVAILABLE', 'REFUSED', { ...failure, rspCode: '3018', content: refused('KF1004', '3018') }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { content: '' }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { content: '<KF1004Rsp/>' }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { content: found('KF1005') }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { content: `<!DOCTYPE KF1004Rsp>${found('KF1004')}` }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { rspType: '2', content: found('KF1004') }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { content: refused('KF1004', '2009') }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { rspType: '7' }],
    ['SOURCE_MALFORMED', 'UNREADABLE', { ...failure, content: refused('KF1004', '3A34') }],
  ])('is %s, %s, when it says %j', async (code, outcome, told) => {
    hub.answer(say('', told));
    await expect(connect().call('KF1004', {}, SECTION)).rejects.toThrow(failing(code));
    expect(outcomes()).toEqual([outcome]);
  });

  it.each([
    ['SOURCE_UNAVAILABLE', 'HTTP_STATUS', 500, 'text/xml', 'x'],
    ['SOURCE_UNAVAILABLE', 'HTTP_STATUS', 302, 'text/xml', ''],
    ['SOURCE_MALFORMED', 'UNREADABLE', 200, 'text/html', '<html></html>'],
    ['SOURCE_MALFORMED', 'UNREADABLE', 200, 'text/xml', ''],
    ['SOURCE_TOO_LARGE', 'TOO_LARGE', 200, 'text/xml', 'x'.repeat(5_000)],
  ])('is %s, %s, as HTTP %d of %s', async (code, outcome, status, contentType, body) => {
    hub.answer((_, response) => {
      response.writeHead(status, { 'content-type': contentType }).end(body);
    });
    await expect(connect({ maxBytes: 4_000 }).call('KF1004', {}, SECTION)).rejects.toThrow(failing(code));
    expect(outcomes()).toEqual([outcome]);
  });

  it('is refused twice over', async () => {
    hub.answer(({ operation, transactionId }, response, form) => {
      const once = answerText(form, { operation, transactionId });
      response.setHeader('content-type', 'text/xml').end(answerBytes(form, once + once));
    });
    await expect(connect().call('KF1004', {}, SECTION)).rejects.toThrow(failing('SOURCE_MALFORMED'));
  });

  it('that is long is read as well, and cut short is refused as well', async () => {
    const boss = connect();
    hub.answer(say(`<Filler>${'中'.repeat(SHORT_BYTES)}</Filler><N>1</N>`));
    expect((await boss.call('KF1004', {}, SECTION))?.value('N', count)).toBe(1);

    hub.answer(({ operation, transactionId }, response, form) => {
      const text = answerText(form, {
        operation,
        transactionId,
        content: found(operation, '<N/>'.repeat(40_000)),
      });
      response.setHeader('content-type', 'text/xml').end(answerBytes(form, text.slice(0, -1)));
    });
    await expect(boss.call('KF1004', {}, SECTION)).rejects.toThrow(failing('SOURCE_MALFORMED'));
  });
});

describe('time', () => {
  it.each([
    ['never begins', () => {}],
    [
      'begins and never ends',
      (_: unknown, response: { write(text: string): unknown }) => void response.write('<'),
    ],
  ])('runs out for an answer that %s', async (_, answering) => {
    hub.answer(answering);
    await expect(connect().call('KF1004', {}, SOON)).rejects.toThrow(failing('SOURCE_TIMEOUT'));
    expect(outcomes()).toEqual(['TIMEOUT']);
  });

  it('runs out for an answer that drips for ever', async () => {
    hub.answer((_, response) => {
      const dripping = setInterval(() => response.write('<'), 10);
      response.once('close', () => clearInterval(dripping));
    });
    await expect(connect().call('KF1004', {}, SOON)).rejects.toThrow(failing('SOURCE_TIMEOUT'));
  });

  it('that has run out before asks nothing', async () => {
    const since = performance.now() - 10_000;
    await expect(connect().call('KF1004', {}, { ...SECTION, since })).rejects.toThrow(
      failing('SOURCE_TIMEOUT'),
    );
    expect(hub.asked).toEqual([]);
  });
});

describe('who asks the same at the same time', () => {
  it('shares one call, within one class of time', async () => {
    const boss = connect();
    const ask = (AcctID: string, timeoutMs: number) => boss.call('KF1004', { AcctID }, { timeoutMs });
    await Promise.all([ask('1', 3_000), ask('1', 3_000), ask('2', 3_000), ask('1', 2_000)]);
    expect(hub.asked).toHaveLength(3);
  });

  it('shares its failure, and nothing with who asks later', async () => {
    const boss = connect();
    hub.answer((_, response) => void response.writeHead(500).end());
    const both = await Promise.allSettled([
      boss.call('KF1004', {}, SECTION),
      boss.call('KF1004', {}, SECTION),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(hub.asked).toHaveLength(1);

    hub.answer(say());
    expect(await boss.call('KF1004', {}, SECTION)).not.toBeNull();
  });

  it('does not share a write, nor what is to be asked alone', async () => {
    const boss = connect();
    const write: CallOptions = { ...SECTION, write: { transactionId: 'W1' } };
    const alone: CallOptions = { ...SECTION, alone: true };
    await Promise.all([write, write, alone, alone].map((asked) => boss.call('KF1011', {}, asked)));
    expect(hub.asked).toHaveLength(4);
  });
});

describe('a write', () => {
  it('is sent again under the same id, and done before is done', async () => {
    const boss = connect();
    const write: CallOptions = { ...SECTION, write: { transactionId: 'W1' } };
    await boss.call('KF1013', { CustID: '1' }, write);
    hub.answer(
      say('', { rspType: '2', rspCode: '2998', content: refused('KF1013', '3A34', '<Updated>1</Updated>') }),
    );
    const again = await boss.call('KF1013', { CustID: '1' }, write);

    expect(again?.value('Updated', count)).toBe(1);
    expect(hub.asked.map(({ transactionId }) => transactionId)).toEqual(['W1', 'W1']);
    expect(outcomes()).toEqual(['FOUND', 'REPEATED']);
  });

  it.each(['', 'a-b', 'x'.repeat(31)])('is not sent under the id "%s"', async (transactionId) => {
    const asked = connect().call('KF1013', {}, { ...SECTION, write: { transactionId } });
    await expect(asked).rejects.toThrow(TypeError);
    expect(hub.asked).toEqual([]);
  });
});

describe('what is not answered', () => {
  it('is not asked again once a connection was there', async () => {
    hub.answer((_, response) => void response.socket?.destroy());
    await expect(connect().call('KF1004', {}, SECTION)).rejects.toThrow(failing('SOURCE_UNAVAILABLE'));
    expect(hub.asked).toHaveLength(1);
  });

  it('is asked again once where nobody listens, unless it is a write', async () => {
    let tries = 0;
    const count = (): void => void tries++;
    subscribe('undici:client:connectError', count);
    const boss = connect({ url: 'http://127.0.0.1:1' });
    await expect(boss.call('KF1004', {}, SECTION)).rejects.toThrow(failing('SOURCE_UNAVAILABLE'));
    expect(tries).toBe(2);

    const write = { transactionId: 'W1' };
    await expect(boss.call('KF1013', {}, { ...SECTION, write })).rejects.toThrow(
      failing('SOURCE_UNAVAILABLE'),
    );
    unsubscribe('undici:client:connectError', count);
    expect(tries).toBe(3);
    expect(outcomes()).toEqual(['UNREACHABLE', 'UNREACHABLE']);
  });
});

describe('many calls', () => {
  it('of one operation are no more at once than there are places, and others have their own', async () => {
    const waiting: (() => void)[] = [];
    hub.answer(async (asked, response, form) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      await say()(asked, response, form);
    });
    const boss = connect({ concurrency: 2 });
    const ask = (operation: string, AcctID: string) => boss.call(operation, { AcctID }, SECTION);
    const all = Promise.all([...['1', '2', '3', '4'].map((key) => ask('KF1004', key)), ask('KF1005', '1')]);
    await until(() => waiting.length === 3);
    expect(hub.asked.map(({ operation }) => operation).toSorted()).toEqual(['KF1004', 'KF1004', 'KF1005']);

    let most = hub.open();
    while (hub.asked.length < 5 || waiting.length > 0) {
      waiting.shift()?.();
      await new Promise(setImmediate);
      most = Math.max(most, hub.open());
    }
    await all;
    expect(most).toBe(3);
  });

  it('of operations that hang leave connections for all others', async () => {
    const hanging = ['KF1004', 'KF1005', 'KF1006', 'KF1007', 'KF1008', 'KF1010'];
    hub.answer((asked, response, form) =>
      hanging.includes(asked.operation) ? undefined : say()(asked, response, form),
    );
    const boss = connect({ concurrency: 1 });
    const hung = Promise.allSettled(
      hanging.map((operation) => boss.call(operation, {}, { timeoutMs: 1_500 })),
    );
    await until(() => hub.asked.length === hanging.length);
    expect(await boss.call('KF1012', {}, SECTION)).not.toBeNull();
    expect(outcomes()).toEqual(['FOUND']);
    await hung;
  });

  it('are refused once too many wait, or no place comes free', async () => {
    hub.answer(() => {});
    const boss = connect({ concurrency: 1, queueLength: 1 });
    const asked = ['1', '2', '3'].map((AcctID) => boss.call('KF1004', { AcctID }, SOON));
    await Promise.allSettled(asked);
    expect(outcomes().toSorted()).toEqual(['BUSY', 'BUSY', 'TIMEOUT']);
    await expect(asked[2]).rejects.toThrow(failing('SOURCE_UNAVAILABLE'));
    expect(hub.asked).toHaveLength(1);
  });
});

describe('an operation that fails too often', () => {
  const breaker = { threshold: 0.5, size: 8, minimum: 4, restMs: 60_000 };
  const failed = (boss: BossClient, operation: string, timeoutMs: number) =>
    boss.call(operation, {}, { timeoutMs }).then(
      () => 'answered',
      () => 'failed',
    );

  it('is left alone, it and no other, and in its class of time alone', async () => {
    hub.answer((_, response) => void response.writeHead(500).end());
    const boss = connect({ breaker });
    for (let calls = 0; calls < 10; calls++) await failed(boss, 'KF1004', 3_000);
    expect(hub.asked).toHaveLength(4);
    expect(outcomes().slice(4)).toEqual(Array(6).fill('RESTING'));

    hub.answer(say());
    expect(await failed(boss, 'KF1004', 3_000)).toBe('failed');
    expect(await failed(boss, 'KF1005', 3_000)).toBe('answered');
    expect(await failed(boss, 'KF1004', 800)).toBe('answered');
  });

  it('is tried by one call after its rest', async () => {
    hub.answer((_, response) => void response.writeHead(500).end());
    const boss = connect({ breaker: { ...breaker, restMs: 0 } });
    for (let calls = 0; calls < 4; calls++) await failed(boss, 'KF1004', 3_000);
    hub.answer(say());
    expect(await failed(boss, 'KF1004', 3_000)).toBe('answered');
  });

  it('does not keep others waiting for the call that tries it', async () => {
    hub.answer((_, response) => void response.writeHead(500).end());
    const boss = connect({ breaker: { ...breaker, restMs: 0 } });
    for (let calls = 0; calls < 4; calls++) await failed(boss, 'KF1004', 3_000);
    hub.answer(() => {});
    const trying = boss.call('KF1004', { AcctID: '1' }, SECTION).catch(() => {});
    await until(() => hub.asked.length === 5);
    await expect(boss.call('KF1004', { AcctID: '2' }, SECTION)).rejects.toThrow(
      failing('SOURCE_UNAVAILABLE'),
    );
    expect(outcomes().slice(4)).toEqual(['RESTING']);
    await trying;
  });

  it('is not one that had too little time', async () => {
    hub.answer(() => {});
    const boss = connect({ breaker });
    const ask = (options: Partial<CallOptions>) =>
      boss.call('KF1004', {}, { timeoutMs: 1_000, ...options }).catch((error: unknown) => error);
    for (let calls = 0; calls < 6; calls++) {
      expect(await ask({ since: performance.now() - 950 })).toEqual(failing('SOURCE_TIMEOUT'));
    }
    hub.answer(say());
    expect(await ask({})).not.toBeInstanceOf(Error);
  });

  it('is not one that refuses, or that knows nobody', async () => {
    const boss = connect({ breaker });
    for (const code of ['2009', '1001']) {
      hub.answer(say('', { rspType: '2', rspCode: '2998', content: refused('KF1004', code) }));
      for (let calls = 0; calls < 8; calls++) await failed(boss, 'KF1004', 3_000);
    }
    expect(hub.asked).toHaveLength(16);
  });
});

it('says nothing of what was asked or answered, in errors or reports', async () => {
  const secret = '13800138000';
  const boss = connect();
  const answers = [
    say(`<N>${secret}</N>`, { transactionId: secret }),
    say(`<N>${secret}</N>`, { testFlag: '0' }),
    say('', { content: `<KF1004Rsp>${secret}` }),
    say('', { rspType: '2', content: found('KF1004', secret) }),
    (_: unknown, response: { end(text: string): unknown }) => void response.end(secret),
  ];
  for (const answer of answers) {
    hub.answer(answer);
    const error = await boss.call('KF1004', { AcctID: secret }, SECTION).then(
      () => new Error('There was none.'),
      (caught: Error) => caught,
    );
    expect(error).toEqual(failing('SOURCE_MALFORMED'));
    const { originalError: cause } = error as Error & { originalError?: Error };
    const said = [error.message, error.stack, cause?.message, cause?.stack];
    expect(`${JSON.stringify(error)} ${said.join(' ')}`).not.toMatch(/13800138000|127\.0\.0\.1/);
  }
  expect(events.map((event) => Object.keys(event))).toEqual(Array(5).fill(['operation', 'outcome', 'ms']));
  expect(JSON.stringify(events)).not.toContain(secret);
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
