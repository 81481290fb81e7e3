import { fork } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readReceipt } from '#kit/receipt';
import type { Asked } from '#kit/testing/ask';
import type { TestStore } from '#kit/testing/store';
import { createIdentity, createIdentityStore, type Identity } from './testing/identity.ts';
import { PEOPLE } from './testing/people.ts';

const AUTHENTICATE = `mutation ($input: AuthenticateInput!) {
  authenticate(input: $input) {
    authenticationId outcome receipt expiresAt mustChangePassword allowedUses closedUntil customer { customerId }
  }
}`;

let kept: TestStore;
let identity: Identity;
beforeAll(async () => {
  kept = await createIdentityStore();
});
afterAll(() => kept.remove());
beforeEach(async () => {
  identity = await createIdentity(PEOPLE, kept);
});
afterEach(() => identity.close());

/** With the password keyed in. */
async function tryPassword(asker: Asked, password: string, value = '13808000201', by = 'SERVICE_NUMBER') {
  const passwordBlock = await identity.collector.seal(password);
  const { data, errors } = await asker.ask(AUTHENTICATE, {
    input: { method: 'SERVICE_PASSWORD', by, value, passwordBlock },
  });
  return errors ? { code: errors[0].extensions.code as string } : data.authenticate;
}

describe('a customer authenticates', () => {
  it.each([
    ['by number', 'SERVICE_NUMBER', '138 0800 0201'],
    ['by number as a telephone system writes it', 'SERVICE_NUMBER', '+8613808000201'],
    ['by broadband account', 'BROADBAND_ACCOUNT', 'KD201'],
    ['by document', 'ID_DOCUMENT', '51019919900101011x'],
  ])('%s and service password', async (_, by, value) => {
    const passed = await tryPassword(identity.as(), '135790', value, by);

    expect(passed).toMatchObject({
      outcome: 'PASSED',
      customer: { customerId: '1' },
      mustChangePassword: false,
      allowedUses: ['VIEW', 'TRANSACTION', 'FAX_BILL'],
      closedUntil: null,
    });
    expect(readReceipt(identity.receiptKey, passed.receipt)).toMatchObject({
      customerId: '1',
      subject: 'A000001',
      authenticationId: passed.authenticationId,
    });
  });

  it.each([
    ['the document that they show at the counter', 'ID_DOCUMENT', '51019919900101011X'],
    ['their club card', 'MEMBER_CARD', 'VIP-0001'],
  ])('by %s', async (_, method, value) => {
    const clerk = identity.as({ subject: 'R000001', role: 'RETAIL_CLERK', channel: 'RETAIL' });
    const { data } = await clerk.ask(AUTHENTICATE, { input: { method, by: method, value } });

    expect(data.authenticate).toMatchObject({ outcome: 'PASSED', customer: { customerId: '1' } });
  });

  it('may see, and not transact, before an initial password is changed', async () => {
    const agent = identity.as();
    const passed = await tryPassword(agent, '123456', '13808000202');
    expect(passed).toMatchObject({ outcome: 'PASSED', mustChangePassword: true, allowedUses: ['VIEW'] });

    const change = async (password: string) => {
      const input = {
        receipt: passed.receipt,
        subscriberId: '202',
        newPasswordBlock: await identity.collector.seal(password),
      };
      const asked = await agent.ask(
        'mutation ($input: ChangeServicePasswordInput!) { changeServicePassword(input: $input) { changed reason } }',
        { input },
      );
      return asked.data.changeServicePassword;
    };
    for (const weak of ['111111', '234567', '987654'])
      expect(await change(weak)).toMatchObject({ changed: false });
    expect(await change('802651')).toEqual({ changed: true, reason: null });
    expect(await tryPassword(agent, '123456', '13808000202')).toMatchObject({ outcome: 'FAILED' });
    expect(await tryPassword(agent, '802651', '13808000202')).toMatchObject({ mustChangePassword: false });
  });

  it('not by a way that the channel does not have', async () => {
    const input = { method: 'ID_DOCUMENT', by: 'ID_DOCUMENT', value: '51019919900101011X' };
    const { errors } = await identity.as().ask(AUTHENTICATE, { input });

    expect(errors[0]).toMatchObject({
      message: 'In this channel a customer authenticates by: SERVICE_PASSWORD.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('what does not pass', () => {
  it('looks the same for a wrong password and for nobody', async () => {
    const wrong = await tryPassword(identity.as(), '602914');
    const nobody = await tryPassword(identity.as(), '602914', '13899999999');

    const { authenticationId: _a, ...first } = wrong;
    const { authenticationId: _b, ...second } = nobody;
    expect(first).toEqual({
      outcome: 'FAILED',
      receipt: null,
      expiresAt: null,
      mustChangePassword: false,
      allowedUses: [],
      closedUntil: null,
      customer: null,
    });
    expect(second).toEqual(first);
    expect(identity.billing.evaluated()).toBe(2);
  });

  it('is a password that nobody collected, that is old, or that was used', async () => {
    const agent = identity.as();
    const block = await identity.collector.seal('135790');
    const input = { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value: '13808000201' };
    await agent.ask(AUTHENTICATE, { input: { ...input, passwordBlock: block } });
    for (const passwordBlock of [block, '135790', `${block.slice(0, -4)}AAAA`]) {
      const { errors } = await agent.ask(AUTHENTICATE, { input: { ...input, passwordBlock } });
      expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(identity.billing.evaluated()).toBe(1);
  });

  it('costs no try where the billing system is down', async () => {
    identity.billing.setDown(true);
    for (let at = 0; at < 10; at++) {
      expect(await tryPassword(identity.as(), '135790')).toEqual({ code: 'SOURCE_UNAVAILABLE' });
    }
    identity.billing.setDown(false);
    expect(await tryPassword(identity.as(), '135790')).toMatchObject({ outcome: 'PASSED' });
  });

  it('is not even tried where it can not be put on record', async () => {
    identity.trail.fail();
    expect(await tryPassword(identity.as(), '135790')).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(identity.billing.evaluated()).toBe(0);
  });
});

describe('too many errors', () => {
  it('close a customer after exactly five, of fifty tries at once', async () => {
    const tries = await Promise.all(Array.from({ length: 50 }, () => tryPassword(identity.as(), '602914')));

    expect(identity.billing.evaluated()).toBe(5);
    expect(tries.filter(({ outcome }) => outcome === 'CLOSED')).toHaveLength(45);
    // Whoever asks, by whatever name.
    expect(
      await tryPassword(identity.as({ subject: 'A000002' }), '135790', 'kd201', 'BROADBAND_ACCOUNT'),
    ).toMatchObject({
      outcome: 'CLOSED',
      receipt: null,
    });
    identity.advance(31 * 60_000);
    expect(await tryPassword(identity.as(), '135790')).toMatchObject({ outcome: 'PASSED' });
  });

  it('end with a success, and begin again', async () => {
    const agent = identity.as();
    for (let round = 0; round < 3; round++) {
      for (let at = 0; at < 4; at++) await tryPassword(agent, '602914');
      expect(await tryPassword(agent, '135790')).toMatchObject({ outcome: 'PASSED' });
    }
  });

  it('stop whoever tries one password on many numbers, found or not, own successes between or not', async () => {
    const agent = identity.as();
    const outcomes: string[] = [];
    for (let at = 0; at < 1_000; at++) {
      if (at === 10) await tryPassword(agent, '135790');
      const { outcome } = await tryPassword(agent, '602914', `1399999${String(at).padStart(4, '0')}`);
      outcomes.push(outcome);
      if (outcomes.filter((each) => each === 'CLOSED').length > 5) break;
    }

    expect(outcomes.filter((each) => each === 'FAILED')).toHaveLength(20);
    expect(await tryPassword(identity.as({ subject: 'A000002' }), '135790')).toMatchObject({
      outcome: 'PASSED',
    });
  });

  it('stop an address from which many try', async () => {
    const outcomes: string[] = [];
    for (let at = 0; at < 110; at++) {
      const agent = identity.as({ subject: `A${String(at).padStart(6, '0')}` }, 'one-address');
      outcomes.push((await tryPassword(agent, '602914', `1399999${String(at).padStart(4, '0')}`)).outcome);
    }
    expect(outcomes.filter((each) => each === 'FAILED')).toHaveLength(100);
  });

  it('of one caller do not close the voice menu for others', async () => {
    const caller = (customerId: string) =>
      identity.as({ subject: 'ivr-1', role: 'IVR', channel: 'IVR', reach: { kind: 'SELF', customerId } });
    for (let at = 0; at < 30; at++) {
      await tryPassword(caller('7'), '602914', `1399999${String(at).padStart(4, '0')}`);
    }
    expect(await tryPassword(caller('7'), '135790')).toMatchObject({ outcome: 'CLOSED' });
    expect(await tryPassword(caller('1'), '135790')).toMatchObject({ outcome: 'PASSED' });
  });

  it('are not opened again by a clock that is set back, nor closed for longer', async () => {
    for (let at = 0; at < 5; at++) await tryPassword(identity.as(), '602914');
    identity.advance(-2 * 3_600_000);
    expect(await tryPassword(identity.as(), '135790')).toMatchObject({ outcome: 'CLOSED' });
    identity.advance(31 * 60_000);
    expect(await tryPassword(identity.as(), '135790')).toMatchObject({ outcome: 'PASSED' });
  });

  it('are still counted after a crash', async () => {
    const child = fork(new URL('./testing/crashing-counter.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    await new Promise((resolve) => {
      child.on('message', () => child.kill('SIGKILL'));
      child.on('exit', resolve);
      child.send({ place: kept.place, who: '1', tries: 3 });
    });

    const outcomes = [];
    for (let at = 0; at < 3; at++) outcomes.push((await tryPassword(identity.as(), '602914')).outcome);
    expect(outcomes).toEqual(['FAILED', 'FAILED', 'CLOSED']);
  });
});

describe('the log of authentications', () => {
  it('has every try, with whom and by what, and no number, document or password', async () => {
    await tryPassword(identity.as(), '135790');
    await tryPassword(identity.as(), '602914', '13899999999');

    const rows = await kept.rows('select * from authentication order by at, outcome desc');
    expect(rows).toMatchObject([
      {
        subject: 'A000001',
        method: 'SERVICE_PASSWORD',
        outcome: 'PASSED',
        customer_id: 1,
        user_class: 'G4_VIP',
        vip_grade: 'GOLD',
        net_class: 'G4',
      },
      { outcome: 'FAILED', customer_id: null },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/13808000201|13899999999|135790|602914/);
    expect(identity.trail.entries.map(({ customers, outcome }) => [customers, outcome])).toEqual([
      [['1'], 'TRY SERVICE_PASSWORD'],
      [['1'], 'PASSED'],
      [[], 'TRY SERVICE_PASSWORD'],
      [[], 'FAILED'],
    ]);
  });

  it('is counted by what one wants to tell apart', async () => {
    await tryPassword(identity.as(), '135790');
    await tryPassword(identity.as(), '602914');
    await tryPassword(identity.as({ channel: 'RETAIL', role: 'RETAIL_CLERK' }), '123456', '13808000202');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const count = async (by: string[]) => {
      const { data } = await identity.as().ask(
        `query ($day: LocalDate!, $by: [StatisticsDimension!]!) {
          authenticationStatistics(from: $day, to: $day, by: $by) { day channel userClass level identified passed }
        }`,
        { day: today, by },
      );
      return data.authenticationStatistics;
    };

    expect(await count([])).toMatchObject([{ day: null, identified: 3, passed: 2 }]);
    expect(await count(['DAY', 'CHANNEL'])).toMatchObject([
      { day: today, channel: 'HOTLINE', identified: 2, passed: 1 },
      { day: today, channel: 'RETAIL', identified: 1, passed: 1 },
    ]);
    expect(await count(['USER_CLASS', 'LEVEL'])).toMatchObject([
      { userClass: 'G4_ORDINARY', level: null, identified: 1 },
      { userClass: 'G4_VIP', level: 'GOLD', identified: 2 },
    ]);
  });
});

describe('the flow of transactions', () => {
  it('begins with the notice, once for each customer', async () => {
    const enter = async () =>
      (await identity.as().ask('mutation { enterTransactionFlow(customerId: "1") { notice authenticated } }'))
        .data.enterTransactionFlow;

    expect(await enter()).toEqual({
      notice: '为了您的安全,电话业务办理需要密码。您可凭身份证在营业厅获取密码,或通过人工帮助获取密码',
      authenticated: false,
    });
    expect((await enter()).notice).toBeNull();
  });
});

describe('a bulk export', () => {
  const REQUEST = `mutation ($reason: String!) {
    requestRecordExport(input: { subscriberId: "201", month: "2026-10", reason: $reason }) { requestId requestedBy }
  }`;
  const authenticated = {
    authenticationId: 'x',
    customerId: '1',
    subject: 'R000001',
    until: Number.MAX_SAFE_INTEGER,
  };
  const CLERK = { subject: 'R000001', role: 'RETAIL_CLERK', purpose: 'COMPLAINT', authenticated } as const;

  it('needs somebody else to approve it', async () => {
    const asked = await identity.as(CLERK).ask(REQUEST, { reason: '客户要求核对通话' });
    const { requestId } = asked.data.requestRecordExport;
    const approve = `mutation ($id: ID!) { approveRecordExport(requestId: $id) { approval expiresAt } }`;

    const own = await identity.as(CLERK).ask(approve, { id: requestId });
    expect(own.errors[0].extensions.code).toBe('FORBIDDEN');
    const waiting = await identity
      .as({ subject: 'S000001' })
      .ask('{ recordExportRequests { requestId reason } }');
    expect(waiting.data.recordExportRequests).toEqual([{ requestId, reason: '客户要求核对通话' }]);
    const approved = await identity.as({ subject: 'S000001' }).ask(approve, { id: requestId });
    expect(approved.data.approveRecordExport.approval).toEqual(expect.any(String));
    const again = await identity.as({ subject: 'S000002' }).ask(approve, { id: requestId });
    expect(again.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['a reason that says nothing', { reason: '查' }, {}, 'BAD_USER_INPUT'],
    ['a reason with a number in it', { reason: '查 １３８０８０００２０１ 的' }, {}, 'BAD_USER_INPUT'],
    ['no purpose', { reason: '客户要求核对通话' }, { purpose: null }, 'NEEDS_PURPOSE'],
    ['no authentication', { reason: '客户要求核对通话' }, { authenticated: null }, 'NEEDS_AUTHENTICATION'],
    [
      'somebody who may not see the customer',
      { reason: '客户要求核对通话' },
      { reach: { kind: 'NOBODY' } },
      'FORBIDDEN',
    ],
  ] as const)('is not for %s', async (_, variables, claims, code) => {
    const { errors } = await identity.as({ ...CLERK, ...claims }).ask(REQUEST, variables);
    expect(errors[0].extensions.code).toBe(code);
  });
});

describe('who looked at my data', () => {
  const QUERY = `query ($id: ID!) { accessRecords(customerId: $id, first: 1) {
    nodes { kind subject role channel purpose operation fields outcome } pageInfo { hasNextPage endCursor } } }`;

  it('is told to the customer himself and to auditors, and to nobody else', async () => {
    await tryPassword(identity.as(), '135790');
    await tryPassword(identity.as(), '135790');
    const self = identity.as({ scopes: ['audit:own'], reach: { kind: 'SELF', customerId: '1' } });
    const { data } = await self.ask(QUERY, { id: '1' });

    expect(data.accessRecords).toMatchObject({
      nodes: [{ kind: 'AUTHENTICATION', subject: 'A000001', channel: 'HOTLINE' }],
      pageInfo: { hasNextPage: true },
    });
    const auditor = identity.as({ scopes: ['audit:read'], reach: { kind: 'NOBODY' } });
    expect((await auditor.ask(QUERY, { id: '1' })).data.accessRecords.nodes).toHaveLength(1);
    expect((await self.ask(QUERY, { id: '2' })).errors[0].extensions.code).toBe('FORBIDDEN');
    const staff = identity.as({ scopes: ['audit:own'] });
    expect((await staff.ask(QUERY, { id: '1' })).errors[0].extensions.code).toBe('FORBIDDEN');
  });
});
